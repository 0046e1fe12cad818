/**
 * The scheduler by slices: tasks take turns on the CPUs' run queues, each turn is an event.
 *
 * Every CPU (hardware thread) has a run queue of groups, every group on it a queue of its threads, or of the vCPUs of a virtual machine;
 * every vCPU has a run queue of the guest's tasks. All are fair queues by virtual deadline (`FairQueues`); a group's weight is spread over
 * the CPUs as its threads are. Whoever becomes runnable goes to an idle CPU, one with an idle core and the one it last ran on preferred,
 * else to the least loaded. A CPU that runs out of work takes over a waiting thread at once; the load of busy CPUs is evened out from time
 * to time. Switching to another task costs the switch and the refill of the cache, going on on another core the refill; it comes on top of
 * the slice, but counts against the quota. cpu.max: one pool for the group's CPUs, used up to the nanosecond; then the group is off all
 * queues until its period ends.
 *
 * Who asks whom, from top to bottom; all work on the tables of `SliceState`, and only balancing calls upwards (`dispatch`):
 *
 *     SliceScheduler                   tasks come, finish, are withdrawn
 *       |
 *     WakeUps   Throttling             a thread wants a CPU, or no longer; a group's quota is used up, or new
 *       |          |
 *     Turns  -> QuotaPools             who runs on a CPU; what that takes of the group's quota
 *       |    -> Guests                 which task a vCPU serves
 *       |    -> Balancing              who moves to another CPU
 *     TurnEnds, GroupShares            when the turn ends; what a group weighs on each CPU
 *     Accounting                       where the time went
 *
 * Not covered: the 5 ms slices in which the kernel hands the pool to CPUs, NUMA and cache domains, balancing of weights inside guests,
 * locks and pause-loop exits, halt polling, cores of different speed. A task is a burst; the thread behind it has no history but its group's.
 */
import type { HandlerId, Nanoseconds, Simulation, StationCounters } from "../../../../engine/index.ts";
import { fullCapacity } from "../../../hardware/cores.ts";
import type { CpuSpec } from "../../../hardware/spec.ts";
import {
  checkGroup,
  type CpuScheduler,
  type GroupUsage,
  refuseDemand,
  refuseTasks,
  type SchedulerUsage,
  type TaskGroupId,
  type TaskGroupOptions,
  type TaskId,
  type TaskTimes,
} from "../scheduler.ts";
import { Pressure } from "../pressure.ts";
import type { SlicesSpec } from "../spec.ts";
import { Accounting } from "./accounting.ts";
import { Balancing } from "./balancing.ts";
import { type EntityId, NONE } from "./fair-queues.ts";
import { GroupShares } from "./group-shares.ts";
import { Guests } from "./guests.ts";
import { QuotaPools } from "./quota-pools.ts";
import type { SliceGroup } from "./slice-group.ts";
import { GRAIN } from "./slice-tasks.ts";
import { SliceState } from "./state.ts";
import { Throttling } from "./throttling.ts";
import { TurnEnds } from "./turn-ends.ts";
import { Turns } from "./turns.ts";
import { WakeUps } from "./wake-ups.ts";

const milliseconds = (seconds: number): string => `${Number((1e3 * seconds).toPrecision(6))} ms`;

/** What it does with these times, in one line. */
export const describeSlices = ({ baseSlice, balanceInterval }: SlicesSpec): string =>
  [
    `turns of ${milliseconds(baseSlice)} times 1 + log2 of the CPUs (at most 4), by weight, the earliest virtual deadline first (EEVDF)`,
    "a run queue for each CPU, and for each vCPU inside a guest",
    `an idle CPU takes over who waits, busy ones are evened out every ${milliseconds(balanceInterval)} times the CPUs`,
  ].join("; ");

