/** What is measured of the requests of one application, of all tenants: slice by slice, and its starts. */
import { Histogram } from "../../engine/index.ts";
import { LatencyProfile } from "./latency-profile.ts";
import type { RequestSlice, ResponseSeries } from "./run-record.ts";
import { StartDurations } from "./start-durations.ts";
export declare class SliceMeasurement {
    arrivals: number;
    completed: number;
    readonly failures: Float64Array<ArrayBuffer>;
    /** Response times [ns]. */
    readonly latency: Histogram;
    latencySum: number;
    readonly profile: LatencyProfile;
    /** Starts that began in it and came to their end. */
    starts: number;
}
export declare class AppMeasurement {
    readonly slices: readonly SliceMeasurement[];
    /** Sum [ns] and number of response times in each stretch. */
    readonly seriesSum: Float64Array<ArrayBuffer>;
    readonly seriesCount: Float64Array<ArrayBuffer>;
    /** Of the whole run, what came before the first slice included. */
    readonly starts: StartDurations;
    /** Since the doors opened. */
    get arrivals(): number;
    /** The first `count` slices as plain data. */
    toSlices(count: number): RequestSlice[];
    /** The stretches of the first `count` slices. */
    toSeries(count: number): ResponseSeries;
}
