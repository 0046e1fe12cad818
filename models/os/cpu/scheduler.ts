/**
 * CPU scheduling of one host behind one interface, at two fidelities (`fluid`, `slices`).
 *
 * Tasks run in groups: the threads of a container or function instance, or of a virtual machine. A group has a weight against the others
 * (cgroup cpu.weight), may have a quota of CPU time in each period (cpu.max) and a set of CPUs (cpuset.cpus). The tasks of a virtual
 * machine do not run on the host's CPUs but on its vCPUs, under a scheduler of their own; the vCPUs are what the host schedules.
 *
 *     container           function    virtual machine
 *     task  task  task     task        task  task  task      come with `submit`, go with `done` or `withdraw`
 *       |     |     |        |           |      \   /
 *       |     |     |        |         vCPU 0  vCPU 1        the guest's scheduler: tasks on vCPUs
 *       |     |     |        |           |       |
 *     --+-----+-----+--------+-----------+-------+------     the host's: groups by weight, each within its quota and its set of CPUs
 *          CPU 0        CPU 1     ...     CPU n              hardware threads of the cores
 */
import { type HandlerId, type Nanoseconds, nanoseconds, type Station } from "../../../engine/index.ts";

import type { Pressure } from "./pressure.ts";

/** A group of one scheduler, a small integer; used again after `removeGroup`. */
export type TaskGroupId = number;

/** A task of one scheduler; out of date once the task has ended. */
export type TaskId = number;

/** cgroup cpu.max: at most `quota` of CPU time in each `period`; then the group is throttled until the period ends. */
export interface Bandwidth {
  /** [ns], > 0; more than the period for more than one core. */
  readonly quota: Nanoseconds;
  /** [ns], > 0. Periods of a group follow each other from the moment when it first has work. */
  readonly period: Nanoseconds;
}

/** `cores` on average over each `period` [s]. */
export const bandwidthOf = (cores: number, period: number): Bandwidth => ({
  quota: nanoseconds(cores * period),
  period: nanoseconds(period),
});

export interface TaskGroupOptions {
  readonly name?: string;
  /** Share against other groups, > 0. */
  readonly weight: number;
  /** Virtual CPUs that the group's tasks run on, >= 1; left out, they run on the host's own. */
  readonly vcpus?: number | undefined;
  readonly bandwidth?: Bandwidth | undefined;
  /** CPUs (hardware threads 0, 1, ...) that the group may use; left out: all. */
  readonly cpus?: readonly number[] | undefined;
}

/** Where the time of a task went from `submit` to its end: whole nanoseconds, which sum to its response time. */
export interface TaskTimes {
  /** Its demand. */
  running: Nanoseconds;
  /** For a CPU; behind tasks of its own group, and for host tasks also behind others; switch costs and shared cores. */
  waiting: Nanoseconds;
  /** Its vCPU was runnable, the host ran something else. */
  steal: Nanoseconds;
  /** The group's quota was used up. */
  throttled: Nanoseconds;
}

/** What went on, summed since the beginning. */
export interface SchedulerUsage {
  /** Switches of a CPU from one task to another [1]; the fluid has none. */
  readonly switches: number;
  /** Tasks and vCPUs that went on on another CPU than before [1]; the fluid has none. */
  readonly migrations: number;
  /** Time that groups with work were throttled, summed over groups [ns]. */
  readonly throttled: Nanoseconds;
  /** Time that vCPUs ran, and that they were runnable while the host ran something else, summed over vCPUs [ns]. */
  readonly vcpuRunning: Nanoseconds;
  readonly vcpuSteal: Nanoseconds;
}

