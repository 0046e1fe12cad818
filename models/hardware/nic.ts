/**
 * A network interface: one queue a direction, first come first served, service = size / bandwidth (serialization).
 * Propagation holds nothing up, so it is added to response times rather than simulated. Leaves out loss, retransmission and the switch.
 */
import { type HandlerId, MultiServerQueue, nanoseconds, type Simulation } from "../../engine/index.ts";
import type { NicSpec } from "./spec.ts";

/** IP and TCP headers [B], part of the MTU; and Ethernet's header, checksum, preamble and gap around it [B]. */
const PROTOCOL_HEADERS = 40;
const FRAMING = 38;

/** Packets of a message of `size` bytes; an empty one takes a packet too. */
export const packetsFor = (spec: NicSpec, size: number): number => Math.max(1, Math.ceil(size / (spec.mtu - PROTOCOL_HEADERS)));

/** Bytes on the wire of a message of `size` bytes: at an MTU of 1500, 1538 for 1460. */
export const wireSize = (spec: NicSpec, size: number): number => size + packetsFor(spec, size) * (PROTOCOL_HEADERS + FRAMING);

export class Nic {
  readonly spec: NicSpec;
  readonly inbound: MultiServerQueue;
  readonly outbound: MultiServerQueue;

  constructor(simulation: Simulation, spec: NicSpec) {
    this.spec = spec;
    this.inbound = new MultiServerQueue(simulation, { name: "NIC in", servers: 1 });
    this.outbound = new MultiServerQueue(simulation, { name: "NIC out", servers: 1 });
  }

  /** A message of `size` bytes starts to arrive; `done(arg)` when its last bit is in. */
  receive(size: number, done: HandlerId, arg: number): void {
    this.inbound.submit(this.#serialization(size), done, arg);
  }

  /** Hands a message of `size` bytes to the wire; `done(arg)` when its last bit has left. */
  send(size: number, done: HandlerId, arg: number): void {
    this.outbound.submit(this.#serialization(size), done, arg);
  }

  #serialization(size: number): number {
    return nanoseconds(wireSize(this.spec, size) / this.spec.bandwidth);
  }
}
