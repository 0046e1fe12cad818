import { Histogram } from "./histogram.ts";
import { type Interval } from "./interval.ts";
export interface QuantileInterval {
    /** Sample of nearest rank; NaN without samples. */
    readonly value: number;
    /** -Infinity or Infinity where too few samples lie on that side. */
    readonly low: number;
    readonly high: number;
    readonly n: number;
}
/**
 * Distribution-free interval of the q-quantile of *independent* samples, between two order statistics. Samples of one run are not
 * independent: see `runsQuantileInterval`.
 * Source: Conover, Practical Nonparametric Statistics, 3rd ed., section 3.2.
 */
export declare function quantileInterval(samples: ArrayLike<number> | Histogram, q: number, confidence: number): QuantileInterval;
/**
 * Ranks (1..n) whose order statistics enclose the q-quantile with at least this confidence, half of the risk on either side;
 * 0 and n + 1 mean that no sample is far enough out.
 */
export declare function quantileRanks(n: number, q: number, confidence: number): {
    readonly lower: number;
    readonly upper: number;
};
/**
 * Interval of the steady-state q-quantile from independent runs (warm-up cut off), one histogram each: centred on the quantile of all
 * samples together, which is less biased than the mean of the runs' own quantiles, and as wide as those scatter (sectioning).
 * Source: Asmussen and Glynn, Stochastic Simulation, 2007, section III.5a.
 */
export declare function runsQuantileInterval(runs: readonly Histogram[], q: number, confidence: number): Interval;
