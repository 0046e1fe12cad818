/**
 * A network interface: one queue a direction, first come first served, service = size / bandwidth (serialization).
 * Propagation holds nothing up, so it is added to response times rather than simulated. Leaves out loss, retransmission and the switch.
 */
import { type HandlerId, MultiServerQueue, nanoseconds, type Simulation } from "../../engine/index.ts";
import type { NicSpec } from "./spec.ts";

/** Headers of a TCP segment on Ethernet, preamble and gap included [B]: 1538 on the wire for 1460 of payload. */
const PACKET_OVERHEAD = 78;

export const packetsFor = (spec: NicSpec, size: number): number => Math.max(1, Math.ceil(size / spec.mtu));

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
    return nanoseconds((size + packetsFor(this.spec, size) * PACKET_OVERHEAD) / this.spec.bandwidth);
  }
}
