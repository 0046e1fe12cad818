/**
 * A processor shared by groups of jobs: hierarchical generalized processor sharing.
 *
 * Between groups capacity is max-min fair by weight, a group getting at most min(cap, number of its jobs) cores, so no job has more
 * than one core. Inside a group jobs share by weight, equally by default. A submission or completion costs O(log n). A group may have a
 * budget of service; when that is used up the group is throttled: its jobs stay and are not served until it gets a new one.
 *
 * Shares are computed as a fluid, in fractions of a nanosecond: when a job has had its demand the others speed up at that very fraction,
 * and only the instant at which its completion is announced is rounded, up to the next nanosecond. So rounding never adds up.
 *
 * Not covered: time slices, migration between cores, wake-up delays. Source: Parekh and Gallager, IEEE/ACM Trans. Networking 1(3), 1993;
 * caps by water-filling, Bertsekas and Gallager, Data Networks, 6.5.2.
 */
import { SimulationError } from "../../kernel/failure.ts";
import type { Wait } from "../../kernel/process.ts";
import type { EventHandle, HandlerId, Simulation } from "../../kernel/simulation.ts";
import type { Station, StationCounters } from "../../kernel/station.ts";
import { HORIZON, type Nanoseconds } from "../../kernel/time.ts";
import { ExactSum } from "../exact-sum.ts";
import { FairSharing, NONE } from "./fair-sharing.ts";
import { HeapIndex } from "../indexed-heap.ts";
import { JobGroup } from "./job-group.ts";
import { ARG, DEMAND, DONE, GROUP, type JobId, JobTable, WEIGHT } from "./job-table.ts";
import { Population } from "../population.ts";
import { refuseWaits, SavedFields } from "../../kernel/saved-fields.ts";
import { SharedService } from "./shared-service.ts";

export type { JobId } from "./job-table.ts";

/** A group of one processor, a small integer; used again after `removeGroup`. */
export type GroupId = number;

export interface SharedProcessorOptions {
  readonly name: string;
  /** Cores, or cores as a function of `runnable` (SMT, context switches): pure, positive for 1 or more. */
  readonly capacity: number | ((runnable: number) => number);
}

export interface GroupOptions {
  /** Share against other groups, > 0. */
  readonly weight: number;
  /** Cores at most, > 0; Infinity for no cap. */
  readonly cap: number;
  /** Places in which the group's jobs run, e.g. virtual CPUs, >= 1: no more of its jobs than that count as runnable. Infinity by default. */
  readonly places?: number;
  /**
   * Share of the time in its places that is service while its jobs outnumber them and take turns, > 0, 1 by default: the group then has
   * `places * turnEfficiency` cores at most, and capacity counts for as much less as the mean over the runnable says.
   */
  readonly turnEfficiency?: number;
  readonly name?: string;
}

/** Fluid instants closer than this to a nanosecond are taken for it: rounding noise of the clocks, not work [ns]. */
const GRAIN = 1 / 1024;
/** Clocks start again from zero after about 69 s, which keeps their rounding below 1e-5 ns. */
const REBASE_AFTER = 68_719_476_736;
/** `done` of a job that is a process. */
const PROCESS = -1;
/** In the place of `done`: a group's budget is used up. */
const BUDGET = -2;

export class SharedProcessor extends SavedFields implements Station {
  readonly name: string;
  readonly kind = "shared-processor";

  private readonly simulation: Simulation;
  private readonly capacityOf: (runnable: number) => number;
  /** Whether it depends on what there is to run. */
  private capacityVaries: boolean;
  private readonly sharing = new FairSharing();
  /** Instant from which the clocks of `sharing` count. */
  private epoch: Nanoseconds = 0;

  /** No less than the capacity has ever been [cores]: a group with such a limit is never held back by it. */
  private unreached = 0;

  private readonly groups: (JobGroup | undefined)[] = [];
  private freeGroups: GroupId[] = [];

  private readonly jobIndex = new HeapIndex();
  private readonly jobs = new JobTable();
  private readonly processes: (SharedService | undefined)[] = [];
  // Jobs finished and budgets used up in this completion event, to be told when all is in order.
  private isCompleting = false;
  private finished = 0;
  private told = 0;
  private readonly finishedDone: number[] = [];
  private readonly finishedArg: number[] = [];
  private readonly finishedProcess: (SharedService | undefined)[] = [];
  private sequence = 0;

