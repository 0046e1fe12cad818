/**
 * Evens out the load of CPUs: one without work takes over a waiting thread, and from time to time threads go from loaded to less loaded ones.
 * Source: Linux, kernel/sched/fair.c (newidle_balance, load_balance), without its domains.
 */
import type { EntityId } from "./fair-queues.ts";
import type { RunQueues } from "./run-queues.ts";
import type { SliceGroup } from "./slice-group.ts";

/** What balancing needs of the scheduler. */
export interface BalancedCpus {
  readonly count: number;
  /** Threads and vCPUs that wait on the CPU. */
  waitingOn(cpu: number): number;
  group(id: number): SliceGroup;
  /** Ran so short a time ago that its cache is still warm. */
  isHot(thread: EntityId): boolean;
  move(thread: EntityId, group: SliceGroup, from: number, to: number): void;
  /** Has a CPU that threads have come to go on. */
  settle(cpu: number): void;
}

/** Groups that are looked at in one queue before giving up, and threads moved from it at a time. Source: Linux, sched_nr_migrate. */
const LOOK_AT = 32;
/** Loads that differ by less than this are equal [1]. */
const ROUNDING = 1e-9;
/** Results of an attempt to even out. */
const NOTHING_MOVED = 0;
const MOVED = 1;
const ROTATED = 2;

export class Balancing {
  readonly #queues: RunQueues;
  readonly #cpus: BalancedCpus;
  /** CPU at which the next round begins, so that each has its turn. */
  #first = 0;

  constructor(queues: RunQueues, cpus: BalancedCpus) {
    this.#queues = queues;
    this.#cpus = cpus;
  }

  /** A CPU without work takes over a thread that waits for another one, from the longest queue first. False if there is none for it. */
  pull(cpu: number): boolean {
    const { count } = this.#cpus;
    let longest = cpu;
    for (let other = 0; other < count; other++) if (this.#cpus.waitingOn(other) > this.#cpus.waitingOn(longest)) longest = other;
    if (longest !== cpu && this.#pullFrom(longest, cpu)) return true;
    for (let other = 0; other < count; other++) {
      if (other !== longest && this.#cpus.waitingOn(other) > 0 && this.#pullFrom(other, cpu)) return true;
    }
    return false;
  }

  /**
   * Moves threads that wait to the least loaded CPU they may use, if that is less loaded even with them. And one that would only make the two
   * CPUs change roles: so that three equal threads on two CPUs get the same in the long run, as in the kernel, which does it when an attempt
   * to balance has failed. Threads that are cache-hot stay.
   */
  even(): void {
    const { count } = this.#cpus;
    const { load } = this.#queues;
    const first = this.#first;
    let least = load[0];
    for (let cpu = 1; cpu < count; cpu++) least = Math.min(least, load[cpu]);
    let mayRotate = true;
    for (let step = 0; step < count; step++) {
      const cpu = (first + step) % count;
      if (load[cpu] <= least * (1 + ROUNDING)) continue;
      let moves = 0;
      for (let position = 0; position < this.#candidates(cpu) && moves < LOOK_AT; position++) {
        const gain = this.#evenOut(cpu, this.#candidate(cpu, position), mayRotate);
        if (gain === NOTHING_MOVED) continue;
        if (gain === ROTATED) {
          mayRotate = false;
          this.#first = cpu + 1;
        }
        moves++;
        position--; // what waits has changed
      }
    }
  }

  #pullFrom(from: number, to: number): boolean {
    const queues = this.#queues;
    for (let position = 0; position < this.#candidates(from); position++) {
      const group = this.#candidate(from, position);
      const queue = group.queueOn(from);
      if (queues.waiting[queue] === 0 || !group.mayUse(to)) continue;
      this.#cpus.move(queues.waitingAt(queue, 0), group, from, to);
      return true;
    }
    return false;
  }

  #evenOut(from: number, group: SliceGroup, mayRotate: boolean): typeof NOTHING_MOVED | typeof MOVED | typeof ROTATED {
    const queues = this.#queues;
    const { load } = queues;
    const queue = group.queueOn(from);
    if (queues.waiting[queue] === 0) return NOTHING_MOVED;
    const thread = queues.waitingAt(queue, 0);
    if (this.#cpus.isHot(thread)) return NOTHING_MOVED;
    const { count } = this.#cpus;
    const share = group.weight / group.runnable;
    let to = from;
    for (let step = 1; step < count; step++) {
      // From the next one on, so that of equal CPUs each has its turn.
      const cpu = (from + step) % count;
      if (load[cpu] < load[to] && group.mayUse(cpu)) to = cpu;
    }
    const gap = load[from] - load[to];
    const isEven = gap < share * (1 + ROUNDING);
    if (to === from || gap < share * (1 - ROUNDING) || (isEven && !mayRotate)) return NOTHING_MOVED;
    this.#cpus.move(thread, group, from, to);
    this.#cpus.settle(to);
    return isEven ? ROTATED : MOVED;
  }

  /** Groups of a CPU that are looked at: some that wait, and the one that runs. */
  #candidates(cpu: number): number {
    return Math.min(LOOK_AT, this.#queues.size(cpu));
  }

  #candidate(cpu: number, position: number): SliceGroup {
    const queues = this.#queues;
    const entity = position < queues.waiting[cpu] ? queues.waitingAt(cpu, position) : queues.current[cpu];
    return this.#cpus.group(queues.groupOf[entity]);
  }
}
