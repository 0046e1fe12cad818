import { type Interval } from "./interval.ts";
export interface StoppingRule {
    /** Wanted relative error of the mean, e.g. 0.05. */
    readonly relativeError: number;
    readonly confidence: number;
    /** Replications at least; 10 or more keep the coverage near its nominal value, fewer than 5 do not. */
    readonly min: number;
    readonly max: number;
}
export interface StoppingDecision {
    /** `precise`: the wanted precision is reached. `limit`: the most replications are done without it. */
    readonly decision: "continue" | "precise" | "limit";
    readonly interval: Interval;
    /** Estimate of all replications that the wanted precision needs, at least those done; Infinity if it can't be told. */
    readonly needed: number;
}
/**
 * Whether to run one more replication. The half-width is compared with e / (1 + e) of the mean's size, so that the error relative to
 * the *true* mean is at most e. Source: Law, Simulation Modeling and Analysis, 5th ed., section 9.4.1.
 */
export declare function stopping(values: readonly number[], rule: StoppingRule): StoppingDecision;
