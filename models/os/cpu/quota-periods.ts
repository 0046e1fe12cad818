/**
 * The periods of groups with a quota (cgroup cpu.max). As in the kernel (kernel/sched/fair.c, start_cfs_bandwidth), a group's periods follow
 * each other without gaps from the moment when it first runs, and the timer that begins them stops when a period ends in which the group has
 * no work; it starts again, on the old grid, when work comes. So a group that is idle costs no events. The kernel's first period begins at a
 * random offset; here at the first run.
 */
import type { EventHandle, HandlerId, Nanoseconds, Simulation } from "../../../engine/index.ts";
import type { Bandwidth, TaskGroupId } from "./scheduler.ts";

export class QuotaPeriods {
  readonly #simulation: Simulation;
  readonly #refill: (group: TaskGroupId) => void;
  readonly #hasWork: (group: TaskGroupId) => boolean;
  readonly #periodEnds: HandlerId;
  /** 0 for groups without a quota. */
  readonly #period: Nanoseconds[] = [];
  /** End of the period whose quota is in use, -1 before the first. */
  readonly #end: Nanoseconds[] = [];
  readonly #timer: EventHandle[] = [];

  /** `refill(group)` gives the group its quota for a new period. */
  constructor(simulation: Simulation, name: string, refill: (group: TaskGroupId) => void, hasWork: (group: TaskGroupId) => boolean) {
    this.#simulation = simulation;
    this.#refill = refill;
    this.#hasWork = hasWork;
    this.#periodEnds = simulation.on(`${name}: period of a quota ends`, (group) => this.#onPeriodEnd(group));
  }

  /** The group has this bandwidth from now on, from its next work on; undefined: no quota. */
  set(group: TaskGroupId, bandwidth: Bandwidth | undefined): void {
    this.#simulation.cancel(this.#timer[group] ?? 0);
    this.#period[group] = bandwidth?.period ?? 0;
    this.#end[group] = -1;
    this.#timer[group] = 0;
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
    else if (now >= end) this.#end[group] = end + (Math.floor((now - end) / period) + 1) * period;
    this.#timer[group] = this.#simulation.at(this.#end[group], this.#periodEnds, group);
    if (this.#end[group] > end) this.#refill(group);
  }

  #onPeriodEnd(group: TaskGroupId): void {
    this.#timer[group] = 0;
    if (this.#hasWork(group)) this.#start(group);
  }
}