  private readonly wake: HandlerId;
  private wakeEvent: EventHandle = 0;
  private wakeInstant: Nanoseconds = -1;

  private readonly population: Population;
  private runnableJobs = 0;
  /** Of the runnable jobs' time, what their groups lose by taking turns [1]. */
  private readonly lostInTurns = new ExactSum();
  private workOfDeparted = 0;

  constructor(simulation: Simulation, options: SharedProcessorOptions) {
    super();
    this.name = options.name;
    this.simulation = simulation;
    this.population = new Population(simulation);
    const { capacity: given } = options;
    this.capacityOf = typeof given === "function" ? given : () => given;
    const capacity = this.capacityOf(0);
    if (!((typeof given === "function" ? capacity >= 0 : capacity > 0) && capacity < Infinity)) {
      throw new RangeError(`processor "${this.name}": found a capacity of ${capacity} cores, expected more than 0 and finite`);
    }
    this.sharing.capacity = capacity;
    this.capacityVaries = typeof given === "function";
    this.unreached = this.capacityVaries ? 1 : capacity;
    this.wake = simulation.on(`${this.name}: completion`, () => this.completion());
    simulation.register(this);
  }

  /** @throws RangeError unless weight and cap are positive and the weight is finite */
  addGroup(options: GroupOptions): GroupId {
    const id = this.freeGroups.pop() ?? this.groups.length;
    const name = options.name ?? `group ${id}`;
    this.checkGroup(name, options);
    const group = new JobGroup(name, options.weight, options.cap, this.jobIndex);
    group.places = options.places ?? Infinity;
    group.turnEfficiency = options.turnEfficiency ?? 1;
    if (group.turnEfficiency < 1) this.capacityVaries = true;
    this.groups[id] = group;
    this.sharing.reserve(id + 1);
    return id;
  }

  /** @throws RangeError if the group still has jobs */
  removeGroup(id: GroupId): void {
    const group = this.group(id);
    if (group.jobs.size > 0) {
      throw new RangeError(
        `processor "${this.name}": removeGroup("${group.name}") with ${group.jobs.size} unfinished jobs, expected none; withdraw them first`,
      );
    }
    this.simulation.cancel(group.notice);
    this.groups[id] = undefined;
    this.freeGroups.push(id);
  }

  /** Changes weight and cap of a group from now on. */
  changeGroup(id: GroupId, options: Pick<GroupOptions, "weight" | "cap">): void {
    const group = this.group(id);
    this.checkGroup(group.name, options);
    this.catchUp();
    this.settleEntitlement(group);
    if (group.limit > 0) {
      this.collect(id, group);
      this.sharing.leave(id);
      group.limit = 0;
    }
    group.weight = options.weight;
    group.cap = options.cap;
    this.resize(id, group);
    this.plan();
  }

  /**
   * Serves the group's jobs together at most `budget` more [ns of one core] from now on; Infinity for no limit. When that is used up the
   * group is throttled: its jobs stay, but are not served and no longer count as runnable, and the capacity goes to the others, until it
   * gets a new budget. `exhausted(arg)` is called at that instant, rounded up as completions are, after the `done` of a job of the group
   * that finishes at that very instant. With a budget of 0 the group is throttled at once, which nobody is told. A new budget replaces
   * what is left of the old one, and with it the announcement if that has not been made yet.
   *
   * A quota of CPU time in each period (cgroup cpu.max) is a budget renewed at the start of each.
   * @throws RangeError if the budget is negative or not a number
   */
  setBudget(id: GroupId, budget: Nanoseconds, exhausted: HandlerId, arg = 0): void {
    const group = this.group(id);
    if (!(budget >= 0)) {
      throw new RangeError(`processor "${this.name}", group "${group.name}": found a budget of ${budget} ns, expected 0 or more`);
    }
    this.catchUp();
    this.settleEntitlement(group);
    if (group.limit > 0) this.collect(id, group);
    this.simulation.cancel(group.notice);
    group.hasNotice = false;
    group.budget = budget;
    group.exhausted = exhausted;
    group.exhaustedArg = arg;
    group.isThrottled = budget === 0;
    this.resize(id, group);
    this.plan();
  }

