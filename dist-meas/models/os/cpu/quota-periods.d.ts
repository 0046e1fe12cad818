/**
 * The periods of groups with a quota (cgroup cpu.max). As in the kernel (kernel/sched/fair.c, start_cfs_bandwidth), a group's periods follow
 * each other without gaps from the moment when it first runs, and the timer that begins them stops when a period ends in which the group has
 * no work; it starts again, on the old grid, when work comes. So a group that is idle costs no events. The kernel's first period begins at a
 * random offset; here at the first run.
 */
import type { Simulation } from "../../../engine/index.ts";
import type { Bandwidth, TaskGroupId } from "./scheduler.ts";
export declare class QuotaPeriods {
    #private;
    /** `refill(group)` gives the group its quota for a new period. */
    constructor(simulation: Simulation, name: string, refill: (group: TaskGroupId) => void, hasWork: (group: TaskGroupId) => boolean);
    /** The group has this bandwidth from now on, from its next work on; undefined: no quota. */
    set(group: TaskGroupId, bandwidth: Bandwidth | undefined): void;
    /** The group has work: to be called before it begins to run. */
    work(group: TaskGroupId): void;
}
