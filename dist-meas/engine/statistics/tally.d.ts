import { SavedFields } from "../kernel/saved-fields.ts";
/** Count, mean, variance and extremes of samples, in one pass (Welford 1962; merging after Chan, Golub and LeVeque 1979). */
export declare class Tally extends SavedFields {
    n: number;
    min: number;
    max: number;
    private average;
    /** Sum of squared deviations from the mean. */
    private squares;
    add(x: number): void;
    /** NaN without samples. */
    get mean(): number;
    /** Unbiased sample variance; NaN with fewer than two samples. */
    get variance(): number;
    get standardDeviation(): number;
    /** Takes in the samples of `other`. Sums are floating point: merge in a fixed order where bits matter. */
    merge(other: Tally): void;
    reset(): void;
}
