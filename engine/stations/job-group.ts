import { type HeapIndex, IndexedHeap } from "./indexed-heap.ts";

/** Jobs that share one weight and one cap of a `SharedProcessor`, e.g. the threads of a container. */
export class JobGroup {
  readonly name: string;
  weight: number;
  cap: number;
  /** Unfinished jobs by finishing tag: the service per unit of job weight at which each has had its demand. */
  readonly jobs: IndexedHeap;
  /** Service per unit of job weight handed out so far. */
  attained = 0;
  /** Sum of the jobs' weights. */
  totalWeight = 0;
  /** Rate limit in force, min(cap, what its jobs can use) [cores]; 0 when the group has no jobs. */
  limit = 0;
  /** Result of `findLimit`. */
  newLimit = 0;
  /** ∫ limit / number of jobs dt up to `entitledUntil`, while there were jobs [ns]. */
  entitled = 0;
  entitledUntil = 0;

  /** Distinct weights of the jobs, ascending, and how many jobs have each. */
  private readonly weights: number[] = [];
  private readonly counts: number[] = [];

  constructor(name: string, weight: number, cap: number, index: HeapIndex) {
    this.name = name;
    this.weight = weight;
    this.cap = cap;
    this.jobs = new IndexedHeap(index);
  }

  /** A job's weight comes into the group. */
  include(weight: number): void {
    this.totalWeight += weight;
    const at = this.find(weight);
    if (this.weights[at] === weight) {
      this.counts[at]++;
    } else {
      this.weights.splice(at, 0, weight);
      this.counts.splice(at, 0, 1);
    }
  }

  /** A job's weight goes; the last one stays listed with a count of 0. */
  exclude(weight: number): void {
    const at = this.find(weight);
    if (--this.counts[at] === 0 && this.weights.length > 1) {
      this.weights.splice(at, 1);
      this.counts.splice(at, 1);
    }
    this.totalWeight = this.jobs.size === 0 ? 0 : this.totalWeight - weight;
  }

  /**
   * Finds the limit for the present jobs: a core for each. With unequal weights the group stops where its heaviest job has a full core,
   * since shares inside the group stay in proportion to weight; put jobs of other weights into groups of their own to use the rest.
   */
  findLimit(): void {
    const kinds = this.weights.length;
    const usable = kinds <= 1 ? this.jobs.size : this.totalWeight / this.weights[kinds - 1];
    this.newLimit = this.cap < usable ? this.cap : usable;
  }

  /** First place whose weight is at least `weight`; replaces an only weight that no job has any more. */
  private find(weight: number): number {
    const { weights, counts } = this;
    if (weights.length === 1) {
      if (counts[0] === 0) weights[0] = weight;
      return weights[0] < weight ? 1 : 0;
    }
    let low = 0;
    let high = weights.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (weights[middle] < weight) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