/** What a group has had and has lacked since it came: what a container's cpu.stat says, and `st` of top in a guest. To be added to. */
export interface GroupUsage {
  /** Core time used [ns]. */
  cpu: number;
  /** Time that its vCPUs were runnable while the host ran something else, summed over them; 0 without vCPUs [ns]. */
  steal: number;
  /** Ends of periods of its quota, and those at which it was throttled: nr_periods, nr_throttled [1]. */
  periods: number;
  throttledPeriods: number;
  /** Time that it was throttled with work [ns]; the kernel's throttled_usec adds this up over the CPUs that its threads wait for. */
  throttled: number;
}

export interface CpuScheduler extends Station {
  /** The times of the task whose `done` is being called: one record, written anew for the next task, so copy what is needed. */
  readonly finished: Readonly<TaskTimes>;
  readonly usage: SchedulerUsage;
  /** Kept by the scheduler for all that the machine's tasks wait for. */
  readonly pressure: Pressure;
  /** @throws RangeError for values out of the bounds above, or a set of CPUs that this fidelity can't honour */
  addGroup(options: TaskGroupOptions): TaskGroupId;
  /** Changes weight and bandwidth from now on; a new bandwidth begins with its full quota. */
  changeGroup(group: TaskGroupId, options: Pick<TaskGroupOptions, "weight" | "bandwidth">): void;
  /** Adds up to now what a group has used to `usage`. Changes nothing else. */
  addUsage(group: TaskGroupId, usage: GroupUsage): void;
  /** @throws RangeError if the group still has tasks: submitted, and neither withdrawn nor told that they are done */
  removeGroup(group: TaskGroupId): void;
  /**
   * A task with `demand` [ns of one core] enters the group. `done(arg)` is called when it has been served, as the last act of an event.
   * @throws RangeError if the demand is negative or not finite
   */
  submit(group: TaskGroupId, demand: Nanoseconds, done: HandlerId, arg: number): TaskId;
  /**
   * Ends a task; its `done` does not come any more. Returns the work left, rounded up [ns of one core], so that it can go on elsewhere:
   * what was done and what is left are the demand, to within a nanosecond. 0, and harmless, if the task has ended already.
   */
  withdraw(task: TaskId): Nanoseconds;
  /**
   * The host goes down, failed or shut down, with all tasks ended or withdrawn: removes the groups that are left, and what is planned for
   * later, so that nothing in the calendar touches this scheduler any more. Its station is audited for the last time, and its name is free.
   * (A task withdrawn at the very instant at which it finished may still have its end in the calendar, for this instant, which finds nobody.)
   * @throws RangeError, and changes nothing, if a group still has tasks; AuditError if the books do not balance
   */
  close(): void;
}

/** @throws RangeError, with the name of scheduler and group */
export function checkGroup(scheduler: string, { name = "?", weight, vcpus, bandwidth }: TaskGroupOptions): void {
  const refuse = (found: string, expected: string): never => {
    throw new RangeError(`scheduler "${scheduler}", group "${name}": found ${found}, expected ${expected}`);
  };
  if (!(weight > 0 && weight < Infinity)) refuse(`weight ${weight}`, "a finite weight above 0");
  if (vcpus !== undefined && !(Number.isInteger(vcpus) && vcpus >= 1)) refuse(`${vcpus} vCPUs`, "a whole number of at least 1");
  if (bandwidth === undefined) return;
  const { quota, period } = bandwidth;
  if (!(Number.isInteger(period) && period > 0)) refuse(`a period of ${period} ns`, "a whole number above 0");
  if (!(quota > 0 && quota < Infinity)) refuse(`a quota of ${quota} ns`, "a finite one above 0");
}

/** `found` tasks are in the way of a call that takes none. */
export function refuseTasks(scheduler: string, call: string, group: string, found: number): never {
  throw new RangeError(`scheduler "${scheduler}": ${call} with ${found} tasks in group "${group}", expected none; withdraw them first`);
}

export function refuseDemand(scheduler: string, demand: number): never {
  throw new RangeError(`scheduler "${scheduler}": found a task of demand ${demand} ns, expected a finite demand of at least 0`);
}
