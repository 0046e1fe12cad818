/** Quantile of the standard normal distribution; `probability` in 0..1. */
export declare const normalQuantile: (probability: number) => number;
/**
 * Quantile of Student's t distribution, error below 1e-9 (relative; absolute for quantiles below 1): `studentT(0.975, n - 1)` is the
 * factor of a 95 % interval.
 * `degrees` of freedom > 0, not necessarily whole; Infinity gives the normal distribution.
 * @throws RangeError outside 0..1 or for degrees not above 0.
 */
export declare function studentT(probability: number, degrees: number): number;
/** P(|T| > t) for t >= 0: the p-value of a two-sided t test. */
export declare const studentTwoSided: (t: number, degrees: number) => number;
