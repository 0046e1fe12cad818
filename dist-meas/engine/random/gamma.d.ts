import type { RandomStream } from "./stream.ts";
/**
 * Gamma variates of mean `shape` times `scale`.
 * Source: Marsaglia and Tsang, A Simple Method for Generating Gamma Variables, ACM TOMS 26(3), 2000; accepts more than 95 % of its
 * proposals. Because it rejects some, the members of an antithetic pair stay in step only from time to time.
 */
export declare function gammaSampler(shape: number, scale: number, stream: RandomStream): () => number;
