import type { Nanoseconds } from "../../../../engine/index.ts";
import { QuotaPool } from "./quota-pools.ts";
import type { TaskGroupId } from "../scheduler.ts";
import { type EntityId, type QueueId } from "./fair-queues.ts";
/** A task group of the scheduler by slices. What it has on each CPU is an entity in that CPU's queue, with a queue of its own below. */
export declare class SliceGroup {
    readonly id: TaskGroupId;
    readonly name: string;
    weight: number;
    /** By CPU; NONE where it has never been. */
    readonly entities: Int32Array;
    readonly queues: Int32Array;
    /** 1 for CPUs that it may use; undefined: all. */
    readonly allowed: Uint8Array | undefined;
    /** Virtual CPUs; none if its tasks run on the host's own. */
    readonly vcpus: EntityId[];
    /** Tasks, and threads or vCPUs that want a CPU. */
    tasks: number;
    runnable: number;
    lastCpu: number;
    readonly pool: QuotaPool;
    isThrottled: boolean;
    throttledSince: Nanoseconds;
    throttledBefore: Nanoseconds;
    constructor(id: TaskGroupId, name: string, weight: number, cpus: number, allowed: readonly number[] | undefined);
    mayUse(cpu: number): boolean;
    queueOn(cpu: number): QueueId;
    /** Time throttled with work up to `now` [ns]. */
    throttledTime(now: Nanoseconds): Nanoseconds;
}
