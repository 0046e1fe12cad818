export interface Truncation {
    /** Observations before this index belong to the warm-up. */
    readonly truncate: number;
    /** False when the minimum lies in the second half, or the series is too short: the run was too short to tell. */
    readonly reliable: boolean;
}
/**
 * Where the warm-up ends by MSER-5: cut so that the standard error of the mean of what remains, over batches of five, is smallest.
 * Source: White, Cobb and Spratt, A comparison of five steady-state truncation heuristics for simulation, WSC 2000.
 */
export declare function mser5(series: ArrayLike<number>): Truncation;
