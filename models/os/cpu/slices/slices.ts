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
} from "../../../../engine/index.ts";
import { cacheRefill, fullCapacity, switchCost, tunableScaling } from "../../../hardware/cores.ts";
import type { CpuSpec } from "../../../hardware/spec.ts";
import { CoreThreads } from "./core-threads.ts";
import { Balancing } from "./balancing.ts";
import { type EntityId, NONE, type QueueId } from "./fair-queues.ts";
import { QuotaPools } from "./quota-pools.ts";
import {
  checkGroup,
  type CpuScheduler,
  type SchedulerUsage,
  type Stay,
  type TaskGroupId,
  type TaskGroupOptions,
  type TaskId,
} from "../scheduler.ts";
import { RunQueues } from "./run-queues.ts";
import { SliceGroup } from "./slice-group.ts";
import { SliceTasks } from "./slice-tasks.ts";
import type { SlicesSpec } from "../spec.ts";

/** A task that lacks less work than this has finished [ns]. */
const GRAIN = 1e-3;
/** A sleeper is at most this many slices behind: half of sched_latency, which is 8 slices. Source: Linux before 6.6, kernel/sched/fair.c. */
const CREDIT = 4;

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
  readonly #queues = new RunQueues();
  readonly #tasks: SliceTasks;
  readonly #balancing: Balancing;
  readonly #pools: QuotaPools;
  readonly #turn: HandlerId;
  readonly #balance: HandlerId;
  readonly #balanceInterval: Nanoseconds;
  #balanceEvent: EventHandle = 0;

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
    this.#tasks = new SliceTasks(simulation);
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
    this.#balancing = new Balancing(this.#queues, {
      count,
      waitingOn: (cpu) => this.#runnableOn[cpu] - (this.#threadOn[cpu] === NONE ? 0 : 1),
      group: (id) => this.#group(id),
      isHot: (thread) => simulation.now - this.#queues.ranUntil[thread] < spec.migrationCost * 1e9,
      move: (thread, group, from, to) => this.#move(thread, group, from, to),
      settle: (cpu) => (this.#threadOn[cpu] === NONE ? this.#dispatch(cpu) : this.#plan(cpu)),
    });
    this.#turn = simulation.on(`${name}: turn ends`, (at) => this.#onTurn(at));
    this.#balance = simulation.on(`${name}: balance`, () => this.#onBalance());
    this.#pools = new QuotaPools(simulation, name, {
      group: (id) => this.#group(id),
      isFinishing: (group) => this.#isFinishing(group),
      throttle: (group) => this.#throttle(group),
      release: (group) => this.#release(group),
    });
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
      group.vcpus.push(this.#queues.addVcpu(id, this.#addQueue(vcpus)));
    }
    this.#pools.set(group, bandwidth);
    return id;
  }

  changeGroup(id: TaskGroupId, { weight, bandwidth }: Pick<TaskGroupOptions, "weight" | "bandwidth">): void {
    const group = this.#group(id);
    checkGroup(this.name, { name: group.name, weight, bandwidth });
    group.weight = weight;
    this.#shareOut(group);
    this.#pools.set(group, bandwidth);
  }

  removeGroup(id: TaskGroupId): void {
    const group = this.#group(id);
    if (group.tasks > 0) {
      throw new RangeError(
        `scheduler "${this.name}": removeGroup("${group.name}") with ${group.tasks} tasks, expected none; withdraw them first`,
      );
    }
    this.#pools.remove(group);
    this.#throttledOfRemoved += group.throttledTime(this.#simulation.now);
    for (const vcpu of group.vcpus) {
      this.#queues.removeQueue(this.#queues.guestOf[vcpu]);
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
    this.#pools.work(group);
    const slot = this.#tasks.open(id, demand, done, arg, now);
    const task = this.#queues.add(id, slot);
    this.#tasks.entity[slot] = task;
    this.#tasks.throttled[slot] = group.throttledTime(now);
    group.tasks++;
    if (group.vcpus.length === 0) this.#wake(task, group);
    else this.#enterGuest(task, group);
    return this.#tasks.idOf(slot);
  }

  withdraw(id: TaskId): void {
    const slot = this.#tasks.slotOf(id);
    if (slot < 0) return;
    const task = this.#tasks.entity[slot];
    const group = this.#group(this.#tasks.group[slot]);
    const isGuest = group.vcpus.length > 0;
    const thread = isGuest ? this.#queues.placeOf[task] : task;
    const cpu = this.#queues.placeOf[thread];
    const runs = this.#threadOn[cpu] === thread;
    this.#charge(cpu);
    if (this.#taskOn[cpu] === task) this.#takeOff(cpu);
    else if (!isGuest) this.#sleep(thread, group);
    else {
      const guest = this.#queues.guestOf[thread];
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
    let workDone = this.#tasks.totalUsed();
    for (let cpu = 0; cpu < this.#cpus.count; cpu++) {
      if (this.#taskOn[cpu] !== NONE) workDone += (now - this.#chargedAt[cpu]) * this.#speed[cpu];
    }
    return {
      ...this.#tasks.population.counters(),
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
    const slot = this.#queues.slotOf[this.#taskOn[cpu]];
    if (this.#tasks.left[slot] <= GRAIN && this.#overhead[cpu] <= GRAIN) this.#finish(cpu, slot);
    else this.#reschedule(cpu);
  }

  #finish(cpu: number, slot: number): void {
    const group = this.#group(this.#tasks.group[slot]);
    const done = this.#tasks.done[slot];
    const arg = this.#tasks.arg[slot];
    this.#takeOff(cpu);
    this.#tasks.split(slot, group.throttledTime(this.#simulation.now), this.stay);
    this.#depart(slot, group);
    this.#simulation.call(done, arg);
  }

  /** Picks anew where a slice is over or somebody is due earlier: among the guest's tasks, and among what the host runs. */
  #reschedule(cpu: number): void {
    const queues = this.#queues;
    const thread = this.#threadOn[cpu];
    const guest = this.#queues.guestOf[thread];
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
    const id = this.#queues.groupOf[entity];
    const group = this.#group(id);
    const thread = queues.pick(group.queueOn(cpu));
    this.#threadOn[cpu] = thread;
    this.#running++;
    this.#chargedAt[cpu] = this.#simulation.now;
    if (this.#queues.guestOf[thread] !== NONE) this.#settleSteal(thread, group);
    this.#useQuota(cpu, id);
    this.#serve(cpu, thread);
    if (this.#cpus.isBusy[cpu] === 0) this.#setBusy(cpu, true);
    if (this.#runnable > this.#running) this.#watchBalance();
  }

  /** A thread serves the task that it is, a vCPU the one that its guest has picked. */
  #serve(cpu: number, thread: EntityId): void {
    const guest = this.#queues.guestOf[thread];
    const task = guest === NONE ? thread : this.#queues.current[guest];
    this.#taskOn[cpu] = task;
    const id = this.#tasks.idOf(this.#queues.slotOf[task]);
    if (id !== this.#lastTask[cpu]) {
      this.#lastTask[cpu] = id;
      const last = this.#queues.ranOn[thread];
      const hasMoved = last !== NONE && this.#cpus.coreOf(last) !== this.#cpus.coreOf(cpu);
      if (this.#cpus.isBusy[cpu] === 1) {
        this.#switches++;
        this.#overhead[cpu] = this.#switchCost;
      } else this.#overhead[cpu] = hasMoved ? this.#refill : 0;
    }
    this.#queues.ranOn[thread] = cpu;
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
    this.#queues.stop(thread, now);
    this.#threadOn[cpu] = NONE;
    this.#taskOn[cpu] = NONE;
    this.#running--;
  }

  /** The task on a CPU, charged up to now, ends; somebody else runs on. */
  #takeOff(cpu: number): void {
    const queues = this.#queues;
    const thread = this.#threadOn[cpu];
    const group = this.#group(this.#groupOn[cpu]);
    if (this.#queues.guestOf[thread] !== NONE) {
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
    const guest = this.#queues.guestOf[thread];
    if (guest !== NONE) {
      this.#queues.charge(guest, served);
      this.#vcpuRunning += time;
    }
    const slot = this.#queues.slotOf[this.#taskOn[cpu]];
    this.#tasks.left[slot] -= served * this.#speed[cpu];
    this.#tasks.used[slot] += time * this.#speed[cpu];
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
    const left = Math.max(0, this.#tasks.left[this.#queues.slotOf[this.#taskOn[cpu]]]);
    let time = left / this.#speed[cpu];
    queues.findRemaining(cpu);
    time = Math.min(time, queues.remaining);
    queues.findRemaining(this.#group(this.#groupOn[cpu]).queueOn(cpu));
    time = Math.min(time, queues.remaining);
    const guest = this.#queues.guestOf[thread];
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
    const cpu = this.#chooseCpu(this.#queues.ranOn[thread], group);
    this.#charge(cpu);
    this.#queues.placeOf[thread] = cpu;
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
    const cpu = this.#queues.placeOf[thread];
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
      if (queues.size(this.#queues.guestOf[vcpu]) === 0) break;
      if (queues.size(this.#queues.guestOf[other]) < queues.size(this.#queues.guestOf[vcpu])) vcpu = other;
    }
    const guest = this.#queues.guestOf[vcpu];
    this.#queues.placeOf[task] = vcpu;
    if (queues.size(guest) === 0) {
      queues.enter(task, guest);
      queues.pick(guest);
      this.#queues.stolenSince[vcpu] = this.#simulation.now;
      this.#wake(vcpu, group);
    } else {
      const cpu = this.#queues.placeOf[vcpu];
      const runs = this.#threadOn[cpu] === vcpu;
      if (runs) this.#charge(cpu);
      queues.enter(task, guest);
      if (runs) this.#plan(cpu);
    }
  }

  /** The guest's task on a vCPU has left it: the next one, or one that waits for another vCPU. False if there is none. */
  #nextOfGuest(vcpu: EntityId, group: SliceGroup): boolean {
    const queues = this.#queues;
    const guest = this.#queues.guestOf[vcpu];
    if (queues.waiting[guest] === 0) {
      let busiest = guest;
      for (const other of group.vcpus) {
        if (queues.waiting[this.#queues.guestOf[other]] > queues.waiting[busiest]) busiest = this.#queues.guestOf[other];
      }
      if (busiest === guest) return false;
      const task = queues.waitingAt(busiest, 0);
      const other = this.#queues.placeOf[task];
      const cpu = this.#queues.placeOf[other];
      this.#charge(cpu);
      queues.leave(task);
      queues.enter(task, guest);
      this.#queues.placeOf[task] = vcpu;
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
    const time = now - this.#queues.stolenSince[vcpu];
    this.#queues.stolenSince[vcpu] = now;
    this.#tasks.steal[this.#queues.slotOf[this.#queues.current[this.#queues.guestOf[vcpu]]]] += time;
    this.#vcpuSteal += time;
  }

  #depart(slot: number, group: SliceGroup): void {
    const task = this.#tasks.entity[slot];
    if (--group.tasks === 0 && group.isThrottled) group.throttledBefore += this.#simulation.now - group.throttledSince;
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
    group.entities[cpu] = this.#queues.add(group.id);
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

  /** For a CPU without work. */
  #pull(cpu: number): boolean {
    return this.#runnable > this.#running && this.#balancing.pull(cpu);
  }

  #move(thread: EntityId, group: SliceGroup, from: number, to: number): void {
    const queues = this.#queues;
    this.#charge(from);
    this.#charge(to);
    this.#join(group, to);
    queues.follow(thread, group.queueOn(to), thread);
    this.#queues.placeOf[thread] = to;
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

  #onBalance(): void {
    this.#balanceEvent = 0;
    this.#balancing.even();
    if (this.#runnable > this.#running) this.#watchBalance();
  }

  // --- cpu.max ---

  /** A CPU runs this group now; NONE: it is idle. */
  #useQuota(cpu: number, id: number): void {
    const before = this.#groupOn[cpu];
    if (before === id) return;
    this.#groupOn[cpu] = id;
    const last = before === NONE ? undefined : this.#groups[before];
    if (last !== undefined) this.#pools.use(last, -1);
    if (id !== NONE) this.#pools.use(this.#group(id), 1);
  }

  /** A task of the group finishes at this very instant. */
  #isFinishing(group: SliceGroup): boolean {
    const { now } = this.#simulation;
    for (let cpu = 0; cpu < this.#cpus.count; cpu++) {
      if (this.#groupOn[cpu] !== group.id || this.#eventAt[cpu] !== now || this.#event[cpu] === 0) continue;
      this.#charge(cpu);
      if (this.#tasks.left[this.#queues.slotOf[this.#taskOn[cpu]]] <= GRAIN) return true;
    }
    return false;
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
    for (const vcpu of group.vcpus) this.#queues.stolenSince[vcpu] = now;
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
    const time = this.#simulation.now - this.#queues.stolenSince[vcpu];
    this.#tasks.steal[this.#queues.slotOf[this.#queues.current[this.#queues.guestOf[vcpu]]]] += time;
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
}
