/**
 * CPU time that groups with a quota have left in their period: one pool for all CPUs that run a group, used by each of them at one
 * nanosecond a nanosecond. When it is empty the group is throttled, and released when its next period begins.
 */
import type { EventHandle, Nanoseconds, Simulation } from "../../../../engine/index.ts";
import type { Bandwidth, TaskGroupId } from "../scheduler.ts";
import type { SliceGroup } from "./slice-group.ts";
/** What the pools need of the scheduler. */
export interface PooledGroups {
    group(id: TaskGroupId): SliceGroup;
    /** A task of the group finishes at this very instant: it does so before its group is throttled. */
    isFinishing(group: SliceGroup): boolean;
    /** Takes the group off the CPUs, and puts it back. */
    throttle(group: SliceGroup): void;
    release(group: SliceGroup): void;
}
export declare class QuotaPools {
    #private;
    constructor(simulation: Simulation, name: string, groups: PooledGroups);
    /** The group has this bandwidth from now on, beginning with its full quota; undefined: none. */
    set(group: SliceGroup, bandwidth: Bandwidth | undefined): void;
    /** The group has work. */
    work(group: SliceGroup): void;
    /** One more, or one less, CPU runs the group. */
    use(group: SliceGroup, more: 1 | -1): void;
    remove(group: SliceGroup): void;
}
export declare class QuotaPool {
    quota: Nanoseconds;
    /** What is left of it as of `settledAt`. */
    left: Nanoseconds;
    settledAt: Nanoseconds;
    /** CPUs that use it. */
    running: number;
    /** Event at which nothing is left, 0 if none is pending. */
    exhaustion: EventHandle;
    settle(now: Nanoseconds): void;
}
