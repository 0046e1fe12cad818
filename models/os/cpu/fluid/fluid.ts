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
import { capacityOf, fullCapacity, hardwareThreads, timeSlice, turnEfficiency } from "../../../hardware/cores.ts";
import type { CpuSpec } from "../../../hardware/spec.ts";
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
} from "../scheduler.ts";
import { TaskTable } from "../task-table.ts";

/** In the place of a task's group: it was withdrawn at the instant at which it finished, and waits to be told so. */
const WITHDRAWN = -1;

export class FluidScheduler implements CpuScheduler {
  readonly name: string;
  readonly kind = "fluid scheduler";
  readonly stay: Stay = { running: 0, waiting: 0, steal: 0, throttled: 0 };
  readonly #simulation: Simulation;
  readonly #cpu: CpuSpec;
  readonly #processor: SharedProcessor;
  readonly #periods: QuotaPeriods;
  readonly #finished: HandlerId;
  readonly #exhausted: HandlerId;

  // By group.
  readonly #vcpus: number[] = [];
  readonly #quota: Nanoseconds[] = [];
  readonly #names: string[] = [];

  // By task: its job, and its group's clocks when it came.
  readonly #tasks = new TaskTable();
  #job = new Int32Array(0);
  #entitled = new Float64Array(0);
  #throttled = new Float64Array(0);

  // Usage.
  readonly #capacity: number;
  readonly #efficiency: number;
  readonly #threads: number;
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
    this.#capacity = fullCapacity(cpu);
    this.#efficiency = turnEfficiency(cpu, timeSlice(cpu));
    this.#processor = new SharedProcessor(simulation, { name, capacity: capacityOf(cpu) });
    this.#finished = simulation.on(`${name}: task finished`, (slot) => this.#onFinished(slot));
    this.#exhausted = simulation.on(`${name}: quota used up`, () => this.#observe());
    this.#periods = new QuotaPeriods(
      simulation,
      name,
      (group) => this.#refill(group),
      (group) => this.#processor.groupRunnable(group) > 0,
    );
  }

  addGroup(options: TaskGroupOptions): TaskGroupId {
    checkGroup(this.name, options);
    const { name, weight, vcpus, bandwidth, cpus } = options;
    if (cpus !== undefined && new Set(cpus).size < this.#threads) {
      throw new RangeError(`scheduler "${this.name}", group "${name}": a set of CPUs needs the scheduler "slices"; this one is "fluid"`);
    }
    const places = vcpus ?? Infinity;
    const guest = vcpus === undefined ? 1 : turnEfficiency(this.#cpu, timeSlice({ ...this.#cpu, cores: vcpus, threadsPerCore: 1 }));
    const label = name === undefined ? {} : { name };
    const group = this.#processor.addGroup({ ...label, weight, cap: Infinity, places, turnEfficiency: guest });
    this.#vcpus[group] = vcpus ?? 0;
    this.#names[group] = name ?? `group ${group}`;
    this.#setBandwidth(group, bandwidth);
    return group;
  }

  changeGroup(group: TaskGroupId, { weight, bandwidth }: Pick<TaskGroupOptions, "weight" | "bandwidth">): void {
    checkGroup(this.name, { name: this.#names[group], weight, bandwidth });
    this.#processor.changeGroup(group, { weight, cap: Infinity });
    this.#setBandwidth(group, bandwidth);
    if (this.#processor.groupRunnable(group) > 0) this.#periods.work(group);
    this.#observe();
  }

  removeGroup(group: TaskGroupId): void {
    this.#throttledOfRemoved += this.#processor.throttledTime(group);
    this.#processor.removeGroup(group);
    this.#periods.set(group, undefined);
    delete this.#names[group];
  }

  submit(group: TaskGroupId, demand: Nanoseconds, done: HandlerId, arg: number): TaskId {
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

  withdraw(task: TaskId): void {
    const slot = this.#tasks.slotOf(task);
    if (slot < 0 || this.#tasks.group[slot] === WITHDRAWN) return;
    const left = this.#processor.withdraw(this.#job[slot]);
    // With nothing left it has finished at this very instant, and its end is still to be told.
    if (left > 0) this.#tasks.close(slot);
    else this.#tasks.group[slot] = WITHDRAWN;
    this.#observe();
  }

  get usage(): SchedulerUsage {
    const throttled = Object.keys(this.#names).reduce((sum, group) => sum + this.#processor.throttledTime(Number(group)), 0);
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
    return { ...this.#processor.counters(), capacityIntegral: this.#capacity * (now - (1 - this.#efficiency) * lost) };
  }

  #onFinished(slot: number): void {
    const group = this.#tasks.group[slot];
    if (group === WITHDRAWN) return this.#tasks.close(slot);
    this.#split(slot, group);
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
  #split(slot: number, group: TaskGroupId): void {
    const { stay } = this;
    const time = this.#simulation.now - this.#tasks.submitted[slot];
    const entitled = this.#processor.entitlement(group) - this.#entitled[slot];
    const running = Math.min(Math.round(this.#tasks.demand[slot]), time);
    const throttled = Math.min(Math.round(this.#processor.throttledTime(group) - this.#throttled[slot]), time - running);
    const others = Math.min(Math.max(Math.round(entitled) - running, 0), time - running - throttled);
    const isGuest = this.#vcpus[group] > 0;
    stay.running = running;
    stay.throttled = throttled;
    stay.steal = isGuest ? others : 0;
    stay.waiting = time - running - throttled - stay.steal;
    if (isGuest) {
      this.#vcpuRunning += running;
      this.#steal += others;
    }
  }

  #setBandwidth(group: TaskGroupId, bandwidth: Bandwidth | undefined): void {
    this.#quota[group] = bandwidth?.quota ?? Infinity;
    this.#periods.set(group, bandwidth);
    this.#refill(group);
  }

  #refill(group: TaskGroupId): void {
    this.#processor.setBudget(group, this.#quota[group], this.#exhausted, group);
    this.#observe();
  }

  /** Notes from when to when more tasks were runnable than there are hardware threads. */
  #observe(): void {
    const isContended = this.#processor.runnable > this.#threads;
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
