/**
 * A link that several share: bandwidth, then latency. What it holds is counted by two stations of its own, `<name>: transmission` and
 * `<name>: propagation`.
 *
 * `fifo`: whole messages one after the other, as an interface with one queue does. `fair`: all transfers at once at max-min fair rates,
 * the usual fluid model of flows with equal round-trip times; flows can be put in groups with a weight and a rate limit. Leaves out packets,
 * headers, loss and slow start. Source for the fluid: Bertsekas and Gallager, Data Networks, 6.5.2.
 */
import { Wait } from "../kernel/process.ts";
import type { HandlerId, Simulation } from "../kernel/simulation.ts";
import { type Nanoseconds, nanoseconds } from "../kernel/time.ts";
import { Delay } from "./delay.ts";
import { MultiServerQueue } from "./multi-server-queue/multi-server-queue.ts";
import { refuseWaits, SavedFields } from "../kernel/saved-fields.ts";
import { type GroupId, SharedProcessor } from "./shared-processor/shared-processor.ts";

export interface LinkOptions {
  readonly name: string;
  /** [B/s], > 0. */
  readonly bandwidth: number;
  /** Propagation [ns]. Default: 0. */
  readonly latency?: Nanoseconds;
  /** Default: fifo. */
  readonly sharing?: "fifo" | "fair";
}

export interface FlowGroupOptions {
  /** Share against other groups, > 0. */
  readonly weight: number;
  /** Rate at most [B/s]. Default: no limit. */
  readonly rate?: number;
}

export class Link extends SavedFields {
  readonly name: string;
  readonly bandwidth: number;
  readonly latency: Nanoseconds;
  readonly transmission: MultiServerQueue | SharedProcessor;
  readonly propagation: Delay;

  private readonly simulation: Simulation;
  private readonly transmitted: HandlerId;
  private readonly arrived: HandlerId;
  private readonly defaultGroup: GroupId = 0;
  // Messages under way, by number: whom to tell.
  private dones: number[] = [];
  private args: number[] = [];
  private readonly transfers: (Transfer | undefined)[] = [];
  private free: number[] = [];

  /** @throws RangeError unless bandwidth > 0 and latency is an integer >= 0 */
  constructor(simulation: Simulation, { name, bandwidth, latency = 0, sharing = "fifo" }: LinkOptions) {
    super();
    if (!(bandwidth > 0 && bandwidth < Infinity && Number.isInteger(latency) && latency >= 0)) {
      throw new RangeError(
        `link "${name}": found bandwidth ${bandwidth} B/s and latency ${latency} ns, expected a bandwidth above 0 and an integer latency of at least 0`,
      );
    }
    this.name = name;
    this.bandwidth = bandwidth;
    this.latency = latency;
    this.simulation = simulation;
    const station = `${name}: transmission`;
    if (sharing === "fifo") {
      this.transmission = new MultiServerQueue(simulation, { name: station, servers: 1 });
    } else {
      this.transmission = new SharedProcessor(simulation, { name: station, capacity: 1 });
      this.defaultGroup = this.transmission.addGroup({ name: "flows", weight: 1, cap: Infinity });
    }
    this.propagation = new Delay(simulation, { name: `${name}: propagation` });
    this.transmitted = simulation.on(`${name}: transmitted`, (message) => void this.propagation.submit(latency, this.arrived, message));
    this.arrived = simulation.on(`${name}: arrived`, (message) => this.deliver(message));
    simulation.keep(`link ${name}`, this);
  }

  protected override get unsaved(): readonly string[] {
    return ["transmission", "propagation", "transfers"]; // two stations, and waits
  }

  /** @throws SimulationError if a transfer is waited for by a process or `notify` */
  override save(): unknown {
    refuseWaits(this.name, this.transfers);
    return super.save();
  }

  /** The link leaves, as `Simulation.unregister` says of stations: both of its own, and what is known of messages under way. */
  unregister(): void {
    this.simulation.unregister(this.transmission);
    this.simulation.unregister(this.propagation);
    this.simulation.forget(`link ${this.name}`);
  }

  /** Flows that share with others by weight and stay below a rate together, equal among themselves. Fair links only. */
  addGroup({ weight, rate = Infinity }: FlowGroupOptions): GroupId {
    if (!(this.transmission instanceof SharedProcessor)) {
      throw new TypeError(`link "${this.name}": flow groups need sharing "fair", found "fifo"`);
    }
    return this.transmission.addGroup({ weight, cap: rate / this.bandwidth });
  }

  /** A message of `size` [B] is sent; `done(arg)` is scheduled when its last byte has arrived. */
  send(size: number, done: HandlerId, arg: number, group: GroupId = this.defaultGroup): void {
    const message = this.free.pop() ?? this.dones.length;
    this.dones[message] = done;
    this.args[message] = arg;
    this.transmit(size, message, group);
  }

  /** `yield* link.transfer(size)`: waits until the last byte has arrived. A message on its way cannot be called back. */
  transfer(size: number, group: GroupId = this.defaultGroup): Wait<void> {
    return new Transfer(this, size, group);
  }

  /** For `Transfer`. */
  sendFor(transfer: Transfer, size: number, group: GroupId): void {
    const message = this.free.pop() ?? this.dones.length;
    this.dones[message] = -1;
    this.args[message] = 0;
    this.transfers[message] = transfer;
    this.transmit(size, message, group);
  }

  private transmit(size: number, message: number, group: GroupId): void {
    const duration = nanoseconds(size / this.bandwidth);
    if (this.transmission instanceof MultiServerQueue) this.transmission.submit(duration, this.transmitted, message);
    else this.transmission.submit(group, duration, this.transmitted, message);
  }

  private deliver(message: number): void {
    const transfer = this.transfers[message];
    this.transfers[message] = undefined;
    this.free.push(message);
    if (transfer !== undefined) transfer.grant(undefined);
    else this.simulation.after(0, this.dones[message], this.args[message]);
  }
}

class Transfer extends Wait<void> {
  private readonly link: Link;
  private readonly size: number;
  private readonly group: GroupId;

  constructor(link: Link, size: number, group: GroupId) {
    super();
    this.link = link;
    this.size = size;
    this.group = group;
  }

  protected override begin(): boolean {
    this.link.sendFor(this, this.size, this.group);
    return false;
  }

  /** It arrives all the same. */
  protected override cancel(): void {}

  override describe(): string {
    return `${this.size} bytes over link "${this.link.name}"`;
  }
}