  /** What is left of the group's budget, fractions included [ns]; 0 when throttled, Infinity without a budget. */
  budgetLeft(id: GroupId): Nanoseconds {
    const group = this.group(id);
    return group.limit > 0 ? Math.max(0, group.budget - this.sharing.uncollected(id, this.fluidNow)) : group.budget;
  }

  /** Time for which the group has been throttled while it had jobs [ns]. */
  throttledTime(id: GroupId): Nanoseconds {
    const group = this.group(id);
    const goesOn = group.isThrottled && group.jobs.size > 0;
    return group.throttledTime + (goesOn ? this.simulation.now - group.settledAt : 0);
  }

  /**
   * A job with `demand` [ns of one core] enters `group`. `done(arg)` is called when it has been served, as the last act of the completion
   * event; if another event at that very instant comes first and notices it, it is scheduled. Weight counts against other jobs of the group.
   * @throws RangeError if the demand is negative or not finite, or the weight not positive
   */
  submit(group: GroupId, demand: Nanoseconds, done: HandlerId, arg: number, weight = 1): JobId {
    if (this.jobs.isFull) this.growJobs();
    const slot = this.jobs.free;
    const { floats, words } = this.jobs;
    floats[(slot << 2) | DEMAND] = demand;
    floats[(slot << 2) | WEIGHT] = weight;
    words[(slot << 3) | DONE] = done;
    words[(slot << 3) | ARG] = arg;
    this.admit(slot, group);
    return this.jobs.idOf(slot);
  }

  /** `yield* processor.serve(group, demand)`: waits until the demand has been served. Killed or interrupted, it withdraws. */
  serve(group: GroupId, demand: Nanoseconds, weight = 1): Wait<void> {
    return new SharedService(this, group, demand, weight);
  }

  /** For `SharedService`: a process comes as a job. */
  submitProcess(wait: SharedService, group: GroupId, demand: Nanoseconds, weight: number): JobId {
    const job = this.submit(group, demand, PROCESS, 0, weight);
    this.processes[this.jobs.slotOf(job)] = wait;
    return job;
  }

  /**
   * Takes an unfinished job out (killed, moved): it departs with what it attained, its `done` never comes. Returns the work left, rounded
   * up [ns]; 0 if the job has finished already, in which case its `done` is scheduled or has been.
   */
  withdraw(job: JobId): Nanoseconds {
    this.catchUp();
    const slot = this.jobs.slotOf(job);
    let left = 0;
    if (slot >= 0 && this.jobIndex.position[slot] >= 0) {
      const { floats, words } = this.jobs;
      const id = words[(slot << 3) | GROUP];
      const group = this.group(id);
      const demand = floats[(slot << 2) | DEMAND];
      if (group.limit > 0) this.collect(id, group);
      left = Math.min(demand, Math.max(0, this.jobIndex.key[slot] - group.attained) * floats[(slot << 2) | WEIGHT]);
      this.workOfDeparted += demand - left;
      this.processes[slot] = undefined;
      this.take(slot);
    }
    this.plan();
    return Math.ceil(left);
  }

  /** Unfinished jobs, of each group at most as many as it has places, and none of a throttled one [1]. */
  get runnable(): number {
    return this.runnableJobs;
  }

  /** Unfinished jobs of the group, throttled or not [1]. */
  groupRunnable(group: GroupId): number {
    return this.group(group).jobs.size;
  }

  /**
   * ∫ min(cap, n) / n dt of the group while it has jobs [ns]: the time one of its jobs would have had on the group's own cores if no other
   * group had ever been in the way. A job that stayed T, saw this advance by A and demanded D waited T - A for its own group and A - D for
   * others (steal). Equal job weights assumed. While the group is throttled this stands still: of the T - A, `throttledTime` tells how much
   * was waiting for a new budget, the rest was for siblings and the cap.
   */
  entitlement(group: GroupId): Nanoseconds {
    const { entitled, settledAt, limit, jobs } = this.group(group);
    return entitled + (limit > 0 ? (limit / jobs.size) * (this.simulation.now - settledAt) : 0);
  }

  protected override get unsaved(): readonly string[] {
    return ["groups", "processes", "finishedDone", "finishedArg", "finishedProcess"];
  }

