/**
 * The fluid scheduler: every task has a steady share of the cores (generalized processor sharing), nothing happens between arrivals,
 * completions and the ends of quotas.
 *
 * A group gets cores in proportion to its weight, at most one for each of its tasks, or vCPUs if they are fewer. Tasks of a group share
 * equally. Switching costs a share of the capacity once runnable threads and vCPUs outnumber hardware threads, and a share of a virtual
 * machine's vCPUs once its tasks outnumber them. cpu.max: the group runs at its full rate until the quota is used up, then not at all until
 * the period ends. Not covered: sets of CPUs, wake-up delay, migration.
 */
import {
  grown,
  type HandlerId,
  type Nanoseconds,
  SharedProcessor,
  type Simulation,
  type StationCounters,
} from "../../../../engine/index.ts";
import { fullCapacity, hardwareThreads } from "../../../hardware/cores.ts";
import type { CpuSpec } from "../../../hardware/spec.ts";
import { Pressure } from "../pressure.ts";
import { QuotaPeriods } from "../quota-periods.ts";
import {
  type Bandwidth,
  checkGroup,
  type CpuScheduler,
  type GroupUsage,
  refuseDemand,
  refuseTasks,
  type SchedulerUsage,
  type TaskTimes,
  type TaskGroupId,
  type TaskGroupOptions,
  type TaskId,
} from "../scheduler.ts";
import { TaskTable } from "../task-table.ts";
import { capacityOf, turnEfficiency } from "./capacity.ts";

/** What it does, in one line. */
export const describeFluid = (): string => "fluid processor sharing, max-min fair by weight with caps; equal shares inside a group";

/** In the place of a task's group: it was withdrawn at the instant at which it finished, and waits to be told so. */
const WITHDRAWN = -1;

/** What the scheduler knows of a group beyond what the processor does. */
interface FluidGroup {
  readonly name: string;
  /** 0: the group's tasks run on the host's own CPUs. */
  readonly vcpus: number;
  quota: Nanoseconds;
  /** Tasks whose end has not been told. The processor's count is ahead of it, at the instant at which a task finishes. */
  tasks: number;
  /** Core time of the tasks that have left, and what their vCPUs lacked meanwhile because others had it [ns]. */
  used: Nanoseconds;
  steal: Nanoseconds;
}

export class FluidScheduler implements CpuScheduler {
  readonly name: string;
  readonly kind = "fluid scheduler";
  readonly pressure: Pressure;
  readonly finished: TaskTimes = { running: 0, waiting: 0, steal: 0, throttled: 0 };
  readonly #simulation: Simulation;
  readonly #cpu: CpuSpec;
  readonly #processor: SharedProcessor;
  readonly #periods: QuotaPeriods;
  readonly #finished: HandlerId;
  readonly #exhausted: HandlerId;

  readonly #groups: (FluidGroup | undefined)[] = [];

  // By task: its job, and its group's clocks when it came.
  readonly #tasks = new TaskTable();
  #job = new Int32Array(0);
  #entitled = new Float64Array(0);
  #throttled = new Float64Array(0);

  // Usage.
  readonly #capacity: number;
  readonly #efficiency: number;
  readonly #threads: number;
  /** When the host came. */
  readonly #since: Nanoseconds;
  #lostSince: Nanoseconds = -1;
  #lostTime: Nanoseconds = 0;
  #throttledOfRemoved: Nanoseconds = 0;
  #steal: Nanoseconds = 0;
  #vcpuRunning: Nanoseconds = 0;

