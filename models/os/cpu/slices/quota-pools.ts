/**
 * CPU time that groups with a quota have left in their period: one pool for all CPUs that run a group, used by each of them at one
 * nanosecond a nanosecond. When it is empty the group is throttled, and released when its next period begins.
 */
import type { EventHandle, HandlerId, Nanoseconds, Simulation } from "../../../../engine/index.ts";
import { QuotaPeriods } from "../quota-periods.ts";
import type { Bandwidth, GroupUsage, TaskGroupId } from "../scheduler.ts";
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

/** A quota with less than this left is used up [ns]. */
const GRAIN = 1e-3;

export class QuotaPools {
  readonly #simulation: Simulation;
  readonly #groups: PooledGroups;
  readonly #periods: QuotaPeriods;
  readonly #exhausted: HandlerId;

  constructor(simulation: Simulation, name: string, groups: PooledGroups) {
    this.#simulation = simulation;
    this.#groups = groups;
    this.#exhausted = simulation.on(`${name}: quota used up`, (id) => this.#onExhausted(groups.group(id)));
    this.#periods = new QuotaPeriods(simulation, name, {
      refill: (id) => this.#grant(groups.group(id)),
      hasWork: (id) => groups.group(id).tasks > 0,
      throttledTime: (id) => groups.group(id).throttledTime(simulation.now),
    });
  }

  /** The group has this bandwidth from now on, beginning with its full quota; undefined: none. */
  set(group: SliceGroup, bandwidth: Bandwidth | undefined): void {
    group.pool.quota = bandwidth?.quota ?? Infinity;
    this.#periods.set(group.id, bandwidth);
    this.#grant(group);
    if (group.tasks > 0) this.#periods.work(group.id);
  }

  /** The group has work. */
  work(group: SliceGroup): void {
    this.#periods.work(group.id);
  }

  /** One more, or one less, CPU runs the group. */
  use(group: SliceGroup, more: 1 | -1): void {
    const { pool } = group;
    if (pool.quota < Infinity) pool.settle(this.#simulation.now);
    pool.running += more;
    if (pool.quota < Infinity) this.#plan(group);
  }

  remove(group: SliceGroup): void {
    this.#simulation.cancel(group.pool.exhaustion);
    this.#periods.remove(group.id);
  }

  /** Adds to `usage` what the group's periods were. */
  addTo(usage: GroupUsage, group: SliceGroup): void {
    this.#periods.addTo(usage, group.id);
  }

  #grant(group: SliceGroup): void {
    group.pool.settle(this.#simulation.now);
    group.pool.left = group.pool.quota;
    if (group.isThrottled) this.#groups.release(group);
    this.#plan(group);
  }

  #plan(group: SliceGroup): void {
    const { pool } = group;
    this.#simulation.cancel(pool.exhaustion);
    pool.exhaustion = 0;
    if (pool.running === 0 || pool.left === Infinity) return;
    const delay = Math.max(0, Math.ceil(pool.left / pool.running - GRAIN));
    pool.exhaustion = this.#simulation.after(delay, this.#exhausted, group.id);
  }

  #onExhausted(group: SliceGroup): void {
    group.pool.settle(this.#simulation.now);
    group.pool.exhaustion = this.#groups.isFinishing(group) ? this.#simulation.after(0, this.#exhausted, group.id) : 0;
    if (group.pool.exhaustion === 0) this.#groups.throttle(group);
  }
}

export class QuotaPool {
  quota: Nanoseconds = Infinity;
  /** What is left of it as of `settledAt`. */
  left: Nanoseconds = Infinity;
  settledAt: Nanoseconds = 0;
  /** CPUs that use it. */
  running = 0;
  /** Event at which nothing is left, 0 if none is pending. */
  exhaustion: EventHandle = 0;

  settle(now: Nanoseconds): void {
    if (this.left < Infinity) this.left -= this.running * (now - this.settledAt);
    this.settledAt = now;
  }
}