  /** @throws SimulationError if a job is a process, or waited for by `notify`; or in the middle of an event */
  override save(): unknown {
    refuseWaits(this.name, [...this.processes, ...this.finishedProcess]);
    if (this.told < this.finished) {
      throw new SimulationError(
        `cannot save processor "${this.name}": jobs that finished at this instant have not been told; save between runs`,
      );
    }
    return { fields: super.save(), groups: this.groups.map((group) => group?.save()) };
  }

  override restore(state: unknown): void {
    const { fields, groups } = state as { fields: unknown; groups: readonly unknown[] };
    super.restore(fields);
    this.groups.length = 0;
    for (const saved of groups) {
      const group = saved === undefined ? undefined : new JobGroup("", 1, 1, this.jobIndex);
      group?.restore(saved);
      this.groups.push(group);
    }
  }

  /** Changes nothing, not even rounding, so that looking never alters a run. */
  counters(): StationCounters {
    const { sharing } = this;
    const { floats } = this.jobs;
    const until = this.fluidNow;
    let workDone = this.workOfDeparted;
    this.groups.forEach((group, id) => {
      if (group === undefined || group.jobs.size === 0) return;
      const attained = group.attained + (group.limit > 0 ? sharing.uncollected(id, until) / group.totalWeight : 0);
      for (let position = 0; position < group.jobs.size; position++) {
        const slot = group.jobs.itemAt(position);
        workDone += floats[(slot << 2) | DEMAND] - (this.jobIndex.key[slot] - attained) * floats[(slot << 2) | WEIGHT];
      }
    });
    return {
      ...this.population.counters(),
      busyIntegral: sharing.served + sharing.totalRate * (until - sharing.time),
      workDone,
      capacityIntegral: sharing.offered + sharing.capacity * (until - sharing.time),
    };
  }

  /** The present instant of the fluid, as far as it can be known without a change to it. */
  private get fluidNow(): number {
    const { time, nextAlarm } = this.sharing;
    return Math.max(time, Math.min(this.simulation.now - this.epoch, nextAlarm));
  }

  /** The job in the free record comes. Apart from `submit`, which V8 then inlines into its callers, so that no double is allocated. */
  private admit(slot: number, id: GroupId): void {
    const group = this.group(id);
    const demand = this.jobs.floats[(slot << 2) | DEMAND];
    const weight = this.jobs.floats[(slot << 2) | WEIGHT];
    if (!(demand >= 0 && demand < Infinity && weight > 0 && weight < Infinity)) this.refuse(demand, weight);
    this.jobs.open(id);
    this.catchUp();
    this.jobIndex.rank[slot] = this.sequence++;
    this.population.enter(slot);
    this.settleEntitlement(group);
    if (group.limit > 0) this.collect(id, group);
    else if (group.jobs.size === 0) group.attained = 0;
    this.jobIndex.key[slot] = group.attained + demand / weight;
    group.jobs.push(slot);
    group.include(weight);
    this.resize(id, group);
    this.plan();
  }

  /** Brings the fluid up to now; on the way jobs finish and budgets are used up. */
  private catchUp(): void {
    const { sharing } = this;
    if (sharing.nextAlarm <= this.simulation.now - this.epoch + GRAIN) this.passAlarms();
    sharing.until = this.simulation.now - this.epoch;
    sharing.advance();
    if (sharing.time > REBASE_AFTER) this.rebase();
  }

  /** Goes from one instant to the next at which a job finishes or a budget is used up, up to now. */
  private passAlarms(): void {
    const { sharing } = this;
    const latest = this.simulation.now - this.epoch + GRAIN;
    while (sharing.nextAlarm <= latest) {
      sharing.until = sharing.nextAlarm;
      sharing.advance();
      const id = sharing.nextMember;
      const group = this.groups[id] as JobGroup;
      this.collect(id, group);
      if (group.isBudgetNext) this.exhaust(id, group);
      else {
        this.complete(group.jobs.top);
        if (group.jobs.size === 0 && group.budget <= GRAIN) this.exhaust(id, group);
      }
    }
  }

