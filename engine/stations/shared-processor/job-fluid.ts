/**
 * The fluid under the shared processor: what groups and their jobs are served as time goes by, at which instant the next job finishes or
 * budget is used up, and who is capped by what. Who comes, who is told and what is counted is the station's affair, `SharedProcessor`.
 *
 * The station is this class extended twice rather than made of parts: at every event nearly all of its fields are read, and each part in
 * between would cost one more load.
 */
import { SavedFields } from "../../kernel/saved-fields.ts";
import type { EventHandle, HandlerId, Simulation } from "../../kernel/simulation.ts";
import { HORIZON, type Nanoseconds } from "../../kernel/time.ts";
import { ExactSum } from "../exact-sum.ts";
import { HeapIndex } from "../indexed-heap.ts";
import { FairSharing, NONE } from "./fair-sharing.ts";
import type { JobGroup } from "./job-group.ts";
import { JobTable } from "./job-table.ts";
import type { GroupId, SharedProcessorOptions } from "./options.ts";

/** Fluid instants closer than this to a nanosecond are taken for it: rounding noise of the clocks, not work [ns]. */
const GRAIN = 1 / 1024;
/** Clocks start again from zero after about 69 s, which keeps their rounding below 1e-5 ns. */
const REBASE_AFTER = 68_719_476_736;

export abstract class JobFluid extends SavedFields {
  readonly name: string;

  protected readonly simulation: Simulation;
  private readonly capacityOf: (runnable: number) => number;
  /** Whether it depends on what there is to run. */
  protected capacityVaries: boolean;
  protected readonly sharing = new FairSharing();
  /** Instant from which the clocks of `sharing` count. */
  private epoch: Nanoseconds = 0;

  /** No less than the capacity has ever been [cores]: a group with such a limit is never held back by it. */
  private unreached = 0;

  protected readonly groups: (JobGroup | undefined)[] = [];
  protected readonly jobIndex = new HeapIndex();
  protected readonly jobs = new JobTable();
  protected runnableJobs = 0;
  /** Jobs that would be if their groups were not throttled. */
  protected heldJobs = 0;
  /** Of the runnable jobs' time, what their groups lose by taking turns [1]. */
  private readonly lostInTurns = new ExactSum();

  private readonly wake: HandlerId;
  protected wakeEvent: EventHandle = 0;
  protected wakeInstant: Nanoseconds = -1;

  constructor(simulation: Simulation, { name, capacity: given }: SharedProcessorOptions) {
    super();
    this.name = name;
    this.simulation = simulation;
    this.capacityOf = typeof given === "function" ? given : () => given;
    const capacity = this.capacityOf(0);
    if (!((typeof given === "function" ? capacity >= 0 : capacity > 0) && capacity < Infinity)) {
      throw new RangeError(`processor "${name}": found a capacity of ${capacity} cores, expected more than 0 and finite`);
    }
    this.sharing.capacity = capacity;
    this.capacityVaries = typeof given === "function";
    this.unreached = this.capacityVaries ? 1 : capacity;
    this.wake = simulation.on(`${name}: completion`, () => this.completion());
  }

  /** The next instant has come at which a job finishes or a budget is used up. */
  protected abstract completion(): void;
  /** A job has had its demand. */
  protected abstract complete(slot: number): void;
  /** The budget of a group has been used up: whom that concerns is to be told. */
  protected abstract announceExhausted(id: GroupId, group: JobGroup): void;

  /** The present instant of the fluid, as far as it can be known without a change to it. */
  protected get fluidNow(): number {
    const { time, nextAlarm } = this.sharing;
    return Math.max(time, Math.min(this.simulation.now - this.epoch, nextAlarm));
  }

  /** Brings the fluid up to now; on the way jobs finish and budgets are used up. */
  protected catchUp(): void {
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

  /** The group has used up its budget, by now or to within rounding noise. */
  private exhaust(id: GroupId, group: JobGroup): void {
    this.settleEntitlement(group);
    group.budget = 0;
    group.isThrottled = true;
    this.resize(id, group);
    this.announceExhausted(id, group);
  }

  /** Books what the group has been served since the last time. */
  protected collect(id: GroupId, group: JobGroup): void {
    this.sharing.collect(id);
    group.attained += this.sharing.collected / group.totalWeight;
    group.budget -= this.sharing.collected;
  }

  /** Fixes the group's entitlement and throttled time up to now; before its limit or number of jobs changes. */
  protected settleEntitlement(group: JobGroup): void {
    const { now } = this.simulation;
    if (group.limit > 0) group.entitled += (group.limit / group.jobs.size) * (now - group.settledAt);
    else if (group.isThrottled && group.jobs.size > 0) group.throttledTime += now - group.settledAt;
    group.settledAt = now;
  }

  /** Fits cap, alarm and capacity to the jobs that `group` has now, and finds the new rates. */
  protected resize(id: GroupId, group: JobGroup): void {
    group.findLimit();
    if (group.newLimit !== group.limit) this.applyLimit(id, group);
    const { runnable } = group;
    group.countRunnable();
    this.runnableJobs += group.runnable - runnable;
    if (group.isThrottled || group.held > 0) this.countHeld(group);
    if (this.capacityVaries) this.findCapacity(group);
    this.settle(id, group);
  }

  private countHeld(group: JobGroup): void {
    const held = group.isThrottled ? Math.min(group.jobs.size, group.places) : 0;
    this.heldJobs += held - group.held;
    group.held = held;
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
  protected plan(): void {
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

  protected group(id: GroupId): JobGroup {
    const group = this.groups[id];
    if (group === undefined) throw new RangeError(`processor "${this.name}": found group ${id}, expected one that addGroup returned`);
    return group;
  }

  private refuseCapacity(): never {
    throw new RangeError(
      `processor "${this.name}": capacity(${this.runnableJobs}) returned ${this.sharing.capacity}, expected more than 0 cores while there are jobs`,
    );
  }
}
