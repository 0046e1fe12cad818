import { type Interval } from "./interval.ts";
export interface BatchMeansInterval extends Interval {
    /** Observations in a batch. */
    readonly batchSize: number;
    /** False when neighbouring batches still correlate (von Neumann's ratio, level 0.05) or there were too few: the run was too short. */
    readonly reliable: boolean;
}
/**
 * Interval of the steady-state mean from one long series, by the means of equal batches: long batches are nearly independent although
 * neighbouring observations are not. Cut the warm-up off first (`mser5`). A remainder at the front is dropped.
 * Source: Schmeiser, Batch size effects in the analysis of simulation output, Operations Research 30(3), 1982 (10 to 30 batches).
 */
export declare function batchMeansInterval(series: ArrayLike<number>, confidence: number, batches?: number): BatchMeansInterval;
/** Means of `batches` consecutive stretches of equal length; none if the series is shorter than that. */
export declare function batchMeans(series: ArrayLike<number>, batches: number): number[];
