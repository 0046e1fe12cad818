/**
 * The scheduler by slices: tasks take turns on the CPUs' run queues, each turn is an event.
 *
 * Every CPU (hardware thread) has a run queue of groups, every group on it a queue of its threads, or of the vCPUs of a virtual machine;
 * every vCPU has a run queue of the guest's tasks. All are fair queues by virtual deadline (`FairQueues`); a group's weight is spread over
 * the CPUs as its threads are. Whoever becomes runnable goes to an idle CPU, one with an idle core and the one it last ran on preferred,
 * else to the least loaded. A CPU that runs out of work takes over a waiting thread at once; the load of busy CPUs is evened out from time
 * to time. Switching to another task costs the switch and the refill of the cache, going on on another core the refill; it comes on top of
 * the slice, but counts against the quota. cpu.max: one pool for the group's CPUs, used up to the nanosecond; then the group is off all
 * queues until its period ends.
 *
 * Who asks whom, from top to bottom; all work on the tables of `SliceState`, and only balancing calls upwards (`dispatch`):
 *
 *     SliceScheduler                   tasks come, finish, are withdrawn
 *       |
 *     WakeUps   Throttling             a thread wants a CPU, or no longer; a group's quota is used up, or new
 *       |          |
 *     Turns  -> QuotaPools             who runs on a CPU; what that takes of the group's quota
 *       |    -> Guests                 which task a vCPU serves
 *       |    -> Balancing              who moves to another CPU
 *     TurnEnds, GroupShares            when the turn ends; what a group weighs on each CPU
 *     Accounting                       where the time went
 *
 * Not covered: the 5 ms slices in which the kernel hands the pool to CPUs, NUMA and cache domains, balancing of weights inside guests,
 * locks and pause-loop exits, halt polling, cores of different speed. A task is a burst; the thread behind it has no history but its group's.
 */
import type { HandlerId, Nanoseconds, Simulation, StationCounters } from "../../../../engine/index.ts";
import type { CpuSpec } from "../../../hardware/spec.ts";
import { type CpuScheduler, type SchedulerUsage, type TaskGroupId, type TaskGroupOptions, type TaskId, type TaskTimes } from "../scheduler.ts";
import type { SlicesSpec } from "../spec.ts";
/** What it does with these times, in one line. */
export declare const describeSlices: ({ baseSlice, balanceInterval }: SlicesSpec) => string;
export declare class SliceScheduler implements CpuScheduler {
    #private;
    readonly name: string;
    readonly kind = "slices scheduler";
    readonly finished: TaskTimes;
    constructor(simulation: Simulation, name: string, cpu: CpuSpec, spec: SlicesSpec);
    addGroup(options: TaskGroupOptions): TaskGroupId;
    changeGroup(id: TaskGroupId, { weight, bandwidth }: Pick<TaskGroupOptions, "weight" | "bandwidth">): void;
    removeGroup(id: TaskGroupId): void;
    submit(id: TaskGroupId, demand: Nanoseconds, done: HandlerId, arg: number): TaskId;
    withdraw(id: TaskId): Nanoseconds;
    close(): void;
    get usage(): SchedulerUsage;
    /** Service is core time, switches included: what the cores were busy with. */
    counters(): StationCounters;
}
