/** A mean with its confidence interval, all in the unit of the values. */
export interface Interval {
    readonly mean: number;
    readonly low: number;
    readonly high: number;
    readonly halfWidth: number;
    /** How many independent values it rests on. */
    readonly n: number;
}
/**
 * Student-t interval of the mean of independent values, e.g. one a replication. One value says nothing about spread: its interval is
 * the whole line. Without values the mean is NaN.
 * `confidence` in 0..1, e.g. 0.95. @throws RangeError outside.
 */
export declare function meanInterval(values: readonly number[], confidence: number): Interval;
