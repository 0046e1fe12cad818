import type { RandomStream } from "./stream.ts";
/**
 * Ranks 1..n with probability proportional to k^-exponent, in constant time and memory.
 * Source: Hörmann and Derflinger, Rejection-inversion to generate variates from monotone discrete distributions, ACM TOMACS 6(3), 1996.
 */
export declare function zipfSampler(exponent: number, n: number, stream: RandomStream): () => number;
/** Mean of k^power over Zipf ranks. */
export declare const zipfMoment: (exponent: number, n: number, power: number) => number;
