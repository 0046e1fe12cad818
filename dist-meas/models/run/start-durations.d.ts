/**
 * How long starts took, in bounded memory: duration by duration up to a limit, and beyond it as a histogram, whose quantiles are within 0.1 %
 * (`Histogram`). Count, mean and longest are exact in both: a sum of whole nanoseconds is, up to 2^53 ns, and rounds in its last digits beyond.
 */
import { type HistogramData } from "../../engine/index.ts";
/** Plain data for transport [ns], durations in the order in which the starts ended. */
export type StartDurationsData = {
    readonly kind: "exact";
    readonly durations: Float64Array;
} | {
    readonly kind: "histogram";
    readonly histogram: HistogramData;
    readonly sum: number;
};
export declare class StartDurations {
    #private;
    constructor(mostKept?: number);
    /** One more start, of `duration` [ns]. */
    add(duration: number): void;
    get count(): number;
    /** Mean [s]; NaN without starts. */
    get mean(): number;
    /** Longest [s]; NaN without starts. */
    get max(): number;
    /** The q-quantile by nearest rank [s]: exact as long as durations are kept, within 0.1 % beyond; NaN without starts. `q` in 0..1. */
    quantile(q: number): number;
    /** Adds the starts of another application or run. What both kept stays kept, also beyond the limit of one. */
    merge(data: StartDurationsData): void;
    toData(): StartDurationsData;
}