  /** The next instant has come at which a job finishes or a budget is used up. Telling them is the last act. */
  private completion(): void {
    this.wakeEvent = 0;
    this.wakeInstant = -1;
    this.isCompleting = true;
    this.catchUp();
    this.isCompleting = false;
    this.plan();
    for (this.told = 0; this.told < this.finished; ) {
      const index = this.told++;
      const process = this.finishedProcess[index];
      this.finishedProcess[index] = undefined;
      if (process !== undefined) process.grantLast(undefined);
      else if (this.finishedDone[index] === BUDGET) this.tellExhausted(this.finishedArg[index]);
      else this.simulation.call(this.finishedDone[index], this.finishedArg[index]);
    }
    this.finished = 0;
  }

  /** The group has used up its budget, by now or to within rounding noise. */
  private exhaust(id: GroupId, group: JobGroup): void {
    this.settleEntitlement(group);
    group.budget = 0;
    group.isThrottled = true;
    this.resize(id, group);
    if (this.isCompleting) {
      const index = this.finished++;
      this.finishedDone[index] = BUDGET;
      this.finishedArg[index] = id;
      this.finishedProcess[index] = undefined;
      group.hasNotice = true;
    } else group.notice = this.simulation.after(0, group.exhausted, group.exhaustedArg);
  }

  /** Unless the group has been given a new budget, or been removed, by somebody told in the same event. */
  private tellExhausted(id: GroupId): void {
    const group = this.groups[id];
    if (group === undefined || !group.hasNotice) return;
    group.hasNotice = false;
    this.simulation.call(group.exhausted, group.exhaustedArg);
  }

  private complete(slot: number): void {
    const done = this.jobs.words[(slot << 3) | DONE];
    const arg = this.jobs.words[(slot << 3) | ARG];
    this.workOfDeparted += this.jobs.floats[(slot << 2) | DEMAND];
    this.take(slot);
    let process: SharedService | undefined;
    if (done === PROCESS) {
      process = this.processes[slot];
      this.processes[slot] = undefined;
    }
    if (this.isCompleting) {
      const index = this.finished++;
      this.finishedDone[index] = done;
      this.finishedArg[index] = arg;
      this.finishedProcess[index] = process;
    } else if (process === undefined) this.simulation.after(0, done, arg);
    else process.grant(undefined);
  }

  /** Takes a job out of its group, whose service has just been collected. */
  private take(slot: number): void {
    const id = this.jobs.words[(slot << 3) | GROUP];
    const group = this.groups[id] as JobGroup;
    this.settleEntitlement(group);
    group.jobs.remove(slot);
    group.exclude(this.jobs.floats[(slot << 2) | WEIGHT]);
    this.population.leave(slot);
    this.jobs.close(slot);
    this.resize(id, group);
  }

  /** Books what the group has been served since the last time. */
  private collect(id: GroupId, group: JobGroup): void {
    this.sharing.collect(id);
    group.attained += this.sharing.collected / group.totalWeight;
    group.budget -= this.sharing.collected;
  }

  /** Fixes the group's entitlement and throttled time up to now; before its limit or number of jobs changes. */
  private settleEntitlement(group: JobGroup): void {
    const { now } = this.simulation;
    if (group.limit > 0) group.entitled += (group.limit / group.jobs.size) * (now - group.settledAt);
    else if (group.isThrottled && group.jobs.size > 0) group.throttledTime += now - group.settledAt;
    group.settledAt = now;
  }

  /** Fits cap, alarm and capacity to the jobs that `group` has now, and finds the new rates. */
  private resize(id: GroupId, group: JobGroup): void {
    group.findLimit();
    if (group.newLimit !== group.limit) this.applyLimit(id, group);
    const { runnable } = group;
    group.countRunnable();
    this.runnableJobs += group.runnable - runnable;
    if (this.capacityVaries) this.findCapacity(group);
    this.settle(id, group);
  }

  /** Finds the capacity now that `group` has changed. */
  private findCapacity(group: JobGroup): void {
    const { sharing, runnableJobs, lostInTurns } = this;
    if (group.turnEfficiency < 1) {
      lostInTurns.term = -group.lostInTurns;
      lostInTurns.add();
      group.lostInTurns = group.jobs.size > group.places ? group.runnable * (1 - group.turnEfficiency) : 0;
      lostInTurns.term = group.lostInTurns;
      lostInTurns.add();
    }
    sharing.capacity = this.capacityOf(runnableJobs);
    if (!(sharing.capacity > 0 || runnableJobs === 0)) this.refuseCapacity();
    if (runnableJobs > 0) sharing.capacity *= 1 - lostInTurns.value / runnableJobs;
    if (sharing.capacity > this.unreached) this.reach();
  }