  constructor(simulation: Simulation, name: string, cpu: CpuSpec) {
    this.name = name;
    this.#simulation = simulation;
    this.#cpu = cpu;
    this.#threads = hardwareThreads(cpu);
    this.#since = simulation.now;
    this.pressure = new Pressure(simulation, this.#threads);
    this.#capacity = fullCapacity(cpu);
    this.#efficiency = turnEfficiency(cpu, this.#threads);
    this.#processor = new SharedProcessor(simulation, { name, capacity: capacityOf(cpu) });
    this.#finished = simulation.on(`${name}: task finished`, (slot) => this.#onFinished(slot));
    this.#exhausted = simulation.on(`${name}: quota used up`, () => this.#observe());
    this.#periods = new QuotaPeriods(simulation, name, {
      refill: (group) => this.#refill(group),
      hasWork: (group) => this.#processor.groupRunnable(group) > 0,
      throttledTime: (group) => this.#processor.throttledTime(group),
    });
  }

  addGroup(options: TaskGroupOptions): TaskGroupId {
    checkGroup(this.name, options);
    const { name, weight, vcpus, bandwidth, cpus } = options;
    if (cpus !== undefined && new Set(cpus).size < this.#threads) {
      throw new RangeError(`scheduler "${this.name}", group "${name}": a set of CPUs needs the scheduler "slices"; this one is "fluid"`);
    }
    const places = vcpus ?? Infinity;
    const guest = vcpus === undefined ? 1 : turnEfficiency(this.#cpu, vcpus);
    const label = name === undefined ? {} : { name };
    const group = this.#processor.addGroup({ ...label, weight, cap: Infinity, places, turnEfficiency: guest });
    this.#groups[group] = { name: name ?? `group ${group}`, vcpus: vcpus ?? 0, quota: Infinity, tasks: 0, used: 0, steal: 0 };
    this.#setBandwidth(group, bandwidth);
    return group;
  }

  changeGroup(group: TaskGroupId, { weight, bandwidth }: Pick<TaskGroupOptions, "weight" | "bandwidth">): void {
    checkGroup(this.name, { name: this.#group(group).name, weight, bandwidth });
    this.#processor.changeGroup(group, { weight, cap: Infinity });
    this.#setBandwidth(group, bandwidth);
    if (this.#processor.groupRunnable(group) > 0) this.#periods.work(group);
    this.#observe();
  }

  removeGroup(group: TaskGroupId): void {
    const { name, tasks } = this.#group(group);
    if (tasks > 0) refuseTasks(this.name, "removeGroup", name, tasks);
    const throttled = this.#processor.throttledTime(group);
    this.#processor.removeGroup(group);
    this.#throttledOfRemoved += throttled;
    this.#periods.remove(group);
    this.#groups[group] = undefined;
  }

  addUsage(group: TaskGroupId, usage: GroupUsage): void {
    const { used, steal } = this.#group(group);
    usage.cpu += used + this.#processor.attained(group);
    usage.steal += steal;
    usage.throttled += this.#processor.throttledTime(group);
    this.#periods.addTo(usage, group);
  }

  submit(group: TaskGroupId, demand: Nanoseconds, done: HandlerId, arg: number): TaskId {
    if (!(demand >= 0 && demand < Infinity)) refuseDemand(this.name, demand);
    this.#group(group).tasks++;
    this.#periods.work(group);
    const slot = this.#tasks.open(group, demand, done, arg, this.#simulation.now);
    if (this.#job.length < this.#tasks.size) this.#grow();
    // With the task in, the group's clock runs for n tasks rather than n - 1; it has not moved yet, so these readings hold.
    this.#entitled[slot] = this.#processor.entitlement(group);
    this.#throttled[slot] = this.#processor.throttledTime(group);
    this.#job[slot] = this.#processor.submit(group, demand, this.#finished, slot);
    this.#observe();
    return this.#tasks.idOf(slot);
  }

  withdraw(task: TaskId): Nanoseconds {
    const slot = this.#tasks.slotOf(task);
    if (slot < 0 || this.#tasks.group[slot] === WITHDRAWN) return 0;
    const group = this.#group(this.#tasks.group[slot]);
    group.tasks--;
    const left = this.#processor.withdraw(this.#job[slot]);
    group.used += this.#tasks.demand[slot] - left;
    // With nothing left it has finished at this very instant, and its end is still to be told.
    if (left > 0) this.#tasks.close(slot);
    else this.#tasks.group[slot] = WITHDRAWN;
    this.#observe();
    return left;
  }

  close(): void {
    for (const group of this.#groups) if (group !== undefined && group.tasks > 0) refuseTasks(this.name, "close", group.name, group.tasks);
    this.#groups.forEach((group, id) => {
      if (group !== undefined) this.removeGroup(id);
    });
    this.#simulation.unregister(this.#processor);
  }

  get usage(): SchedulerUsage {
    let throttled = 0;
    this.#groups.forEach((group, id) => {
      if (group !== undefined) throttled += this.#processor.throttledTime(id);
    });
    return {
      switches: 0,
      migrations: 0,
      throttled: this.#throttledOfRemoved + throttled,
      vcpuRunning: this.#vcpuRunning,
      vcpuSteal: this.#steal,
    };
  }

  /** Those of the processor; capacity is that of all hardware threads, less what switching costs while there are more tasks than these. */
  counters(): StationCounters {
    const { now } = this.#simulation;
    const lost = this.#lostTime + (this.#lostSince < 0 ? 0 : now - this.#lostSince);
    return { ...this.#processor.counters(), capacityIntegral: this.#capacity * (now - this.#since - (1 - this.#efficiency) * lost) };
  }

  #onFinished(slot: number): void {
    const id = this.#tasks.group[slot];
    if (id === WITHDRAWN) return this.#tasks.close(slot);
    const group = this.#group(id);
    group.tasks--;
    group.used += this.#tasks.demand[slot];
    this.#split(slot, id, group);
    const done = this.#tasks.done[slot];
    const arg = this.#tasks.arg[slot];
    this.#tasks.close(slot);
    this.#observe();
    this.#simulation.call(done, arg);
  }

  /**
   * Of a stay T with demand D in which the group's own cores would have given A and which was throttled for H: A - D went to others
   * (steal of a virtual machine), T - A - H to the group's own tasks.
   */
  #split(slot: number, group: TaskGroupId, of: FluidGroup): void {
    const isGuest = of.vcpus > 0;
    const { finished } = this;
    const time = this.#simulation.now - this.#tasks.submitted[slot];
    const entitled = this.#processor.entitlement(group) - this.#entitled[slot];
    const running = Math.min(Math.round(this.#tasks.demand[slot]), time);
    const throttled = Math.min(Math.round(this.#processor.throttledTime(group) - this.#throttled[slot]), time - running);
    const others = Math.min(Math.max(Math.round(entitled) - running, 0), time - running - throttled);
    finished.running = running;
    finished.throttled = throttled;
    finished.steal = isGuest ? others : 0;
    finished.waiting = time - running - throttled - finished.steal;
    if (isGuest) {
      this.#vcpuRunning += running;
      this.#steal += others;
      of.steal += others;
    }
  }

  #setBandwidth(group: TaskGroupId, bandwidth: Bandwidth | undefined): void {
    this.#group(group).quota = bandwidth?.quota ?? Infinity;
    this.#periods.set(group, bandwidth);
    this.#refill(group);
  }

  #refill(group: TaskGroupId): void {
    this.#processor.setBudget(group, this.#group(group).quota, this.#exhausted, group);
    this.#observe();
  }

  #group(id: TaskGroupId): FluidGroup {
    const group = this.#groups[id];
    if (group === undefined) throw new RangeError(`scheduler "${this.name}": found group ${id}, expected one that addGroup returned`);
    return group;
  }

  /** Notes who waits for a CPU, and from when to when more tasks were runnable than there are hardware threads. */
  #observe(): void {
    const { runnable, held } = this.#processor;
    const isContended = runnable > this.#threads;
    this.pressure.run(runnable + held, isContended ? this.#threads : runnable);
    if (isContended === this.#lostSince >= 0) return;
    const { now } = this.#simulation;
    if (isContended) this.#lostSince = now;
    else {
      this.#lostTime += now - this.#lostSince;
      this.#lostSince = -1;
    }
  }

  #grow(): void {
    const { size } = this.#tasks;
    this.#job = grown(this.#job, size);
    this.#entitled = grown(this.#entitled, size);
    this.#throttled = grown(this.#throttled, size);
  }
}
