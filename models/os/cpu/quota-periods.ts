/**
 * The periods of groups with a quota (cgroup cpu.max). As in the kernel (kernel/sched/fair.c, start_cfs_bandwidth), a group's periods follow
 * each other without gaps from the moment when it first runs, and the timer that begins them stops when a period ends in which the group has
 * no work; it starts again, on the old grid, when work comes. So a group that is idle costs no events. The kernel's first period begins at a
 * random offset; here at the first run.
 *
 * What cpu.stat says of them is counted as the kernel does: `nr_periods` are ends of periods at which the timer was running, which are one more than
 * those with work each time the group falls idle; `nr_throttled` those at which the group was throttled.
 */
import type { EventHandle, HandlerId, Nanoseconds, Simulation } from "../../../engine/index.ts";
import type { Bandwidth, GroupUsage, TaskGroupId } from "./scheduler.ts";

/** What the periods need of the scheduler. */
export interface PeriodicGroups {
  /** Gives the group its quota for a new period. */
  refill(group: TaskGroupId): void;
  hasWork(group: TaskGroupId): boolean;
  /** Time that it has been throttled with work [ns]. */
  throttledTime(group: TaskGroupId): Nanoseconds;
}

export class QuotaPeriods {
  readonly #simulation: Simulation;
  readonly #periodEnds: HandlerId;
  /** 0 for groups without a quota. */
  readonly #period: Nanoseconds[] = [];
  /** End of the period whose quota is in use, -1 before the first. */
  readonly #end: Nanoseconds[] = [];
  readonly #timer: EventHandle[] = [];
  readonly #groups: PeriodicGroups;
  /** Periods that ended since the group came, those of them that ended throttled, and its throttled time at the last one. */
  readonly #periods: number[] = [];
  readonly #throttledPeriods: number[] = [];
  readonly #throttledTime: Nanoseconds[] = [];

  constructor(simulation: Simulation, name: string, groups: PeriodicGroups) {
    this.#simulation = simulation;
    this.#groups = groups;
    this.#periodEnds = simulation.on(`${name}: period of a quota ends`, (group) => this.#onPeriodEnd(group));
  }

  /** The group has this bandwidth from now on, from its next work on; undefined: no quota. */
  set(group: TaskGroupId, bandwidth: Bandwidth | undefined): void {
    this.#simulation.cancel(this.#timer[group] ?? 0);
    this.#period[group] = bandwidth?.period ?? 0;
    this.#end[group] = -1;
    this.#timer[group] = 0;
    this.#periods[group] ??= 0;
    this.#throttledPeriods[group] ??= 0;
    this.#throttledTime[group] ??= 0;
  }

  /** The group is gone, and its number may be another's. */
  remove(group: TaskGroupId): void {
    this.set(group, undefined);
    this.#periods[group] = 0;
    this.#throttledPeriods[group] = 0;
    this.#throttledTime[group] = 0;
  }

  /** Adds to `usage` what the group's periods were. */
  addTo(usage: GroupUsage, group: TaskGroupId): void {
    usage.periods += this.#periods[group];
    usage.throttledPeriods += this.#throttledPeriods[group];
  }

  /** The group has work: to be called before it begins to run. */
  work(group: TaskGroupId): void {
    if (this.#period[group] > 0 && this.#timer[group] === 0) this.#start(group);
  }

  #start(group: TaskGroupId): void {
    const { now } = this.#simulation;
    const period = this.#period[group];
    const end = this.#end[group];
    if (end < 0) this.#end[group] = now + period;
    else if (now >= end) {
      const missed = Math.floor((now - end) / period);
      if (missed > 0) this.#periods[group]++; // in which the kernel's timer found the group idle, and stopped
      this.#end[group] = end + (missed + 1) * period;
    }
    this.#timer[group] = this.#simulation.at(this.#end[group], this.#periodEnds, group);
    if (this.#end[group] > end) this.#groups.refill(group);
  }

  #onPeriodEnd(group: TaskGroupId): void {
    this.#timer[group] = 0;
    this.#periods[group]++;
    const throttled = this.#groups.throttledTime(group);
    // A quota that lasts to the very end of its period throttles nobody.
    if (throttled > this.#throttledTime[group]) this.#throttledPeriods[group]++;
    this.#throttledTime[group] = throttled;
    if (this.#groups.hasWork(group)) this.#start(group);
  }
}