  /** Finds the new rates, and when the next job of `group`, whose service has just been collected, finishes or its budget is used up. */
  private settle(id: GroupId, group: JobGroup): void {
    const { sharing } = this;
    if (group.limit > 0) {
      const untilFinished = (group.jobs.topKey - group.attained) * group.totalWeight;
      group.isBudgetNext = untilFinished > group.budget + GRAIN;
      sharing.alarm[id] = group.isBudgetNext ? group.budget : untilFinished;
      sharing.settle(id);
    } else sharing.settle(NONE);
  }

  /** The capacity is larger than ever before: limits that were beyond it may hold groups back now. */
  private reach(): void {
    while (this.sharing.capacity > this.unreached) this.unreached *= 2;
    this.groups.forEach((group, id) => {
      if (group === undefined || group.limit === 0) return;
      this.collect(id, group);
      group.newLimit = group.limit;
      this.applyLimit(id, group);
      this.settle(id, group);
    });
  }

  /** Puts the group's new limit in force. One that the capacity never reaches is none, and then need not be changed with every job. */
  private applyLimit(id: GroupId, group: JobGroup): void {
    const { sharing } = this;
    const cap = group.newLimit < this.unreached ? group.newLimit : Infinity;
    if (group.newLimit === 0) sharing.leave(id);
    else if (group.limit === 0) {
      sharing.weight[id] = group.weight;
      sharing.cap[id] = cap;
      sharing.join(id);
    } else if (cap !== sharing.cap[id]) {
      sharing.cap[id] = cap;
      sharing.changeCap(id);
    }
    group.limit = group.newLimit;
  }

  /** Has the kernel call when the next job finishes or budget is used up. */
  private plan(): void {
    const instant = this.epoch + Math.ceil(this.sharing.nextAlarm - GRAIN);
    if (instant === this.wakeInstant) return;
    if (this.wakeEvent !== 0) this.simulation.cancel(this.wakeEvent);
    const reachable = instant <= HORIZON;
    this.wakeEvent = reachable ? this.simulation.at(instant, this.wake, 0) : 0;
    this.wakeInstant = reachable ? instant : -1;
  }

  private rebase(): void {
    const now = this.simulation.now - this.epoch;
    this.groups.forEach((group, id) => {
      if (group === undefined || group.jobs.size === 0) return;
      if (group.limit > 0) this.collect(id, group);
      group.jobs.shift(group.attained);
      group.attained = 0;
    });
    this.epoch += now;
    this.sharing.rebase(now);
  }

  private group(id: GroupId): JobGroup {
    const group = this.groups[id];
    if (group === undefined) throw new RangeError(`processor "${this.name}": found group ${id}, expected one that addGroup returned`);
    return group;
  }

  private growJobs(): void {
    this.jobs.grow();
    this.jobIndex.reserve(this.jobs.size);
    this.population.reserve(this.jobs.size);
  }

  private checkGroup(name: string, { weight, cap, places = Infinity, turnEfficiency = 1 }: Omit<GroupOptions, "name">): void {
    const where = `processor "${this.name}", group "${name}"`;
    if (!(weight > 0 && weight < Infinity && cap > 0)) {
      throw new RangeError(`${where}: found weight ${weight} and cap ${cap}, expected both above 0 and a finite weight`);
    }
    if (!((Number.isInteger(places) || places === Infinity) && places >= 1 && turnEfficiency > 0 && turnEfficiency <= 1)) {
      throw new RangeError(
        `${where}: found ${places} places and a turn efficiency of ${turnEfficiency}, expected whole places of at least 1 and an efficiency above 0 and at most 1`,
      );
    }
  }

  private refuse(demand: number, weight: number): never {
    throw new RangeError(
      `processor "${this.name}": found a job of demand ${demand} ns and weight ${weight}, expected a finite demand of at least 0 and a finite weight above 0`,
    );
  }

  private refuseCapacity(): never {
    throw new RangeError(
      `processor "${this.name}": capacity(${this.runnable}) returned ${this.sharing.capacity}, expected more than 0 cores while there are jobs`,
    );
  }
}
