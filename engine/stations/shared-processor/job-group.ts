import type { EventHandle } from "../../kernel/simulation.ts";
import { type HeapIndex, IndexedHeap } from "../indexed-heap.ts";
import { SavedFields } from "../../kernel/saved-fields.ts";
import { WeightCensus } from "./weight-census.ts";

/** Jobs that share one weight and one cap of a `SharedProcessor`, e.g. the threads of a container. */
export class JobGroup extends SavedFields {
  readonly name: string;
  weight: number;
  cap: number;
  places = Infinity;
  turnEfficiency = 1;
  /** Jobs that count as runnable, as of the last `countRunnable`. */
  runnable = 0;
  /** Of a throttled group, those that would. */
  held = 0;
  /** How much of their time is lost because they take turns in the places. */
  lostInTurns = 0;
  /** Unfinished jobs by finishing tag: the service per unit of job weight at which each has had its demand. */
  readonly jobs: IndexedHeap;
  /** Service per unit of job weight handed out so far. */
  attained = 0;
  /** Sum of the jobs' weights. */
  totalWeight = 0;
  /** Service the group may have from the last time it was collected, Infinity without a budget [ns]. */
  budget = Infinity;
  /** Whether the budget is used up. */
  isThrottled = false;
  /** Whether the budget will be used up before the next job finishes. */
  isBudgetNext = false;
  /** Handler and argument to be told that the budget is used up. */
  exhausted = 0;
  exhaustedArg = 0;
  /** That they are to be told at the end of this completion event, or the event that tells them. */
  hasNotice = false;
  notice: EventHandle = 0;
  /** Rate limit in force, min(cap, what its jobs can use) [cores]; 0 when the group has no jobs or is throttled. */
  limit = 0;
  /** Result of `findLimit`. */
  newLimit = 0;
  /** ∫ limit / number of jobs dt up to `settledAt`, while there were jobs [ns]. */
  entitled = 0;
  /** Time throttled with jobs up to `settledAt` [ns]. */
  throttledTime = 0;
  settledAt = 0;

  /** Weight of all jobs while there is no census. */
  private commonWeight = 1;
  private census: WeightCensus | undefined = undefined;

  constructor(name: string, weight: number, cap: number, index: HeapIndex) {
    super();
    this.name = name;
    this.weight = weight;
    this.cap = cap;
    this.jobs = new IndexedHeap(index);
  }

  override restore(state: unknown): void {
    this.census = (state as { census?: unknown }).census === undefined ? undefined : new WeightCensus();
    super.restore(state);
  }

  /** Counts the weight of a job that has just come into `jobs`. */
  include(weight: number): void {
    this.totalWeight += weight;
    if (weight !== this.commonWeight || this.census !== undefined) this.takeCensus(weight);
  }

  /** Counts the weight of a job that has just left `jobs`. */
  exclude(weight: number): void {
    this.totalWeight = this.jobs.size === 0 ? 0 : this.totalWeight - weight;
    if (this.census !== undefined) this.census.remove(weight);
  }

  /**
   * Finds the limit for the present jobs: a core for each, none when throttled. With unequal weights the group stops where its heaviest job has a full core,
   * since shares inside the group stay in proportion to weight; put jobs of other weights into groups of their own to use the rest.
   */
  findLimit(): void {
    const { census } = this;
    let usable = census !== undefined && census.kinds > 1 ? this.totalWeight / census.heaviest : this.jobs.size;
    if (this.jobs.size > this.places) usable = Math.min(usable, this.places * this.turnEfficiency);
    this.newLimit = this.isThrottled ? 0 : this.cap < usable ? this.cap : usable;
  }

  /** Counts the jobs that can run, in as many places as there are. */
  countRunnable(): void {
    this.runnable = this.isThrottled ? 0 : this.jobs.size < this.places ? this.jobs.size : this.places;
  }

  /** Notes the kinds of weight now that a job of `weight` has come. */
  private takeCensus(weight: number): void {
    const others = this.jobs.size - 1;
    if (others === 0) {
      this.commonWeight = weight;
      this.census = undefined;
      return;
    }
    if (this.census === undefined) {
      this.census = new WeightCensus();
      this.census.add(this.commonWeight, others);
    }
    this.census.add(weight, 1);
  }
}
