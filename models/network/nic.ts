/**
 * The host's network interface and the way to its clients. Messages share links at max-min fair rates (`FlowNetwork`):
 *
 *     wired   client's port (a limit of each message) - network, each way - the interface, each way
 *     radio   client's port (the same) - one channel, used in turn by both ways
 *
 * What holds nobody up is not simulated but added to the response time (`delay`): propagation, and at every port but the slowest of a way the
 * time of one packet, which is passed on when it has been received in full (store and forward).
 */
import type { HandlerId, Simulation, Station } from "../../engine/index.ts";
import type { NicSpec } from "../hardware/spec.ts";
import type { NetworkSpec } from "./spec.ts";
import { FlowNetwork, type LinkOptions } from "./flow-network.ts";
import { Losses } from "./losses.ts";
import { packetsFor, segmentSize, wireSize } from "./packets.ts";
import type { Port } from "./port.ts";
import { radioWork } from "./radio.ts";
import { tcpRate } from "./tcp.ts";

const IN = 0;
const OUT = 1;
const WAYS = 2;

export class Nic implements Port {
  readonly spec: NicSpec;
  readonly network: NetworkSpec | undefined;
  /** The slowest link of each way; the same one where a radio channel is. */
  readonly inbound: Station;
  readonly outbound: Station;

  readonly #flows: FlowNetwork;
  readonly #losses: Losses | undefined;
  /** Bytes that one connection has under way at most, as far as window and losses let it [B]. */
  readonly #window: number;
  /** Propagation there and back [s]. */
  readonly #roundTrip: number;
  /** Of the ports on each way [B/s]. */
  readonly #rates: readonly (readonly number[])[];

  /** `prefix` begins the names of its stations. */
  constructor(simulation: Simulation, spec: NicSpec, network?: NetworkSpec, prefix = "") {
    this.spec = spec;
    this.network = network;
    this.#roundTrip = 2 * (network?.latency ?? spec.latency);
    const { links, ways } = layOut(spec, network);
    const client = network?.clientBandwidth ?? Number.POSITIVE_INFINITY;
    this.#rates = ways.map((way) => [client, ...way.map((link) => links[link].bandwidth)]);
    // What fits into the window goes out at once; a longer transfer is held to the rate of its connection.
    const connection =
      network === undefined ? Number.POSITIVE_INFINITY : tcpRate({ ...network, segment: segmentSize(spec), roundTrip: this.#roundTrip });
    this.#window = connection * this.#roundTrip;
    const paths = [client, Math.min(client, connection)].flatMap((limit) => ways.map((way) => ({ links: way, limit })));
    this.#flows = new FlowNetwork(
      simulation,
      `${prefix}network`,
      links.map((link) => ({ ...link, name: prefix + link.name })),
      connection < Number.POSITIVE_INFINITY ? paths : paths.slice(0, ways.length),
    );
    const slowest = (way: readonly number[]) => way.reduce((a, b) => (links[b].bandwidth < links[a].bandwidth ? b : a));
    this.inbound = this.#flows.links[slowest(ways[IN])];
    this.outbound = this.#flows.links[slowest(ways[OUT])];
    this.#losses = network !== undefined && network.loss > 0 ? new Losses(simulation, network.loss, this.#roundTrip, prefix) : undefined;
  }

  receive(size: number, done: HandlerId, arg: number): void {
    this.#carry(IN, size, done, arg);
  }

  send(size: number, done: HandlerId, arg: number): void {
    this.#carry(OUT, size, done, arg);
  }

  delay(request: number, answer: number): number {
    return this.#roundTrip + this.#storeAndForward(IN, request) + this.#storeAndForward(OUT, answer);
  }

  /** Its host leaves, with no message under way. */
  close(): void {
    this.#flows.close();
  }

  #carry(way: number, size: number, done: HandlerId, arg: number): void {
    const late = this.#losses === undefined ? -1 : this.#losses.draw(packetsFor(this.spec, size), done, arg);
    const path = size > this.#window ? way + WAYS : way;
    if (late < 0) this.#flows.send(path, this.#work(size), done, arg);
    else this.#flows.send(path, this.#work(size), (this.#losses as Losses).handler, late);
  }

  /** [B] at the rate of the links. */
  #work(size: number): number {
    const onWire = wireSize(this.spec, size);
    const { network } = this;
    return network?.radio === undefined ? onWire : radioWork(onWire, packetsFor(this.spec, size), network.bandwidthIn, network.radio);
  }

  #storeAndForward(way: number, size: number): number {
    const packet = Math.min(wireSize(this.spec, size), wireSize(this.spec, segmentSize(this.spec)));
    const times = this.#rates[way].map((rate) => packet / rate);
    return times.reduce((sum, time) => sum + time, 0) - Math.max(...times);
  }
}

/** The links there are, and by way the links that it takes. */
function layOut(nic: NicSpec, network: NetworkSpec | undefined): { links: LinkOptions[]; ways: [readonly number[], readonly number[]] } {
  if (network?.radio !== undefined) return { links: [{ name: "radio channel", bandwidth: network.bandwidthIn }], ways: [[0], [0]] };
  const links = [
    { name: "NIC in", bandwidth: nic.bandwidth },
    { name: "NIC out", bandwidth: nic.bandwidth },
  ];
  const ways: [number[], number[]] = [[0], [1]];
  if (network === undefined) return { links, ways };
  if (network.bandwidthIn < Number.POSITIVE_INFINITY) ways[IN].push(links.push({ name: "network in", bandwidth: network.bandwidthIn }) - 1);
  if (network.bandwidthOut < Number.POSITIVE_INFINITY)
    ways[OUT].push(links.push({ name: "network out", bandwidth: network.bandwidthOut }) - 1);
  return { links, ways };
}
