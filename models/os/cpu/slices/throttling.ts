/** What becomes of a group whose quota is used up (cgroup cpu.max): it leaves all run queues, and comes back when its next period begins. */
import type { Simulation } from "../../../../engine/index.ts";
import type { Accounting } from "./accounting.ts";
import type { Balancing } from "./balancing.ts";
import type { CoreThreads } from "./core-threads.ts";
import type { CpuTable } from "./cpu-table.ts";
import { NONE } from "./fair-queues.ts";
import type { GroupShares } from "./group-shares.ts";
import type { RunQueues } from "./run-queues.ts";
import type { SliceGroup } from "./slice-group.ts";
import { GRAIN, type SliceTasks } from "./slice-tasks.ts";
import type { SliceState } from "./state.ts";
import type { TurnEnds } from "./turn-ends.ts";
import type { TurnParts, Turns } from "./turns.ts";

export class Throttling {
  readonly #simulation: Simulation;
  readonly #cores: CoreThreads;
  readonly #cpus: CpuTable;
  readonly #queues: RunQueues;
  readonly #tasks: SliceTasks;
  readonly #accounting: Accounting;
  readonly #turnEnds: TurnEnds;
  readonly #shares: GroupShares;
  readonly #balancing: Balancing;
  readonly #turns: Turns;

  constructor({ simulation, cores, cpus, queues, tasks }: SliceState, parts: TurnParts, turns: Turns) {
    this.#simulation = simulation;
    this.#cores = cores;
    this.#cpus = cpus;
    this.#queues = queues;
    this.#tasks = tasks;
    this.#accounting = parts.accounting;
    this.#turnEnds = parts.turnEnds;
    this.#shares = parts.shares;
    this.#balancing = parts.balancing;
    this.#turns = turns;
  }

  /** A task of the group finishes at this very instant. */
  isFinishing(group: SliceGroup): boolean {
    const { count, groupOn, event, eventAt, taskOn } = this.#cpus;
    const { now } = this.#simulation;
    for (let cpu = 0; cpu < count; cpu++) {
      if (groupOn[cpu] !== group.id || eventAt[cpu] !== now || event[cpu] === 0) continue;
      this.#accounting.charge(cpu);
      if (this.#tasks.left[this.#queues.slotOf[taskOn[cpu]]] <= GRAIN) return true;
    }
    return false;
  }

  /** Takes the group off all run queues. */
  throttle(group: SliceGroup): void {
    const queues = this.#queues;
    const { count, threadOn } = this.#cpus;
    group.isThrottled = true;
    this.#cpus.throttled += group.runnable;
    group.throttledSince = this.#simulation.now;
    for (let cpu = 0; cpu < count; cpu++) {
      if (!this.#shares.isOn(group, cpu)) continue;
      this.#accounting.charge(cpu);
      this.#cpus.want(cpu, -queues.size(group.queueOn(cpu)));
      if (queues.current[cpu] === group.entities[cpu]) {
        queues.putBack(group.queueOn(cpu));
        this.#turns.vacate(cpu);
      }
      queues.leave(group.entities[cpu]);
    }
    for (const vcpu of group.vcpus) if (queues.queueOf[vcpu] !== NONE) this.#accounting.bookSteal(vcpu, group);
    for (let cpu = 0; cpu < count; cpu++) {
      if (threadOn[cpu] === NONE && this.#cores.isBusy[cpu] === 1) this.#turns.dispatch(cpu);
      else if (group.entities[cpu] !== NONE) this.#turnEnds.plan(cpu);
    }
  }

  /** Puts the group back on them. */
  release(group: SliceGroup): void {
    const { now } = this.#simulation;
    const queues = this.#queues;
    const cpus = this.#cpus;
    const { count, threadOn } = cpus;
    group.isThrottled = false;
    cpus.throttled -= group.runnable;
    if (group.tasks > 0) group.throttledBefore += now - group.throttledSince;
    for (const vcpu of group.vcpus) queues.stolenSince[vcpu] = now;
    for (let cpu = 0; cpu < count; cpu++) {
      if (group.entities[cpu] === NONE || queues.size(group.queueOn(cpu)) === 0) continue;
      this.#accounting.charge(cpu);
      this.#shares.attach(group, cpu);
      cpus.want(cpu, queues.size(group.queueOn(cpu)));
      if (threadOn[cpu] !== NONE) this.#turnEnds.plan(cpu);
    }
    for (let cpu = 0; cpu < count; cpu++) if (threadOn[cpu] === NONE && cpus.runnable > cpus.running) this.#turns.dispatch(cpu);
    this.#balancing.watch();
  }
}
