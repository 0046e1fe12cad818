/**
 * The fluid scheduler: every task has a steady share of the cores (generalized processor sharing), nothing happens between arrivals,
 * completions and the ends of quotas.
 *
 * A group gets cores in proportion to its weight, at most one for each of its tasks, or vCPUs if they are fewer. Tasks of a group share
 * equally. Switching costs a share of the capacity once runnable threads and vCPUs outnumber hardware threads, and a share of a virtual
 * machine's vCPUs once its tasks outnumber them. cpu.max: the group runs at its full rate until the quota is used up, then not at all until
 * the period ends. Not covered: sets of CPUs, wake-up delay, migration.
 */
import { type HandlerId, type Nanoseconds, type Simulation, type StationCounters } from "../../../../engine/index.ts";
import type { CpuSpec } from "../../../hardware/spec.ts";
import { type CpuScheduler, type SchedulerUsage, type TaskTimes, type TaskGroupId, type TaskGroupOptions, type TaskId } from "../scheduler.ts";
/** What it does, in one line. */
export declare const describeFluid: () => string;
export declare class FluidScheduler implements CpuScheduler {
    #private;
    readonly name: string;
    readonly kind = "fluid scheduler";
    readonly finished: TaskTimes;
    constructor(simulation: Simulation, name: string, cpu: CpuSpec);
    addGroup(options: TaskGroupOptions): TaskGroupId;
    changeGroup(group: TaskGroupId, { weight, bandwidth }: Pick<TaskGroupOptions, "weight" | "bandwidth">): void;
    removeGroup(group: TaskGroupId): void;
    submit(group: TaskGroupId, demand: Nanoseconds, done: HandlerId, arg: number): TaskId;
    withdraw(task: TaskId): Nanoseconds;
    close(): void;
    get usage(): SchedulerUsage;
    /** Those of the processor; capacity is that of all hardware threads, less what switching costs while there are more tasks than these. */
    counters(): StationCounters;
}
