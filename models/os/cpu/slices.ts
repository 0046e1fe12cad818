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
 * Not covered: the 5 ms slices in which the kernel hands the pool to CPUs, NUMA and cache domains, balancing of weights inside guests,
 * locks and pause-loop exits, halt polling, cores of different speed. A task is a burst; the thread behind it has no history but its group's.
 */
import {
  type EventHandle,
  type HandlerId,
  type Nanoseconds,
  nanoseconds,
  type Simulation,
  type StationCounters,
} from "../../../engine/index.ts";
import { Population } from "../../../engine/stations/population.ts";
import { cacheRefill, fullCapacity, switchCost, tunableScaling } from "../../hardware/cores.ts";
import type { CpuSpec } from "../../hardware/spec.ts";
import { CoreThreads } from "./core-threads.ts";
import { type EntityId, FairQueues, NONE, type QueueId } from "./fair-queues.ts";
import { QuotaPeriods } from "./quota-periods.ts";
import {
  type Bandwidth,
  checkGroup,
  type CpuScheduler,
  type SchedulerUsage,
  type Stay,
  type TaskGroupId,
  type TaskGroupOptions,
  type TaskId,
} from "./scheduler.ts";
import { SliceGroup } from "./slice-group.ts";
import type { SlicesSpec } from "./spec.ts";
import { grown, TaskTable } from "./task-table.ts";

/** A task that lacks less work than this has finished; a quota with less than this left is used up [ns]. */
const GRAIN = 1e-3;
/** A sleeper is at most this many slices behind: half of sched_latency, which is 8 slices. Source: Linux before 6.6, kernel/sched/fair.c. */
const CREDIT = 4;
/** Groups that balancing looks at in one queue before it gives up. Source: Linux, sched_nr_migrate_break. */
const LOOK_AT = 32;
/** Loads that differ by less than this are equal [1]. */
const ROUNDING = 1e-9;
/** Results of an attempt to even out. */
const NOTHING_MOVED = 0;
const MOVED = 1;
const ROTATED = 2;

export class SliceScheduler implements CpuScheduler {
  readonly name: string;
  readonly kind = "slices scheduler";
  readonly stay: Stay = { running: 0, waiting: 0, steal: 0, throttled: 0 };
  readonly #simulation: Simulation;
  readonly #spec: SlicesSpec;
  readonly #capacity: number;
  readonly #switchCost: Nanoseconds;
  readonly #refill: Nanoseconds;
  readonly #cpus: CoreThreads;
  readonly #queues = new FairQueues();
  readonly #periods: QuotaPeriods;
  readonly #turn: HandlerId;
  readonly #exhausted: HandlerId;
  readonly #balance: HandlerId;
  readonly #balanceInterval: Nanoseconds;
  #balanceEvent: EventHandle = 0;
  /** CPU at which the next balancing begins, so that each has its turn. */
  #nextToRotate = 0;

  readonly #groups: (SliceGroup | undefined)[] = [];
  readonly #freeGroups: TaskGroupId[] = [];

  // By CPU, which is also the number of its run queue.
  /** Thread or vCPU on it, and the task which that serves; NONE when idle. */
  readonly #threadOn: Int32Array;
  readonly #taskOn: Int32Array;
  readonly #groupOn: Int32Array;
  /** Id of the last task on it. */
  readonly #lastTask: Int32Array;
  /** Threads and vCPUs that want it, the one on it included. */
  readonly #runnableOn: Int32Array;
  readonly #chargedAt: Float64Array;
  /** What is left of the cost of the last switch. */
  readonly #overhead: Float64Array;
  readonly #speed: Float64Array;
  readonly #event: Float64Array;
  readonly #eventAt: Float64Array;
  #runnable = 0;
  #running = 0;

  // By entity: group on a CPU, thread, vCPU, guest's task.
  #groupOf = new Int32Array(0);
  /** CPU of a thread or vCPU, vCPU of a guest's task. */
  #placeOf = new Int32Array(0);
  /** Run queue of a vCPU. */
  #guestOf = new Int32Array(0);
  #slotOf = new Int32Array(0);
  #ranOn = new Int32Array(0);
  #ranUntil = new Float64Array(0);
  #stolenSince = new Float64Array(0);

  // By task.
  readonly #tasks = new TaskTable();
  readonly #population: Population;
  #entityOf = new Int32Array(0);
  #left = new Float64Array(0);
  /** Core time used, switches included. */
  #used = new Float64Array(0);
  #steal = new Float64Array(0);
  #throttled = new Float64Array(0);

  #usedByDeparted = 0;
  #switches = 0;
  #migrations = 0;
  #vcpuRunning = 0;
  #vcpuSteal = 0;
  #throttledOfRemoved = 0;