export class SliceScheduler implements CpuScheduler {
  readonly name: string;
  readonly kind = "slices scheduler";
  readonly pressure: Pressure;
  readonly finished: TaskTimes = { running: 0, waiting: 0, steal: 0, throttled: 0 };
  readonly #simulation: Simulation;
  readonly #capacity: number;
  /** When the host came. */
  readonly #since: Nanoseconds;
  readonly #state: SliceState;
  readonly #accounting: Accounting;
  readonly #shares: GroupShares;
  readonly #guests: Guests;
  readonly #balancing: Balancing;
  readonly #pools: QuotaPools;
  readonly #turns: Turns;
  readonly #wakeUps: WakeUps;
  readonly #throttling: Throttling;

  constructor(simulation: Simulation, name: string, cpu: CpuSpec, spec: SlicesSpec) {
    this.name = name;
    this.#simulation = simulation;
    this.#capacity = fullCapacity(cpu);
    this.#since = simulation.now;
    const state = new SliceState(simulation, name, cpu, spec);
    this.#state = state;
    this.pressure = new Pressure(simulation, state.cpus.count);
    const accounting = new Accounting(state);
    const turnEnds = new TurnEnds(
      state,
      accounting,
      simulation.on(`${name}: turn ends`, (at) => this.#onTurnEnd(at)),
    );
    const shares = new GroupShares(state);
    const guests = new Guests(state, accounting, turnEnds);
    const ticks = simulation.on(`${name}: balance`, () => {
      this.#balancing.tick();
      this.#observe();
    });
    const dispatch = (at: number) => this.#turns.dispatch(at);
    const balancing = new Balancing(state, { accounting, turnEnds, shares, ticks, dispatch }, spec);
    const pools = new QuotaPools(simulation, name, {
      group: (id) => state.groups.get(id),
      isFinishing: (group) => this.#throttling.isFinishing(group),
      throttle: (group) => {
        this.#throttling.throttle(group);
        this.#observe();
      },
      release: (group) => {
        this.#throttling.release(group);
        this.#observe();
      },
    });
    const parts = { accounting, turnEnds, shares, guests, balancing, pools };
    this.#accounting = accounting;
    this.#shares = shares;
    this.#guests = guests;
    this.#balancing = balancing;
    this.#pools = pools;
    this.#turns = new Turns(state, parts, cpu);
    this.#wakeUps = new WakeUps(state, parts, this.#turns);
    this.#throttling = new Throttling(state, parts, this.#turns);
    simulation.register(this);
  }

  addGroup(options: TaskGroupOptions): TaskGroupId {
    checkGroup(this.name, options);
    const { groups, cpus: table } = this.#state;
    const { name = `group ${groups.next}`, weight, vcpus = 0, bandwidth, cpus } = options;
    const { count } = table;
    if (cpus !== undefined && !(cpus.length > 0 && cpus.every((cpu) => Number.isInteger(cpu) && cpu >= 0 && cpu < count))) {
      throw new RangeError(`scheduler "${this.name}", group "${name}": found CPUs ${cpus.join(", ")}, expected some of 0 to ${count - 1}`);
    }
    const group = groups.add(name, weight, count, cpus);
    this.#guests.add(group, vcpus);
    this.#pools.set(group, bandwidth);
    return group.id;
  }

  changeGroup(id: TaskGroupId, { weight, bandwidth }: Pick<TaskGroupOptions, "weight" | "bandwidth">): void {
    const group = this.#state.groups.get(id);
    checkGroup(this.name, { name: group.name, weight, bandwidth });
    group.weight = weight;
    this.#shares.shareOut(group);
    this.#pools.set(group, bandwidth);
  }

  removeGroup(id: TaskGroupId): void {
    const group = this.#state.groups.get(id);
    if (group.tasks > 0) refuseTasks(this.name, "removeGroup", group.name, group.tasks);
    this.#pools.remove(group);
    this.#guests.remove(group);
    this.#shares.remove(group);
    this.#state.groups.remove(group, this.#simulation.now);
  }

  addUsage(id: TaskGroupId, usage: GroupUsage): void {
    const group = this.#state.groups.get(id);
    usage.cpu += this.#accounting.used(group);
    usage.steal += group.steal;
    usage.throttled += group.throttledTime(this.#simulation.now);
    this.#pools.addTo(usage, group);
  }

  submit(id: TaskGroupId, demand: Nanoseconds, done: HandlerId, arg: number): TaskId {
    if (!(demand >= 0 && demand < Infinity)) refuseDemand(this.name, demand);
    const { groups, tasks, queues } = this.#state;
    const group = groups.get(id);
    const { now } = this.#simulation;
    if (group.tasks === 0 && group.isThrottled) group.throttledSince = now;
    this.#pools.work(group);
    const slot = tasks.open(id, demand, done, arg, now);
    const task = queues.add(id, slot);
    tasks.entity[slot] = task;
    tasks.throttled[slot] = group.throttledTime(now);
    group.tasks++;
    const thread = group.vcpus.length === 0 ? task : this.#guests.enter(task, group);
    if (thread !== NONE) {
      this.#wakeUps.wake(thread, group);
      this.#observe();
    }
    return tasks.idOf(slot);
  }

  withdraw(id: TaskId): Nanoseconds {
    const { groups, tasks, queues, cpus } = this.#state;
    const slot = tasks.slotOf(id);
    if (slot < 0) return 0;
    const task = tasks.entity[slot];
    const group = groups.get(tasks.group[slot]);
    const isGuest = group.vcpus.length > 0;
    const thread: EntityId = isGuest ? queues.placeOf[task] : task;
    const cpu = queues.placeOf[thread];
    this.#accounting.charge(cpu);
    const left = Math.max(0, Math.ceil(tasks.left[slot] - GRAIN));
    if (cpus.taskOn[cpu] === task) this.#turns.takeOff(cpu);
    else if (!isGuest || !this.#guests.leave(task, group)) this.#wakeUps.sleep(thread, group);
    this.#depart(slot, group);
    this.#observe();
    return left;
  }

  close(): void {
    const groups = this.#state.groups.list();
    for (const { name, tasks } of groups) if (tasks > 0) refuseTasks(this.name, "close", name, tasks);
    for (const { id } of groups) this.removeGroup(id);
    this.#balancing.stop();
    this.#simulation.unregister(this);
  }

  get usage(): SchedulerUsage {
    const { switches, migrations, vcpuRunning, vcpuSteal } = this.#accounting;
    return { switches, migrations, throttled: this.#state.groups.throttledTime(this.#simulation.now), vcpuRunning, vcpuSteal };
  }

  /** Service is core time, switches included: what the cores were busy with. */
  counters(): StationCounters {
    return {
      ...this.#state.tasks.population.counters(),
      busyIntegral: this.#state.cores.busyIntegral,
      workDone: this.#accounting.workDone(),
      capacityIntegral: this.#capacity * (this.#simulation.now - this.#since),
    };
  }

  /** The task on a CPU has finished, or it is time to pick the next. */
  #onTurnEnd(cpu: number): void {
    const { cpus, tasks, queues } = this.#state;
    cpus.event[cpu] = 0;
    this.#accounting.charge(cpu);
    const slot = queues.slotOf[cpus.taskOn[cpu]];
    if (tasks.left[slot] <= GRAIN && cpus.overhead[cpu] <= GRAIN) this.#finish(cpu, slot);
    else this.#turns.reschedule(cpu);
  }

  #finish(cpu: number, slot: number): void {
    const { groups, tasks } = this.#state;
    const group = groups.get(tasks.group[slot]);
    const done = tasks.done[slot];
    const arg = tasks.arg[slot];
    this.#turns.takeOff(cpu);
    tasks.split(slot, group.throttledTime(this.#simulation.now), this.finished);
    this.#depart(slot, group);
    this.#observe();
    this.#simulation.call(done, arg);
  }

  /** Notes who waits for a CPU. */
  #observe(): void {
    const { runnable, running, throttled } = this.#state.cpus;
    this.pressure.run(runnable + throttled, running);
  }

  #depart(slot: number, group: SliceGroup): void {
    const { tasks, queues } = this.#state;
    const task = tasks.entity[slot];
    if (--group.tasks === 0 && group.isThrottled) group.throttledBefore += this.#simulation.now - group.throttledSince;
    queues.removeEntity(task);
    tasks.close(slot);
  }
}
