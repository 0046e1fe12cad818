/**
 * The scheduler inside a virtual machine: its tasks on its vCPUs. A task goes to a vCPU that is halted, else to the one with the fewest;
 * a vCPU that runs out of tasks takes one over from another. To the host a vCPU is a thread, whoever of its tasks it serves.
 */
import type { Simulation } from "../../../../engine/index.ts";
import type { Accounting } from "./accounting.ts";
import type { CpuTable } from "./cpu-table.ts";
import { type EntityId, NONE } from "./fair-queues.ts";
import type { RunQueues } from "./run-queues.ts";
import type { SliceGroup } from "./slice-group.ts";
import type { SliceState } from "./state.ts";
import type { TurnEnds } from "./turn-ends.ts";

export class Guests {
  readonly #simulation: Simulation;
  readonly #cpus: CpuTable;
  readonly #queues: RunQueues;
  readonly #accounting: Accounting;
  readonly #turnEnds: TurnEnds;

  constructor({ simulation, cpus, queues }: SliceState, accounting: Accounting, turnEnds: TurnEnds) {
    this.#simulation = simulation;
    this.#cpus = cpus;
    this.#queues = queues;
    this.#accounting = accounting;
    this.#turnEnds = turnEnds;
  }

  add(group: SliceGroup, vcpus: number): void {
    for (let k = 0; k < vcpus; k++) group.vcpus.push(this.#queues.addVcpu(group.id, this.#queues.addRunQueue(vcpus)));
  }

  remove(group: SliceGroup): void {
    for (const vcpu of group.vcpus) {
      this.#queues.removeQueue(this.#queues.guestOf[vcpu]);
      this.#queues.removeEntity(vcpu);
    }
  }

  /** A task comes. Returns its vCPU if that was halted, and is to be woken up; else NONE. */
  enter(task: EntityId, group: SliceGroup): EntityId {
    const queues = this.#queues;
    const vcpu = this.#chooseVcpu(group);
    const guest = queues.guestOf[vcpu];
    queues.placeOf[task] = vcpu;
    if (queues.size(guest) === 0) {
      queues.enter(task, guest);
      queues.pick(guest);
      queues.stolenSince[vcpu] = this.#simulation.now;
      return vcpu;
    }
    const cpu = queues.placeOf[vcpu];
    const runs = this.#cpus.threadOn[cpu] === vcpu;
    if (runs) this.#accounting.charge(cpu);
    queues.enter(task, guest);
    if (runs) this.#turnEnds.plan(cpu);
    return NONE;
  }

  /** A task leaves that is not on a CPU. False if its vCPU has no other, and halts. */
  leave(task: EntityId, group: SliceGroup): boolean {
    const queues = this.#queues;
    const vcpu = queues.placeOf[task];
    const cpu = queues.placeOf[vcpu];
    const runs = this.#cpus.threadOn[cpu] === vcpu;
    const wasCurrent = queues.current[queues.guestOf[vcpu]] === task;
    if (wasCurrent && !runs) this.#accounting.settleSteal(vcpu, group);
    queues.leave(task);
    if (wasCurrent && !this.next(vcpu, group)) return false;
    if (runs) this.#turnEnds.plan(cpu);
    return true;
  }

  /** The task that the vCPU served has left it: the next one, or one that waits for another vCPU. False if there is none. */
  next(vcpu: EntityId, group: SliceGroup): boolean {
    const queues = this.#queues;
    const guest = queues.guestOf[vcpu];
    if (queues.waiting[guest] === 0 && !this.#takeOver(vcpu, group)) return false;
    queues.pick(guest);
    return true;
  }

  #takeOver(vcpu: EntityId, group: SliceGroup): boolean {
    const queues = this.#queues;
    const guest = queues.guestOf[vcpu];
    let busiest = guest;
    for (const other of group.vcpus) {
      if (queues.waiting[queues.guestOf[other]] > queues.waiting[busiest]) busiest = queues.guestOf[other];
    }
    if (busiest === guest) return false;
    const task = queues.waitingAt(busiest, 0);
    const other = queues.placeOf[task];
    const cpu = queues.placeOf[other];
    this.#accounting.charge(cpu);
    queues.leave(task);
    queues.enter(task, guest);
    queues.placeOf[task] = vcpu;
    this.#accounting.migrations++;
    if (this.#cpus.threadOn[cpu] === other) this.#turnEnds.plan(cpu);
    return true;
  }

  #chooseVcpu(group: SliceGroup): EntityId {
    const queues = this.#queues;
    let vcpu = group.vcpus[0];
    for (const other of group.vcpus) {
      if (queues.size(queues.guestOf[vcpu]) === 0) break;
      if (queues.size(queues.guestOf[other]) < queues.size(queues.guestOf[vcpu])) vcpu = other;
    }
    return vcpu;
  }
}
