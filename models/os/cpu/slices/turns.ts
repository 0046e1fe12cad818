/**
 * Who runs on a CPU: a CPU picks a group from its run queue, of that a thread or vCPU, and a vCPU serves the task that its guest has picked.
 * Switching to another task costs the switch and the refill of the cache, going on on another core the refill.
 */
import { type Nanoseconds, nanoseconds, type Simulation } from "../../../../engine/index.ts";
import { cacheRefill, switchCost } from "../../../hardware/cores.ts";
import type { CpuSpec } from "../../../hardware/spec.ts";
import type { TaskGroupId } from "../scheduler.ts";
import type { Accounting } from "./accounting.ts";
import type { Balancing } from "./balancing.ts";
import type { CoreThreads } from "./core-threads.ts";
import type { CpuTable } from "./cpu-table.ts";
import { type EntityId, NONE } from "./fair-queues.ts";
import type { GroupShares } from "./group-shares.ts";
import type { GroupTable } from "./group-table.ts";
import type { Guests } from "./guests.ts";
import type { QuotaPools } from "./quota-pools.ts";
import type { RunQueues } from "./run-queues.ts";
import type { SliceTasks } from "./slice-tasks.ts";
import type { SliceState } from "./state.ts";
import type { TurnEnds } from "./turn-ends.ts";

/** What taking turns leans on. */
export interface TurnParts {
  readonly accounting: Accounting;
  readonly turnEnds: TurnEnds;
  readonly shares: GroupShares;
  readonly guests: Guests;
  readonly balancing: Balancing;
  readonly pools: QuotaPools;
}

export class Turns {
  readonly #simulation: Simulation;
  readonly #cores: CoreThreads;
  readonly #cpus: CpuTable;
  readonly #queues: RunQueues;
  readonly #tasks: SliceTasks;
  readonly #groups: GroupTable;
  readonly #accounting: Accounting;
  readonly #turnEnds: TurnEnds;
  readonly #shares: GroupShares;
  readonly #guests: Guests;
  readonly #balancing: Balancing;
  readonly #pools: QuotaPools;
  readonly #switchCost: Nanoseconds;
  readonly #refill: Nanoseconds;

  constructor({ simulation, cores, cpus, queues, tasks, groups }: SliceState, parts: TurnParts, cpu: CpuSpec) {
    this.#simulation = simulation;
    this.#cores = cores;
    this.#cpus = cpus;
    this.#queues = queues;
    this.#tasks = tasks;
    this.#groups = groups;
    this.#accounting = parts.accounting;
    this.#turnEnds = parts.turnEnds;
    this.#shares = parts.shares;
    this.#guests = parts.guests;
    this.#balancing = parts.balancing;
    this.#pools = parts.pools;
    this.#switchCost = nanoseconds(switchCost(cpu));
    this.#refill = nanoseconds(cacheRefill(cpu));
  }

  /** Picks anew where a slice is over or somebody is due earlier: among the guest's tasks, and among what the host runs. */
  reschedule(cpu: number): void {
    const queues = this.#queues;
    const thread = this.#cpus.threadOn[cpu];
    const guest = queues.guestOf[thread];
    if (guest !== NONE && queues.isDue(guest)) {
      queues.putBack(guest);
      queues.pick(guest);
    }
    const threads = this.#groups.get(this.#cpus.groupOn[cpu]).queueOn(cpu);
    if (queues.isDue(cpu) || queues.isDue(threads)) {
      queues.putBack(threads);
      queues.putBack(cpu);
      this.vacate(cpu);
      this.dispatch(cpu);
    } else this.#serve(cpu, thread);
  }

  /** Picks who runs on a CPU that nobody runs on; with nobody waiting, somebody who waits elsewhere. */
  dispatch(cpu: number): void {
    const queues = this.#queues;
    const cpus = this.#cpus;
    let entity = queues.pick(cpu);
    if (entity === NONE && this.#balancing.pull(cpu)) entity = queues.pick(cpu);
    if (entity === NONE) return this.#rest(cpu);
    const id = queues.groupOf[entity];
    const group = this.#groups.get(id);
    const thread = queues.pick(group.queueOn(cpu));
    cpus.threadOn[cpu] = thread;
    cpus.running++;
    cpus.chargedAt[cpu] = this.#simulation.now;
    if (queues.guestOf[thread] !== NONE) this.#accounting.settleSteal(thread, group);
    this.#setGroup(cpu, id);
    this.#serve(cpu, thread);
    if (this.#cores.isBusy[cpu] === 0) this.#turnEnds.setBusy(cpu, true);
    this.#balancing.watch();
  }

  /** The task on a CPU, charged up to now, ends; somebody else runs on. */
  takeOff(cpu: number): void {
    const queues = this.#queues;
    const cpus = this.#cpus;
    const thread = cpus.threadOn[cpu];
    const group = this.#groups.get(cpus.groupOn[cpu]);
    if (queues.guestOf[thread] !== NONE) {
      queues.leave(cpus.taskOn[cpu]);
      if (this.#guests.next(thread, group)) return this.reschedule(cpu);
    }
    queues.leave(thread);
    group.runnable--;
    cpus.want(cpu, -1);
    if (queues.size(group.queueOn(cpu)) === 0) queues.leave(group.entities[cpu]);
    else queues.putBack(cpu);
    this.vacate(cpu);
    this.#shares.shareOut(group);
    this.dispatch(cpu);
  }

  /** Nobody runs on a CPU; whoever did has been put back in its queues, or has left them. To be followed by `dispatch`. */
  vacate(cpu: number): void {
    const cpus = this.#cpus;
    this.#queues.stop(cpus.threadOn[cpu], this.#simulation.now);
    cpus.threadOn[cpu] = NONE;
    cpus.taskOn[cpu] = NONE;
    cpus.running--;
  }

  /** A thread serves the task that it is, a vCPU the one that its guest has picked. */
  #serve(cpu: number, thread: EntityId): void {
    const queues = this.#queues;
    const cpus = this.#cpus;
    const guest = queues.guestOf[thread];
    const task = guest === NONE ? thread : queues.current[guest];
    cpus.taskOn[cpu] = task;
    const id = this.#tasks.idOf(queues.slotOf[task]);
    if (id !== cpus.lastTask[cpu]) {
      cpus.lastTask[cpu] = id;
      const last = queues.ranOn[thread];
      const hasMoved = last !== NONE && this.#cores.coreOf(last) !== this.#cores.coreOf(cpu);
      if (this.#cores.isBusy[cpu] === 1) {
        this.#accounting.switches++;
        cpus.overhead[cpu] = this.#switchCost;
      } else cpus.overhead[cpu] = hasMoved ? this.#refill : 0;
    }
    queues.ranOn[thread] = cpu;
    this.#turnEnds.plan(cpu);
  }

  #rest(cpu: number): void {
    this.#setGroup(cpu, NONE);
    if (this.#cores.isBusy[cpu] === 1) this.#turnEnds.setBusy(cpu, false);
    this.#turnEnds.plan(cpu);
  }

  /** A CPU runs this group now, and uses its quota; NONE: it is idle. */
  #setGroup(cpu: number, id: TaskGroupId): void {
    const { groupOn } = this.#cpus;
    const before = groupOn[cpu];
    if (before === id) return;
    groupOn[cpu] = id;
    if (before !== NONE) this.#pools.use(this.#groups.get(before), -1);
    if (id !== NONE) this.#pools.use(this.#groups.get(id), 1);
  }
}
