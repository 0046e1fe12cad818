import type { Saveable } from "../kernel/saved-state.ts";
import type { RandomStream } from "./stream.ts";
/** cv = coefficient of variation = standard deviation / mean. Means, medians and values are in the unit the caller wants back. */
export type DistributionSpec = {
    readonly kind: "constant";
    readonly value: number;
} | {
    readonly kind: "uniform";
    readonly low: number;
    readonly high: number;
} | {
    readonly kind: "exponential";
    readonly mean: number;
} | {
    readonly kind: "erlang";
    readonly mean: number;
    readonly stages: number;
} | {
    readonly kind: "gamma";
    readonly mean: number;
    readonly cv: number;
}
/** Two exponential branches with balanced means (each brings half of the mean); cv at least 1. */
 | {
    readonly kind: "hyperexponential";
    readonly mean: number;
    readonly cv: number;
} | {
    readonly kind: "lognormal";
    readonly mean: number;
    readonly cv: number;
}
/** By the median and one upper percentile, e.g. percentile 99 with value = the 99th percentile. */
 | {
    readonly kind: "lognormal";
    readonly median: number;
    readonly percentile: number;
    readonly value: number;
} | {
    readonly kind: "weibull";
    readonly shape: number;
    readonly scale: number;
}
/** P(X > x) = (minimum / x)^shape: finite mean for shape > 1, finite variance for shape > 2. */
 | {
    readonly kind: "pareto";
    readonly shape: number;
    readonly minimum: number;
}
/** Rank k of 1..n with probability proportional to k^-exponent. */
 | {
    readonly kind: "zipf";
    readonly exponent: number;
    readonly n: number;
}
/** One of the values, drawn with replacement; equally likely without weights. */
 | {
    readonly kind: "empirical";
    readonly values: readonly number[];
    readonly weights?: readonly number[];
}
/** The values in the order given, then from the first again; needs no random numbers. */
 | {
    readonly kind: "trace";
    readonly values: readonly number[];
};
/**
 * What is wrong with the parameters - what was found, what was expected and the fix - or undefined if nothing is.
 * `sampler`, `meanOf` and `varianceOf` throw it as a RangeError.
 */
export declare function distributionProblem(spec: DistributionSpec): string | undefined;
/**
 * A function that draws from `spec` with numbers of `stream`, and remembers nothing between draws, but for a trace: see `traceSampler`.
 * @throws RangeError if the parameters are impossible.
 */
export declare function sampler(spec: DistributionSpec, stream: RandomStream): () => number;
/**
 * The values in the order given, then from the first again. It remembers where it is: `keep` it in a
 * simulation that is saved.
 */
export declare function traceSampler(values: readonly number[]): (() => number) & Saveable;
/** Exact mean; Infinity where the distribution has none. @throws RangeError if the parameters are impossible. */
export declare function meanOf(spec: DistributionSpec): number;
/** Exact variance; Infinity where the distribution has none. @throws RangeError if the parameters are impossible. */
export declare function varianceOf(spec: DistributionSpec): number;
