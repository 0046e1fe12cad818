/**
 * Threads and vCPUs that want a CPU, or no longer do. Who wakes up goes to an idle CPU, with an idle core if there is one, the one it last
 * ran on preferred; else to the least loaded by weight. Source: Linux, kernel/sched/fair.c (select_task_rq_fair), without its domains.
 */
import type { Accounting } from "./accounting.ts";
import type { Balancing } from "./balancing.ts";
import type { CoreThreads } from "./core-threads.ts";
import type { CpuTable } from "./cpu-table.ts";
import { type EntityId, NONE } from "./fair-queues.ts";
import type { GroupShares } from "./group-shares.ts";
import type { RunQueues } from "./run-queues.ts";
import type { SliceGroup } from "./slice-group.ts";
import type { SliceState } from "./state.ts";
import type { TurnEnds } from "./turn-ends.ts";
import type { TurnParts, Turns } from "./turns.ts";

export class WakeUps {
  readonly #cores: CoreThreads;
  readonly #cpus: CpuTable;
  readonly #queues: RunQueues;
  readonly #accounting: Accounting;
  readonly #turnEnds: TurnEnds;
  readonly #shares: GroupShares;
  readonly #balancing: Balancing;
  readonly #turns: Turns;

  constructor({ cores, cpus, queues }: SliceState, { accounting, turnEnds, shares, balancing }: TurnParts, turns: Turns) {
    this.#cores = cores;
    this.#cpus = cpus;
    this.#queues = queues;
    this.#accounting = accounting;
    this.#turnEnds = turnEnds;
    this.#shares = shares;
    this.#balancing = balancing;
    this.#turns = turns;
  }

  /** A thread or vCPU wants a CPU. */
  wake(thread: EntityId, group: SliceGroup): void {
    const queues = this.#queues;
    const cpu = this.#chooseCpu(queues.ranOn[thread], group);
    this.#accounting.charge(cpu);
    queues.placeOf[thread] = cpu;
    group.lastCpu = cpu;
    group.runnable++;
    this.#shares.join(group, cpu);
    queues.enter(thread, group.queueOn(cpu));
    if (group.isThrottled) {
      this.#cpus.throttled++;
      return;
    }
    this.#cpus.want(cpu, 1);
    this.#shares.attach(group, cpu);
    this.#shares.shareOut(group);
    if (this.#cpus.threadOn[cpu] === NONE) this.#turns.dispatch(cpu);
    else {
      this.#turnEnds.plan(cpu);
      this.#balancing.watch();
    }
  }

  /** A thread or vCPU that waits no longer wants a CPU. */
  sleep(thread: EntityId, group: SliceGroup): void {
    const queues = this.#queues;
    const cpu = queues.placeOf[thread];
    this.#accounting.charge(cpu);
    queues.leave(thread);
    group.runnable--;
    if (group.isThrottled) {
      this.#cpus.throttled--;
      return;
    }
    this.#cpus.want(cpu, -1);
    if (queues.size(group.queueOn(cpu)) === 0) queues.leave(group.entities[cpu]);
    this.#shares.shareOut(group);
    this.#turnEnds.plan(cpu);
  }

  #chooseCpu(last: number, group: SliceGroup): number {
    const { count, isBusy } = this.#cores;
    const before = last === NONE ? group.lastCpu : last;
    if (isBusy[before] === 0 && this.#cores.isCoreIdle(before)) return before;
    let idle = isBusy[before] === 0 ? before : NONE;
    let least = before;
    for (let cpu = 0; cpu < count; cpu++) {
      if (!group.mayUse(cpu)) continue;
      if (isBusy[cpu] === 0) {
        if (this.#cores.isCoreIdle(cpu)) return cpu;
        if (idle === NONE) idle = cpu;
      } else if (this.#queues.load[cpu] < this.#queues.load[least]) least = cpu;
    }
    return idle === NONE ? least : idle;
  }
}
