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
import { type Nanoseconds } from "../kernel/time.ts";
import { Delay } from "./delay.ts";
import { MultiServerQueue } from "./multi-server-queue/multi-server-queue.ts";
import { SavedFields } from "../kernel/saved-fields.ts";
import type { GroupId } from "./shared-processor/options.ts";
import { SharedProcessor } from "./shared-processor/shared-processor.ts";
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
export declare class Link extends SavedFields {
    readonly name: string;
    readonly bandwidth: number;
    readonly latency: Nanoseconds;
    readonly transmission: MultiServerQueue | SharedProcessor;
    readonly propagation: Delay;
    private readonly simulation;
    private readonly transmitted;
    private readonly arrived;
    private readonly defaultGroup;
    private dones;
    private args;
    private readonly transfers;
    private free;
    /** @throws RangeError unless bandwidth > 0 and latency is an integer >= 0 */
    constructor(simulation: Simulation, { name, bandwidth, latency, sharing }: LinkOptions);
    protected get unsaved(): readonly string[];
    /** @throws SimulationError if a transfer is waited for by a process or `notify` */
    save(): unknown;
    /** The link leaves, as `Simulation.unregister` says of stations: both of its own, and what is known of messages under way. */
    unregister(): void;
    /** Flows that share with others by weight and stay below a rate together, equal among themselves. Fair links only. */
    addGroup({ weight, rate }: FlowGroupOptions): GroupId;
    /** A message of `size` [B] is sent; `done(arg)` is scheduled when its last byte has arrived. */
    send(size: number, done: HandlerId, arg: number, group?: GroupId): void;
    /** `yield* link.transfer(size)`: waits until the last byte has arrived. A message on its way cannot be called back. */
    transfer(size: number, group?: GroupId): Wait<void>;
    /** For `Transfer`. */
    sendFor(transfer: Transfer, size: number, group: GroupId): void;
    private transmit;
    private deliver;
}
declare class Transfer extends Wait<void> {
    private readonly link;
    private readonly size;
    private readonly group;
    constructor(link: Link, size: number, group: GroupId);
    protected begin(): boolean;
    /** It arrives all the same. */
    protected cancel(): void;
    describe(): string;
}
export {};
