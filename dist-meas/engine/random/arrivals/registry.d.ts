/**
 * All arrival processes, by kind: a plain specification in, a source that is asked for one arrival after the other out. A new process is a
 * file beside this one and a word in `KINDS`.
 */
import type { RandomStream } from "../stream.ts";
import type { ArrivalKind, ArrivalProcess } from "./arrival-process.ts";
declare const KINDS: {
    readonly poisson: ArrivalKind<import("./poisson.ts").PoissonSpec>;
    readonly periodic: ArrivalKind<import("./periodic.ts").PeriodicSpec>;
    readonly bursts: ArrivalKind<import("./bursts.ts").BurstsSpec>;
    readonly trace: ArrivalKind<import("./trace.ts").TraceReplaySpec>;
    readonly renewal: ArrivalKind<import("./renewal.ts").RenewalSpec>;
    readonly varying: ArrivalKind<import("./varying.ts").VaryingSpec>;
    readonly mmpp: ArrivalKind<import("./mmpp.ts").MmppSpec>;
    readonly onOff: ArrivalKind<import("./on-off.ts").OnOffSpec>;
    readonly batches: ArrivalKind<import("./batches.ts").BatchesSpec>;
};
/** When arrivals come. Times in seconds, rates per second. */
export type ArrivalSpec = {
    [K in keyof typeof KINDS]: (typeof KINDS)[K] extends ArrivalKind<infer Spec> ? Spec : never;
}[keyof typeof KINDS];
/**
 * The process draws from `stream` alone. `traceStart` in 0..1 says where in its trace a replay begins; given alike to all who replay one
 * trace, its busy times come to all of them at once, as they were recorded.
 * @throws RangeError if the parameters are impossible
 */
export declare function createArrivals(spec: ArrivalSpec, stream: RandomStream, traceStart?: number): ArrivalProcess;
/** Arrivals in the long run [1/s]. */
export declare function meanRate(spec: ArrivalSpec): number;
/** Variance of the number of arrivals in a long time by its mean [1]; undefined where theory has no closed form. */
export declare function dispersion(spec: ArrivalSpec): number | undefined;
/** One of each kind. */
export declare const ARRIVAL_EXAMPLES: readonly ArrivalSpec[];
export {};
