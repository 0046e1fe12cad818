import { type Interval } from "./interval.ts";
export interface PairedComparison {
    /** second - first, over replications that shared their random numbers. */
    readonly difference: Interval;
    /** Whether the interval leaves zero out: is the second's mean lower or higher than the first's? */
    readonly verdict: "lower" | "higher" | "can't tell";
    /** Probability of a difference at least as large, in either direction, if there were none. */
    readonly pValue: number;
    /** Share of the difference's variance that common random numbers saved; negative if they hurt; NaN if nothing varies. */
    readonly varianceSaved: number;
}
/** Compares two systems by their replications: entry i of both must come from the same random numbers. @throws RangeError without pairs. */
export declare function pairedComparison(first: readonly number[], second: readonly number[], confidence: number): PairedComparison;
export interface RankedSystem {
    readonly name: string;
    readonly mean: number;
    /** Place among all systems (1 = smallest mean), as far as the data tell: systems that can't be told apart share places. */
    readonly rankLow: number;
    readonly rankHigh: number;
}
/**
 * Orders systems by their means, smallest first, under common random numbers. All pairs are tested, with Holm's correction: the
 * probability of even one wrong order among them is at most 1 - confidence.
 * Source: Holm, A simple sequentially rejective multiple test procedure, Scand. J. Statistics 6, 1979.
 */
export declare function rankSystems(systems: ReadonlyMap<string, readonly number[]>, confidence: number): RankedSystem[];
/** Holm's adjusted p-values, in the order given: reject those at most the level. */
export declare function holm(pValues: readonly number[]): number[];
