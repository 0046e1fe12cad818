/** What is measured of the requests of one application, of all tenants: slice by slice, and its starts. */
import { Histogram } from "../../engine/index.js";
import { FAILURES } from "../vocabulary.js";
import { LatencyProfile } from "./latency-profile.js";
import { StartDurations } from "./start-durations.js";
import { SLICES, STRETCHES, STRETCHES_PER_SLICE } from "./time-slices.js";
export class SliceMeasurement {
    arrivals = 0;
    completed = 0;
    failures = new Float64Array(FAILURES.length);
    /** Response times [ns]. */
    latency = new Histogram();
    latencySum = 0;
    profile = new LatencyProfile();
    /** Starts that began in it and came to their end. */
    starts = 0;
}
export class AppMeasurement {
    slices = Array.from({ length: SLICES }, () => new SliceMeasurement());
    /** Sum [ns] and number of response times in each stretch. */
    seriesSum = new Float64Array(STRETCHES);
    seriesCount = new Float64Array(STRETCHES);
    /** Of the whole run, what came before the first slice included. */
    starts = new StartDurations();
    /** Since the doors opened. */
    get arrivals() {
        return this.slices.reduce((sum, slice) => sum + slice.arrivals, 0);
    }
    /** The first `count` slices as plain data. */
    toSlices(count) {
        return this.slices.slice(0, count).map((slice) => ({
            arrivals: slice.arrivals,
            completed: slice.completed,
            failures: Array.from(slice.failures),
            latency: slice.latency.toJSON(),
            latencySum: slice.latencySum,
            profile: slice.profile.toData(),
            starts: slice.starts,
        }));
    }
    /** The stretches of the first `count` slices. */
    toSeries(count) {
        const stretches = count * STRETCHES_PER_SLICE;
        return { sums: Array.from(this.seriesSum.subarray(0, stretches)), counts: Array.from(this.seriesCount.subarray(0, stretches)) };
    }
}
