/**
 * Where the time of CPUs went: to the task, its thread, its vCPU and its group, at the speed that the core had, and what of it the switch
 * took. A vCPU that is runnable and does not run is stolen from: that is the time of the task which its guest has picked.
 */
import type { Nanoseconds, Simulation } from "../../../../engine/index.ts";
import type { CpuTable } from "./cpu-table.ts";
import { type EntityId, NONE } from "./fair-queues.ts";
import type { GroupTable } from "./group-table.ts";
import type { RunQueues } from "./run-queues.ts";
import type { SliceGroup } from "./slice-group.ts";
import type { SliceTasks } from "./slice-tasks.ts";
import type { SliceState } from "./state.ts";

export class Accounting {
  /** As in `SchedulerUsage`. */
  switches = 0;
  migrations = 0;
  vcpuRunning: Nanoseconds = 0;
  vcpuSteal: Nanoseconds = 0;
  readonly #simulation: Simulation;
  readonly #cpus: CpuTable;
  readonly #queues: RunQueues;
  readonly #tasks: SliceTasks;
  readonly #groups: GroupTable;

  constructor({ simulation, cpus, queues, tasks, groups }: SliceState) {
    this.#simulation = simulation;
    this.#cpus = cpus;
    this.#queues = queues;
    this.#tasks = tasks;
    this.#groups = groups;
  }

  /** Books the time since the last look on everything that runs on a CPU. */
  charge(cpu: number): void {
    const cpus = this.#cpus;
    const { now } = this.#simulation;
    const time = now - cpus.chargedAt[cpu];
    const thread = cpus.threadOn[cpu];
    if (time === 0 || thread === NONE) return;
    cpus.chargedAt[cpu] = now;
    const overhead = Math.min(time, cpus.overhead[cpu]);
    const served = time - overhead;
    cpus.overhead[cpu] -= overhead;
    const queues = this.#queues;
    queues.charge(cpu, served);
    const group = this.#groups.get(cpus.groupOn[cpu]);
    queues.charge(group.queueOn(cpu), served);
    const guest = queues.guestOf[thread];
    if (guest !== NONE) {
      queues.charge(guest, served);
      this.vcpuRunning += time;
    }
    const slot = queues.slotOf[cpus.taskOn[cpu]];
    const speed = cpus.speed[cpu];
    this.#tasks.left[slot] -= served * speed;
    this.#tasks.used[slot] += time * speed;
    group.used += time * speed;
  }

  /** A vCPU that was runnable without running runs now, or its task leaves: the time since is steal of that task. */
  settleSteal(vcpu: EntityId, group: SliceGroup): void {
    if (group.isThrottled) return;
    this.bookSteal(vcpu, group);
    this.#queues.stolenSince[vcpu] = this.#simulation.now;
  }

  /** Up to now a vCPU has been runnable without running. */
  bookSteal(vcpu: EntityId, group: SliceGroup): void {
    const queues = this.#queues;
    const time = this.#simulation.now - queues.stolenSince[vcpu];
    this.#tasks.steal[queues.slotOf[queues.current[queues.guestOf[vcpu]]]] += time;
    this.vcpuSteal += time;
    group.steal += time;
  }

  /** Core time that the group's tasks have used up to now [ns]. */
  used({ id, used }: SliceGroup): number {
    const { count, groupOn, taskOn, chargedAt, speed } = this.#cpus;
    let sum = used;
    for (let cpu = 0; cpu < count; cpu++) {
      if (groupOn[cpu] === id && taskOn[cpu] !== NONE) sum += (this.#simulation.now - chargedAt[cpu]) * speed[cpu];
    }
    return sum;
  }

  /** Core time of all tasks up to now, switches included [ns of one core]. */
  workDone(): number {
    const { count, taskOn, chargedAt, speed } = this.#cpus;
    const { now } = this.#simulation;
    let workDone = this.#tasks.totalUsed();
    for (let cpu = 0; cpu < count; cpu++) if (taskOn[cpu] !== NONE) workDone += (now - chargedAt[cpu]) * speed[cpu];
    return workDone;
  }
}
