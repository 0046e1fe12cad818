export interface GoodnessOfFit {
    /** Largest distance between the empirical distribution function and `cdf`. */
    readonly distance: number;
    /** Probability of a distance at least as large if the samples do follow `cdf` (asymptotic: 50 samples or more). */
    readonly pValue: number;
}
/** Kolmogorov-Smirnov test of independent samples against a continuous distribution with no parameter fitted to them. */
export declare function kolmogorovSmirnov(samples: ArrayLike<number>, cdf: (x: number) => number): GoodnessOfFit;
