/** One of every distribution and of every arrival process, for the mixed model, and the bits of what they and the functions give. */
import { type ArrivalSpec } from "../index.ts";
/** Service times, means near 5 [ms]. */
export declare const DISTRIBUTIONS: {
    readonly constant: {
        readonly kind: "constant";
        readonly value: 5;
    };
    readonly uniform: {
        readonly kind: "uniform";
        readonly low: 1;
        readonly high: 9;
    };
    readonly exponential: {
        readonly kind: "exponential";
        readonly mean: 5;
    };
    readonly erlang: {
        readonly kind: "erlang";
        readonly mean: 5;
        readonly stages: 3;
    };
    readonly "gamma, cv 0.5": {
        readonly kind: "gamma";
        readonly mean: 5;
        readonly cv: 0.5;
    };
    readonly "gamma, cv 2": {
        readonly kind: "gamma";
        readonly mean: 5;
        readonly cv: 2;
    };
    readonly hyperexponential: {
        readonly kind: "hyperexponential";
        readonly mean: 5;
        readonly cv: 2;
    };
    readonly lognormal: {
        readonly kind: "lognormal";
        readonly mean: 5;
        readonly cv: 1;
    };
    readonly "lognormal by percentile": {
        readonly kind: "lognormal";
        readonly median: 4;
        readonly percentile: 99;
        readonly value: 20;
    };
    readonly weibull: {
        readonly kind: "weibull";
        readonly shape: 1.5;
        readonly scale: 5.5;
    };
    readonly pareto: {
        readonly kind: "pareto";
        readonly shape: 2.5;
        readonly minimum: 3;
    };
    readonly zipf: {
        readonly kind: "zipf";
        readonly exponent: 1.1;
        readonly n: 30;
    };
    readonly empirical: {
        readonly kind: "empirical";
        readonly values: readonly [2, 9, 4, 7, 3];
    };
    readonly "weighted empirical": {
        readonly kind: "empirical";
        readonly values: readonly [2, 9, 4, 7, 3];
        readonly weights: readonly [3, 1, 2, 1, 3];
    };
    readonly trace: {
        readonly kind: "trace";
        readonly values: readonly [5, 3, 8, 1, 6, 7];
    };
};
/** Sources of about 100 customers a second. */
export declare const ARRIVALS: Readonly<Record<string, ArrivalSpec>>;
/** Names and hashes: each function over a grid, each distribution with its antithetic half, each arrival process. */
export declare function variateHashes(seed: number): [string, string][];
