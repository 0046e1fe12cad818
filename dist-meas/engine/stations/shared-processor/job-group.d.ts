import type { EventHandle } from "../../kernel/simulation.ts";
import { type HeapIndex, IndexedHeap } from "../indexed-heap.ts";
import { SavedFields } from "../../kernel/saved-fields.ts";
/** Jobs that share one weight and one cap of a `SharedProcessor`, e.g. the threads of a container. */
export declare class JobGroup extends SavedFields {
    readonly name: string;
    weight: number;
    cap: number;
    places: number;
    turnEfficiency: number;
    /** Jobs that count as runnable, as of the last `countRunnable`. */
    runnable: number;
    /** How much of their time is lost because they take turns in the places. */
    lostInTurns: number;
    /** Unfinished jobs by finishing tag: the service per unit of job weight at which each has had its demand. */
    readonly jobs: IndexedHeap;
    /** Service per unit of job weight handed out so far. */
    attained: number;
    /** Sum of the jobs' weights. */
    totalWeight: number;
    /** Service the group may have from the last time it was collected, Infinity without a budget [ns]. */
    budget: number;
    /** Whether the budget is used up. */
    isThrottled: boolean;
    /** Whether the budget will be used up before the next job finishes. */
    isBudgetNext: boolean;
    /** Handler and argument to be told that the budget is used up. */
    exhausted: number;
    exhaustedArg: number;
    /** That they are to be told at the end of this completion event, or the event that tells them. */
    hasNotice: boolean;
    notice: EventHandle;
    /** Rate limit in force, min(cap, what its jobs can use) [cores]; 0 when the group has no jobs or is throttled. */
    limit: number;
    /** Result of `findLimit`. */
    newLimit: number;
    /** ∫ limit / number of jobs dt up to `settledAt`, while there were jobs [ns]. */
    entitled: number;
    /** Time throttled with jobs up to `settledAt` [ns]. */
    throttledTime: number;
    settledAt: number;
    /** Weight of all jobs while there is no census. */
    private commonWeight;
    private census;
    constructor(name: string, weight: number, cap: number, index: HeapIndex);
    restore(state: unknown): void;
    /** Counts the weight of a job that has just come into `jobs`. */
    include(weight: number): void;
    /** Counts the weight of a job that has just left `jobs`. */
    exclude(weight: number): void;
    /**
     * Finds the limit for the present jobs: a core for each, none when throttled. With unequal weights the group stops where its heaviest job has a full core,
     * since shares inside the group stay in proportion to weight; put jobs of other weights into groups of their own to use the rest.
     */
    findLimit(): void;
    /** Counts the jobs that can run, in as many places as there are. */
    countRunnable(): void;
    /** Notes the kinds of weight now that a job of `weight` has come. */
    private takeCensus;
}
