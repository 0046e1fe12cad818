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
import { refuseWaits } from "../../kernel/saved-fields.ts";
import type { HandlerId, Simulation } from "../../kernel/simulation.ts";
import type { Station, StationCounters } from "../../kernel/station.ts";
import type { Nanoseconds } from "../../kernel/time.ts";
import { Population } from "../population.ts";
import { JobGroup } from "./job-group.ts";
import { type JobId, LAYOUT } from "./job-table.ts";
import type { GroupId, SharedProcessorOptions } from "./options.ts";
import { ProcessorGroups } from "./processor-groups.ts";
import { SharedService } from "./shared-service.ts";

const { DEMAND, WEIGHT, GROUP, DONE, ARG } = LAYOUT; // an imported name would be looked up each time
/** `done` of a job that is a process. */
const PROCESS = -1;
/** In the place of `done`: a group's budget is used up. */
const BUDGET = -2;

export class SharedProcessor extends ProcessorGroups implements Station {
  readonly kind = "shared-processor";

  private readonly processes: (SharedService | undefined)[] = [];
  // Jobs finished and budgets used up in this completion event, to be told when all is in order.
  private isCompleting = false;
  private finished = 0;
  private told = 0;
  private readonly finishedDone: number[] = [];
  private readonly finishedArg: number[] = [];
  private readonly finishedProcess: (SharedService | undefined)[] = [];
  private sequence = 0;

  private readonly population: Population;
  private workOfDeparted = 0;

  constructor(simulation: Simulation, options: SharedProcessorOptions) {
    super(simulation, options);
    this.population = new Population(simulation);
    simulation.register(this);
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

  /** Unfinished jobs that would be runnable if their groups were not throttled [1]. */
  get held(): number {
    return this.heldJobs;
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
    const until = this.fluidNow;
    let workDone = this.workOfDeparted;
    this.groups.forEach((group, id) => {
      if (group !== undefined) workDone = this.addAttained(workDone, id, group, until);
    });
    return {
      ...this.population.counters(),
      busyIntegral: sharing.served + sharing.totalRate * (until - sharing.time),
      workDone,
      capacityIntegral: sharing.offered + sharing.capacity * (until - sharing.time),
    };
  }

  /** Service that the unfinished jobs of a group have had up to now [ns of one core]. Changes nothing, as `counters`. */
  attained(id: GroupId): Nanoseconds {
    return this.addAttained(0, id, this.group(id), this.fluidNow);
  }

  private addAttained(sum: number, id: GroupId, group: JobGroup, until: number): number {
    if (group.jobs.size === 0) return sum;
    const { floats } = this.jobs;
    const attained = group.attained + (group.limit > 0 ? this.sharing.uncollected(id, until) / group.totalWeight : 0);
    let total = sum;
    for (let position = 0; position < group.jobs.size; position++) {
      const slot = group.jobs.itemAt(position);
      total += floats[(slot << 2) | DEMAND] - (this.jobIndex.key[slot] - attained) * floats[(slot << 2) | WEIGHT];
    }
    return total;
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

  /** The next instant has come at which a job finishes or a budget is used up. Telling them is the last act. */
  protected override completion(): void {
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

  protected override announceExhausted(id: GroupId, group: JobGroup): void {
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

  protected override complete(slot: number): void {
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

  private growJobs(): void {
    this.jobs.grow();
    this.jobIndex.reserve(this.jobs.size);
    this.population.reserve(this.jobs.size);
  }

  private refuse(demand: number, weight: number): never {
    throw new RangeError(
      `processor "${this.name}": found a job of demand ${demand} ns and weight ${weight}, expected a finite demand of at least 0 and a finite weight above 0`,
    );
  }
}
