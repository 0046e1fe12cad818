/**
 * Where the time of CPUs went: to the task, its thread, its vCPU and its group, at the speed that the core had, and what of it the switch
 * took. A vCPU that is runnable and does not run is stolen from: that is the time of the task which its guest has picked.
 */
import type { Nanoseconds } from "../../../../engine/index.ts";
import { type EntityId } from "./fair-queues.ts";
import type { SliceGroup } from "./slice-group.ts";
import type { SliceState } from "./state.ts";
export declare class Accounting {
    #private;
    /** As in `SchedulerUsage`. */
    switches: number;
    migrations: number;
    vcpuRunning: Nanoseconds;
    vcpuSteal: Nanoseconds;
    constructor({ simulation, cpus, queues, tasks, groups }: SliceState);
    /** Books the time since the last look on everything that runs on a CPU. */
    charge(cpu: number): void;
    /** A vCPU that was runnable without running runs now, or its task leaves: the time since is steal of that task. */
    settleSteal(vcpu: EntityId, group: SliceGroup): void;
    /** Up to now a vCPU has been runnable without running. */
    bookSteal(vcpu: EntityId): void;
    /** Core time of all tasks up to now, switches included [ns of one core]. */
    workDone(): number;
}