  constructor(simulation: Simulation, name: string, cpu: CpuSpec, spec: SlicesSpec) {
    this.name = name;
    this.#simulation = simulation;
    this.#spec = spec;
    this.#capacity = fullCapacity(cpu);
    this.#switchCost = nanoseconds(switchCost(cpu));
    this.#refill = nanoseconds(cacheRefill(cpu));
    this.#cpus = new CoreThreads(simulation, cpu);
    this.#population = new Population(simulation);
    const { count } = this.#cpus;
    const ofCpus = () => new Int32Array(count).fill(NONE);
    this.#threadOn = ofCpus();
    this.#taskOn = ofCpus();
    this.#groupOn = ofCpus();
    this.#lastTask = ofCpus();
    this.#runnableOn = new Int32Array(count);
    this.#chargedAt = new Float64Array(count);
    this.#overhead = new Float64Array(count);
    this.#speed = new Float64Array(count).fill(1);
    this.#event = new Float64Array(count);
    this.#eventAt = new Float64Array(count);
    for (let queue = 0; queue < count; queue++) this.#addQueue(count);
    this.#balanceInterval = nanoseconds(spec.balanceInterval * count);
    this.#turn = simulation.on(`${name}: turn ends`, (at) => this.#onTurn(at));
    this.#exhausted = simulation.on(`${name}: quota used up`, (group) => this.#onExhausted(group));
    this.#balance = simulation.on(`${name}: balance`, () => this.#onBalance());
    this.#periods = new QuotaPeriods(
      simulation,
      name,
      (group) => this.#grant(group),
      (group) => this.#group(group).tasks > 0,
    );
    simulation.register(this);
  }

  addGroup(options: TaskGroupOptions): TaskGroupId {
    checkGroup(this.name, options);
    const id = this.#freeGroups.pop() ?? this.#groups.length;
    const { name = `group ${id}`, weight, vcpus = 0, bandwidth, cpus } = options;
    const { count } = this.#cpus;
    if (cpus !== undefined && !(cpus.length > 0 && cpus.every((cpu) => Number.isInteger(cpu) && cpu >= 0 && cpu < count))) {
      throw new RangeError(`scheduler "${this.name}", group "${name}": found CPUs ${cpus.join(", ")}, expected some of 0 to ${count - 1}`);
    }
    const group = new SliceGroup(id, name, weight, count, cpus);
    this.#groups[id] = group;
    for (let k = 0; k < vcpus; k++) {
      const vcpu = this.#addEntity(id);
      this.#guestOf[vcpu] = this.#addQueue(vcpus);
      group.vcpus.push(vcpu);
    }
    this.#setBandwidth(id, group, bandwidth);
    return id;
  }

  changeGroup(id: TaskGroupId, { weight, bandwidth }: Pick<TaskGroupOptions, "weight" | "bandwidth">): void {
    const group = this.#group(id);
    checkGroup(this.name, { name: group.name, weight, bandwidth });
    group.weight = weight;
    this.#shareOut(group);
    this.#setBandwidth(id, group, bandwidth);
    if (group.tasks > 0) this.#periods.work(id);
  }

  removeGroup(id: TaskGroupId): void {
    const group = this.#group(id);
    if (group.tasks > 0) {
      throw new RangeError(
        `scheduler "${this.name}": removeGroup("${group.name}") with ${group.tasks} tasks, expected none; withdraw them first`,
      );
    }
    this.#simulation.cancel(group.exhaustion);
    this.#periods.set(id, undefined);
    this.#throttledOfRemoved += group.throttledTime(this.#simulation.now);
    for (const vcpu of group.vcpus) {
      this.#queues.removeQueue(this.#guestOf[vcpu]);
      this.#queues.removeEntity(vcpu);
    }
    for (let cpu = 0; cpu < this.#cpus.count; cpu++) {
      if (group.entities[cpu] === NONE) continue;
      this.#queues.removeQueue(group.queues[cpu]);
      this.#queues.removeEntity(group.entities[cpu]);
    }
    this.#groups[id] = undefined;
    this.#freeGroups.push(id);
  }

  submit(id: TaskGroupId, demand: Nanoseconds, done: HandlerId, arg: number): TaskId {
    if (!(demand >= 0 && demand < Infinity)) {
      throw new RangeError(`scheduler "${this.name}": found a task of demand ${demand} ns, expected a finite demand of at least 0`);
    }
    const group = this.#group(id);
    const { now } = this.#simulation;
    if (group.tasks === 0 && group.isThrottled) group.throttledSince = now;
    this.#periods.work(id);
    const slot = this.#tasks.open(id, demand, done, arg, now);
    if (this.#entityOf.length < this.#tasks.size) this.#growTasks();
    const task = this.#addEntity(id);
    this.#slotOf[task] = slot;
    this.#entityOf[slot] = task;
    this.#left[slot] = demand;
    this.#used[slot] = 0;
    this.#steal[slot] = 0;
    this.#throttled[slot] = group.throttledTime(now);
    this.#population.enter(slot);
    group.tasks++;
    if (group.vcpus.length === 0) this.#wake(task, group);
    else this.#enterGuest(task, group);
    return this.#tasks.idOf(slot);
  }

  withdraw(id: TaskId): void {
    const slot = this.#tasks.slotOf(id);
    if (slot < 0) return;
    const task = this.#entityOf[slot];
    const group = this.#group(this.#tasks.group[slot]);
    const isGuest = group.vcpus.length > 0;
    const thread = isGuest ? this.#placeOf[task] : task;
    const cpu = this.#placeOf[thread];
    const runs = this.#threadOn[cpu] === thread;
    this.#charge(cpu);
    if (this.#taskOn[cpu] === task) this.#takeOff(cpu);
    else if (!isGuest) this.#sleep(thread, group);
    else {
      const guest = this.#guestOf[thread];
      const wasCurrent = this.#queues.current[guest] === task;
      if (wasCurrent && !runs) this.#settleSteal(thread, group);
      this.#queues.leave(task);
      if (wasCurrent && !this.#nextOfGuest(thread, group)) this.#sleep(thread, group);
      else if (runs) this.#plan(cpu);
    }
    this.#depart(slot, group);
  }

  get usage(): SchedulerUsage {
    const { now } = this.#simulation;
    return {
      switches: this.#switches,
      migrations: this.#migrations,
      throttled: this.#groups.reduce((sum, group) => sum + (group?.throttledTime(now) ?? 0), this.#throttledOfRemoved),
      vcpuRunning: this.#vcpuRunning,
      vcpuSteal: this.#vcpuSteal,
    };
  }

  /** Service is core time, switches included: what the cores were busy with. */
  counters(): StationCounters {
    const { now } = this.#simulation;
    let workDone = this.#usedByDeparted;
    for (let slot = 0; slot < this.#tasks.size; slot++) if (this.#population.isPresent(slot)) workDone += this.#used[slot];
    for (let cpu = 0; cpu < this.#cpus.count; cpu++) {
      if (this.#taskOn[cpu] !== NONE) workDone += (now - this.#chargedAt[cpu]) * this.#speed[cpu];
    }
    return {
      ...this.#population.counters(),
      busyIntegral: this.#cpus.busyIntegral,
      workDone,
      capacityIntegral: this.#capacity * now,
    };
  }

  // --- turns ---

  /** The task on a CPU has finished, or it is time to pick the next. */
  #onTurn(cpu: number): void {
    this.#event[cpu] = 0;
    this.#charge(cpu);
    const slot = this.#slotOf[this.#taskOn[cpu]];
    if (this.#left[slot] <= GRAIN && this.#overhead[cpu] <= GRAIN) this.#finish(cpu, slot);
    else this.#reschedule(cpu);
  }

  #finish(cpu: number, slot: number): void {
    const group = this.#group(this.#tasks.group[slot]);
    const done = this.#tasks.done[slot];
    const arg = this.#tasks.arg[slot];
    this.#takeOff(cpu);
    this.#split(slot, group);
    this.#depart(slot, group);
    this.#simulation.call(done, arg);
  }

  /** Picks anew where a slice is over or somebody is due earlier: among the guest's tasks, and among what the host runs. */
  #reschedule(cpu: number): void {
    const queues = this.#queues;
    const thread = this.#threadOn[cpu];
    const guest = this.#guestOf[thread];
    if (guest !== NONE && queues.isDue(guest)) {
      queues.putBack(guest);
      queues.pick(guest);
    }
    if (queues.isDue(cpu) || queues.isDue(this.#group(this.#groupOn[cpu]).queueOn(cpu))) {
      this.#putBack(cpu);
      this.#dispatch(cpu);
    } else this.#serve(cpu, thread);
  }

  /** Picks who runs on a CPU that nobody runs on; with nobody waiting, somebody who waits elsewhere. */
  #dispatch(cpu: number): void {
    const queues = this.#queues;
    let entity = queues.pick(cpu);
    if (entity === NONE && this.#pull(cpu)) entity = queues.pick(cpu);
    if (entity === NONE) return this.#rest(cpu);
    const id = this.#groupOf[entity];
    const group = this.#group(id);
    const thread = queues.pick(group.queueOn(cpu));
    this.#threadOn[cpu] = thread;
    this.#running++;
    this.#chargedAt[cpu] = this.#simulation.now;
    if (this.#guestOf[thread] !== NONE) this.#settleSteal(thread, group);
    this.#useQuota(cpu, id);
    this.#serve(cpu, thread);
    if (this.#cpus.isBusy[cpu] === 0) this.#setBusy(cpu, true);
    if (this.#runnable > this.#running) this.#watchBalance();
  }

  /** A thread serves the task that it is, a vCPU the one that its guest has picked. */
  #serve(cpu: number, thread: EntityId): void {
    const guest = this.#guestOf[thread];
    const task = guest === NONE ? thread : this.#queues.current[guest];
    this.#taskOn[cpu] = task;
    const id = this.#tasks.idOf(this.#slotOf[task]);
    if (id !== this.#lastTask[cpu]) {
      this.#lastTask[cpu] = id;
      const last = this.#ranOn[thread];
      const hasMoved = last !== NONE && this.#cpus.coreOf(last) !== this.#cpus.coreOf(cpu);
      if (this.#cpus.isBusy[cpu] === 1) {
        this.#switches++;
        this.#overhead[cpu] = this.#switchCost;
      } else this.#overhead[cpu] = hasMoved ? this.#refill : 0;
    }
    this.#ranOn[thread] = cpu;
    this.#plan(cpu);
  }

  #rest(cpu: number): void {
    this.#useQuota(cpu, NONE);
    if (this.#cpus.isBusy[cpu] === 1) this.#setBusy(cpu, false);
    this.#plan(cpu);
  }

  /** Whoever runs on a CPU has to wait in its queues. */
  #putBack(cpu: number): void {
    this.#queues.putBack(this.#group(this.#groupOn[cpu]).queueOn(cpu));
    this.#queues.putBack(cpu);
    this.#clear(cpu);
  }

  #clear(cpu: number): void {
    const thread = this.#threadOn[cpu];
    const { now } = this.#simulation;
    this.#ranUntil[thread] = now;
    this.#stolenSince[thread] = now;
    this.#threadOn[cpu] = NONE;
    this.#taskOn[cpu] = NONE;
    this.#running--;
  }

  /** The task on a CPU, charged up to now, ends; somebody else runs on. */
  #takeOff(cpu: number): void {
    const queues = this.#queues;
    const thread = this.#threadOn[cpu];
    const group = this.#group(this.#groupOn[cpu]);
    if (this.#guestOf[thread] !== NONE) {
      queues.leave(this.#taskOn[cpu]);
      if (this.#nextOfGuest(thread, group)) return this.#reschedule(cpu);
    }
    queues.leave(thread);
    group.runnable--;
    this.#count(cpu, -1);
    if (queues.size(group.queueOn(cpu)) === 0) queues.leave(group.entities[cpu]);
    else queues.putBack(cpu);
    this.#clear(cpu);
    this.#shareOut(group);
    this.#dispatch(cpu);
  }

  /** Books the time since the last look on everything that runs on a CPU. */
  #charge(cpu: number): void {
    const { now } = this.#simulation;
    const time = now - this.#chargedAt[cpu];
    const thread = this.#threadOn[cpu];
    if (time === 0 || thread === NONE) return;
    this.#chargedAt[cpu] = now;
    const overhead = Math.min(time, this.#overhead[cpu]);
    const served = time - overhead;
    this.#overhead[cpu] -= overhead;
    this.#queues.charge(cpu, served);
    this.#queues.charge(this.#group(this.#groupOn[cpu]).queueOn(cpu), served);
    const guest = this.#guestOf[thread];
    if (guest !== NONE) {
      this.#queues.charge(guest, served);
      this.#vcpuRunning += time;
    }
    const slot = this.#slotOf[this.#taskOn[cpu]];
    this.#left[slot] -= served * this.#speed[cpu];
    this.#used[slot] += time * this.#speed[cpu];
  }

  /** Schedules the end of the turn: the task finishes, its slice is over, or one that is due earlier may take over. */
  #plan(cpu: number): void {
    const { now } = this.#simulation;
    const thread = this.#threadOn[cpu];
    if (thread === NONE) {
      if (this.#event[cpu] !== 0) this.#simulation.cancel(this.#event[cpu]);
      this.#event[cpu] = 0;
      return;
    }
    this.#charge(cpu);
    const queues = this.#queues;
    const left = Math.max(0, this.#left[this.#slotOf[this.#taskOn[cpu]]]);
    let time = left / this.#speed[cpu];
    queues.findRemaining(cpu);
    time = Math.min(time, queues.remaining);
    queues.findRemaining(this.#group(this.#groupOn[cpu]).queueOn(cpu));
    time = Math.min(time, queues.remaining);
    const guest = this.#guestOf[thread];
    if (guest !== NONE) {
      queues.findRemaining(guest);
      time = Math.min(time, queues.remaining);
    }
    const delay = Math.ceil(this.#overhead[cpu] + time - GRAIN);
    if (this.#event[cpu] !== 0) {
      if (this.#eventAt[cpu] === now + delay) return;
      this.#simulation.cancel(this.#event[cpu]);
    }
    this.#eventAt[cpu] = now + delay;
    this.#event[cpu] = this.#simulation.after(delay, this.#turn, cpu);
  }

  /** A hardware thread gets busy or idle, which changes the speed of its siblings. */
  #setBusy(cpu: number, isBusy: boolean): void {
    const { count, cores } = this.#cpus;
    const first = this.#cpus.coreOf(cpu);
    for (let sibling = first; sibling < count; sibling += cores) this.#charge(sibling);
    this.#cpus.setBusy(cpu, isBusy);
    for (let sibling = first; sibling < count; sibling += cores) {
      if (this.#cpus.isBusy[sibling] === 0) continue;
      this.#speed[sibling] = this.#cpus.speed(sibling);
      if (this.#threadOn[sibling] !== NONE) this.#plan(sibling);
    }
  }

  // --- waking up and going to sleep ---

  /** A thread or vCPU wants a CPU. */
  #wake(thread: EntityId, group: SliceGroup): void {
    const cpu = this.#chooseCpu(this.#ranOn[thread], group);
    this.#charge(cpu);
    this.#placeOf[thread] = cpu;
    group.lastCpu = cpu;
    group.runnable++;
    this.#join(group, cpu);
    this.#queues.enter(thread, group.queueOn(cpu));
    if (group.isThrottled) return;
    this.#count(cpu, 1);
    this.#attach(group, cpu);
    this.#shareOut(group);
    if (this.#threadOn[cpu] === NONE) this.#dispatch(cpu);
    else {
      this.#plan(cpu);
      this.#watchBalance();
    }
  }

  /** A thread or vCPU that waits no longer wants a CPU. */
  #sleep(thread: EntityId, group: SliceGroup): void {
    const cpu = this.#placeOf[thread];
    this.#charge(cpu);
    this.#queues.leave(thread);
    group.runnable--;
    if (group.isThrottled) return;
    this.#count(cpu, -1);
    if (this.#queues.size(group.queueOn(cpu)) === 0) this.#queues.leave(group.entities[cpu]);
    this.#shareOut(group);
    this.#plan(cpu);
  }

  /** An idle CPU, with an idle core if there is one, the last one preferred; else the least loaded. */
  #chooseCpu(last: number, group: SliceGroup): number {
    const { count, isBusy } = this.#cpus;
    const before = last === NONE ? group.lastCpu : last;
    if (isBusy[before] === 0 && this.#cpus.isCoreIdle(before)) return before;
    let idle = isBusy[before] === 0 ? before : NONE;
    let least = before;
    for (let cpu = 0; cpu < count; cpu++) {
      if (!group.mayUse(cpu)) continue;
      if (isBusy[cpu] === 0) {
        if (this.#cpus.isCoreIdle(cpu)) return cpu;
        if (idle === NONE) idle = cpu;
      } else if (this.#queues.load[cpu] < this.#queues.load[least]) least = cpu;
    }
    return idle === NONE ? least : idle;
  }

  /** A task comes to a virtual machine: to a vCPU that is halted, else to the one with the fewest. */
  #enterGuest(task: EntityId, group: SliceGroup): void {
    const queues = this.#queues;
    let vcpu = group.vcpus[0];
    for (const other of group.vcpus) {
      if (queues.size(this.#guestOf[vcpu]) === 0) break;
      if (queues.size(this.#guestOf[other]) < queues.size(this.#guestOf[vcpu])) vcpu = other;
    }
    const guest = this.#guestOf[vcpu];
    this.#placeOf[task] = vcpu;
    if (queues.size(guest) === 0) {
      queues.enter(task, guest);
      queues.pick(guest);
      this.#stolenSince[vcpu] = this.#simulation.now;
      this.#wake(vcpu, group);
    } else {
      const cpu = this.#placeOf[vcpu];
      const runs = this.#threadOn[cpu] === vcpu;
      if (runs) this.#charge(cpu);
      queues.enter(task, guest);
      if (runs) this.#plan(cpu);
    }
  }

  /** The guest's task on a vCPU has left it: the next one, or one that waits for another vCPU. False if there is none. */
  #nextOfGuest(vcpu: EntityId, group: SliceGroup): boolean {
    const queues = this.#queues;
    const guest = this.#guestOf[vcpu];
    if (queues.waiting[guest] === 0) {
      let busiest = guest;
      for (const other of group.vcpus) {
        if (queues.waiting[this.#guestOf[other]] > queues.waiting[busiest]) busiest = this.#guestOf[other];
      }
      if (busiest === guest) return false;
      const task = queues.waitingAt(busiest, 0);
      const other = this.#placeOf[task];
      const cpu = this.#placeOf[other];
      this.#charge(cpu);
      queues.leave(task);
      queues.enter(task, guest);
      this.#placeOf[task] = vcpu;
      this.#migrations++;
      if (this.#threadOn[cpu] === other) this.#plan(cpu);
    }
    queues.pick(guest);
    return true;
  }

  /** A vCPU that was runnable without running runs now, or its task leaves: the time since is steal of that task. */
  #settleSteal(vcpu: EntityId, group: SliceGroup): void {
    if (group.isThrottled) return;
    const { now } = this.#simulation;
    const time = now - this.#stolenSince[vcpu];
    this.#stolenSince[vcpu] = now;
    this.#steal[this.#slotOf[this.#queues.current[this.#guestOf[vcpu]]]] += time;
    this.#vcpuSteal += time;
  }

  /** Of a stay: demand, throttling and steal are known, the rest is waiting. */
  #split(slot: number, group: SliceGroup): void {
    const { stay } = this;
    const { now } = this.#simulation;
    const time = now - this.#tasks.submitted[slot];
    stay.running = Math.min(Math.round(this.#tasks.demand[slot]), time);
    stay.throttled = Math.min(group.throttledTime(now) - this.#throttled[slot], time - stay.running);
    stay.steal = Math.min(this.#steal[slot], time - stay.running - stay.throttled);
    stay.waiting = time - stay.running - stay.throttled - stay.steal;
  }

  #depart(slot: number, group: SliceGroup): void {
    const task = this.#entityOf[slot];
    if (--group.tasks === 0 && group.isThrottled) group.throttledBefore += this.#simulation.now - group.throttledSince;
    this.#usedByDeparted += this.#used[slot];
    this.#population.leave(slot);
    this.#queues.removeEntity(task);
    this.#tasks.close(slot);
  }

  // --- groups on CPUs ---

  #isOn(group: SliceGroup, cpu: number): boolean {
    return group.entities[cpu] !== NONE && this.#queues.queueOf[group.entities[cpu]] !== NONE;
  }

  /** Sees that the group has an entity and a queue on a CPU. */
  #join(group: SliceGroup, cpu: number): void {
    if (group.entities[cpu] !== NONE) return;
    group.entities[cpu] = this.#addEntity(group.id);
    group.queues[cpu] = this.#addQueue(this.#cpus.count);
  }

  /** The group, with threads on a CPU, is in that CPU's run queue, with its share of the group's weight. */
  #attach(group: SliceGroup, cpu: number): void {
    const entity = group.entities[cpu];
    if (this.#queues.queueOf[entity] !== NONE) return this.#share(group, cpu);
    this.#queues.weight[entity] = (group.weight * this.#queues.size(group.queueOn(cpu))) / group.runnable;
    this.#queues.wake(entity, cpu);
  }

  /** The group's weight goes to the CPUs in proportion to its threads on them. */
  #shareOut(group: SliceGroup): void {
    if (group.runnable === 0) return;
    for (let cpu = 0; cpu < this.#cpus.count; cpu++) if (this.#isOn(group, cpu)) this.#share(group, cpu);
  }

  #share(group: SliceGroup, cpu: number): void {
    const entity = group.entities[cpu];
    const weight = (group.weight * this.#queues.size(group.queueOn(cpu))) / group.runnable;
    if (weight !== this.#queues.weight[entity]) this.#queues.reweight(entity, weight);
  }

  #count(cpu: number, more: number): void {
    this.#runnableOn[cpu] += more;
    this.#runnable += more;
  }

  // --- balancing ---

  #waitingOn(cpu: number): number {
    return this.#runnableOn[cpu] - (this.#threadOn[cpu] === NONE ? 0 : 1);
  }

  /** A CPU without work takes over a thread that waits for another one, from the longest queue first. */
  #pull(cpu: number): boolean {
    if (this.#runnable <= this.#running) return false;
    const { count } = this.#cpus;
    let longest = cpu;
    for (let other = 0; other < count; other++) if (this.#waitingOn(other) > this.#waitingOn(longest)) longest = other;
    if (longest !== cpu && this.#moveOne(longest, cpu)) return true;
    for (let other = 0; other < count; other++) {
      if (other !== longest && this.#waitingOn(other) > 0 && this.#moveOne(other, cpu)) return true;
    }
    return false;
  }

  /** Moves a thread that waits on `from` and may run on `to`. */
  #moveOne(from: number, to: number): boolean {
    const { waiting } = this.#queues;
    for (let position = 0; position < this.#candidates(from); position++) {
      const group = this.#candidate(from, position);
      const queue = group.queueOn(from);
      if (waiting[queue] === 0 || !group.mayUse(to)) continue;
      this.#move(this.#queues.waitingAt(queue, 0), group, from, to);
      return true;
    }
    return false;
  }

  /** Groups of a CPU that balancing looks at: some that wait, and the one that runs. */
  #candidates(cpu: number): number {
    return Math.min(LOOK_AT, this.#queues.waiting[cpu] + (this.#threadOn[cpu] === NONE ? 0 : 1));
  }

  #candidate(cpu: number, position: number): SliceGroup {
    const queues = this.#queues;
    const entity = position < queues.waiting[cpu] ? queues.waitingAt(cpu, position) : queues.current[cpu];
    return this.#group(this.#groupOf[entity]);
  }

  #move(thread: EntityId, group: SliceGroup, from: number, to: number): void {
    const queues = this.#queues;
    this.#charge(from);
    this.#charge(to);
    this.#join(group, to);
    queues.follow(thread, group.queueOn(to), thread);
    this.#placeOf[thread] = to;
    if (this.#isOn(group, to)) this.#share(group, to);
    else {
      queues.weight[group.entities[to]] = group.weight / group.runnable;
      queues.follow(group.entities[to], to, group.entities[from]);
    }
    if (queues.size(group.queueOn(from)) === 0) queues.leave(group.entities[from]);
    else this.#share(group, from);
    this.#count(from, -1);
    this.#count(to, 1);
    this.#migrations++;
    this.#plan(from);
  }

  #watchBalance(): void {
    if (this.#balanceEvent === 0 && this.#cpus.count > 1) {
      this.#balanceEvent = this.#simulation.after(this.#balanceInterval, this.#balance);
    }
  }

  /**
   * Moves threads that wait to the least loaded CPU they may use, if that is less loaded even with them. And one that would only make the two
   * CPUs change roles: so that three equal threads on two CPUs get the same in the long run, as in the kernel, which does it when an attempt
   * to balance has failed. Threads that are cache-hot stay.
   */
  #onBalance(): void {
    this.#balanceEvent = 0;
    const { count } = this.#cpus;
    const { load } = this.#queues;
    const first = this.#nextToRotate;
    let least = load[0];
    for (let cpu = 1; cpu < count; cpu++) least = Math.min(least, load[cpu]);
    let mayRotate = true;
    for (let step = 0; step < count; step++) {
      const cpu = (first + step) % count;
      if (load[cpu] <= least * (1 + ROUNDING)) continue;
      for (let position = 0; position < this.#candidates(cpu); position++) {
        const gain = this.#even(cpu, this.#candidate(cpu, position), mayRotate);
        if (gain === NOTHING_MOVED) continue;
        if (gain === ROTATED) {
          mayRotate = false;
          this.#nextToRotate = cpu + 1;
        }
        position--; // what waits has changed
      }
    }
    if (this.#runnable > this.#running) this.#watchBalance();
  }

  #even(from: number, group: SliceGroup, mayRotate: boolean): typeof NOTHING_MOVED | typeof MOVED | typeof ROTATED {
    const queues = this.#queues;
    const { load } = queues;
    const queue = group.queueOn(from);
    if (queues.waiting[queue] === 0) return NOTHING_MOVED;
    const thread = queues.waitingAt(queue, 0);
    if (this.#simulation.now - this.#ranUntil[thread] < this.#spec.migrationCost * 1e9) return NOTHING_MOVED;
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
    this.#move(thread, group, from, to);
    if (this.#threadOn[to] === NONE) this.#dispatch(to);
    else this.#plan(to);
    return isEven ? ROTATED : MOVED;
  }

  // --- cpu.max ---

  #setBandwidth(id: TaskGroupId, group: SliceGroup, bandwidth: Bandwidth | undefined): void {
    group.quota = bandwidth?.quota ?? Infinity;
    this.#periods.set(id, bandwidth);
    this.#grant(id);
  }

  /** The group has a full quota again. */
  #grant(id: TaskGroupId): void {
    const group = this.#group(id);
    this.#settleQuota(group);
    group.budget = group.quota;
    if (group.isThrottled) this.#release(group);
    this.#planExhaustion(id, group);
  }

  /** A CPU runs this group now; NONE: it is idle. */
  #useQuota(cpu: number, id: number): void {
    const before = this.#groupOn[cpu];
    if (before === id) return;
    this.#groupOn[cpu] = id;
    this.#changeUse(before, -1);
    this.#changeUse(id, 1);
  }

  #changeUse(id: number, more: number): void {
    const group = id === NONE ? undefined : this.#groups[id];
    if (group === undefined || group.quota === Infinity) {
      if (group !== undefined) group.running += more;
      return;
    }
    this.#settleQuota(group);
    group.running += more;
    this.#planExhaustion(id, group);
  }

  #settleQuota(group: SliceGroup): void {
    const { now } = this.#simulation;
    if (group.budget < Infinity) group.budget -= group.running * (now - group.settledAt);
    group.settledAt = now;
  }

  #planExhaustion(id: TaskGroupId, group: SliceGroup): void {
    this.#simulation.cancel(group.exhaustion);
    group.exhaustion = 0;
    if (group.running === 0 || group.budget === Infinity) return;
    group.exhaustion = this.#simulation.after(Math.max(0, Math.ceil(group.budget / group.running - GRAIN)), this.#exhausted, id);
  }

  #onExhausted(id: TaskGroupId): void {
    const group = this.#group(id);
    group.exhaustion = 0;
    this.#settleQuota(group);
    const { now } = this.#simulation;
    for (let cpu = 0; cpu < this.#cpus.count; cpu++) {
      if (this.#groupOn[cpu] !== id || this.#eventAt[cpu] !== now || this.#event[cpu] === 0) continue;
      // A task that finishes at this very instant does so first.
      this.#charge(cpu);
      if (this.#left[this.#slotOf[this.#taskOn[cpu]]] > GRAIN) continue;
      group.exhaustion = this.#simulation.at(now, this.#exhausted, id);
      return;
    }
    this.#throttle(group);
  }

  /** Takes the group off all run queues. */
  #throttle(group: SliceGroup): void {
    const { now } = this.#simulation;
    const queues = this.#queues;
    group.isThrottled = true;
    group.throttledSince = now;
    for (let cpu = 0; cpu < this.#cpus.count; cpu++) {
      if (!this.#isOn(group, cpu)) continue;
      this.#charge(cpu);
      this.#count(cpu, -queues.size(group.queueOn(cpu)));
      if (queues.current[cpu] === group.entities[cpu]) {
        queues.putBack(group.queueOn(cpu));
        this.#clear(cpu);
      }
      queues.leave(group.entities[cpu]);
    }
    for (const vcpu of group.vcpus) if (queues.queueOf[vcpu] !== NONE) this.#settleThrottled(vcpu);
    for (let cpu = 0; cpu < this.#cpus.count; cpu++) {
      if (this.#threadOn[cpu] === NONE && this.#cpus.isBusy[cpu] === 1) this.#dispatch(cpu);
      else if (group.entities[cpu] !== NONE) this.#plan(cpu);
    }
  }

  /** Puts the group back on them. */
  #release(group: SliceGroup): void {
    const { now } = this.#simulation;
    const queues = this.#queues;
    group.isThrottled = false;
    if (group.tasks > 0) group.throttledBefore += now - group.throttledSince;
    for (const vcpu of group.vcpus) this.#stolenSince[vcpu] = now;
    for (let cpu = 0; cpu < this.#cpus.count; cpu++) {
      if (group.entities[cpu] === NONE || queues.size(group.queueOn(cpu)) === 0) continue;
      this.#charge(cpu);
      this.#attach(group, cpu);
      this.#count(cpu, queues.size(group.queueOn(cpu)));
      if (this.#threadOn[cpu] !== NONE) this.#plan(cpu);
    }
    for (let cpu = 0; cpu < this.#cpus.count; cpu++) {
      if (this.#threadOn[cpu] === NONE && this.#runnable > this.#running) this.#dispatch(cpu);
    }
    if (this.#runnable > this.#running) this.#watchBalance();
  }

  /** What a vCPU waited before its group was throttled is steal. */
  #settleThrottled(vcpu: EntityId): void {
    const time = this.#simulation.now - this.#stolenSince[vcpu];
    this.#steal[this.#slotOf[this.#queues.current[this.#guestOf[vcpu]]]] += time;
    this.#vcpuSteal += time;
  }

  // --- tables ---

  #group(id: TaskGroupId): SliceGroup {
    const group = this.#groups[id];
    if (group === undefined) throw new RangeError(`scheduler "${this.name}": found group ${id}, expected one that addGroup returned`);
    return group;
  }

  /** A run queue in a system of this many CPUs. */
  #addQueue(cpus: number): QueueId {
    const scale = tunableScaling(cpus) * 1e9;
    const slice = this.#spec.baseSlice * scale;
    return this.#queues.addQueue(slice, this.#spec.wakeupGranularity * scale, CREDIT * slice);
  }

  #addEntity(group: TaskGroupId): EntityId {
    const entity = this.#queues.addEntity();
    if (this.#groupOf.length < this.#queues.capacity) this.#growEntities();
    this.#queues.weight[entity] = 1;
    this.#groupOf[entity] = group;
    this.#guestOf[entity] = NONE;
    this.#slotOf[entity] = NONE;
    this.#ranOn[entity] = NONE;
    this.#ranUntil[entity] = 0;
    return entity;
  }

  #growEntities(): void {
    const { capacity } = this.#queues;
    this.#groupOf = grown(this.#groupOf, capacity);
    this.#placeOf = grown(this.#placeOf, capacity);
    this.#guestOf = grown(this.#guestOf, capacity);
    this.#slotOf = grown(this.#slotOf, capacity);
    this.#ranOn = grown(this.#ranOn, capacity);
    this.#ranUntil = grown(this.#ranUntil, capacity);
    this.#stolenSince = grown(this.#stolenSince, capacity);
  }

  #growTasks(): void {
    const { size } = this.#tasks;
    this.#entityOf = grown(this.#entityOf, size);
    this.#left = grown(this.#left, size);
    this.#used = grown(this.#used, size);
    this.#steal = grown(this.#steal, size);
    this.#throttled = grown(this.#throttled, size);
    this.#population.reserve(size);
  }
}
