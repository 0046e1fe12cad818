/** What is measured of the requests of one application, of all tenants: slice by slice, and its starts. */
import { Histogram, sumOf } from "../../engine/index.ts";
import { FAILURES } from "../vocabulary.ts";
import { LatencyProfile } from "./latency-profile.ts";
import type { RequestSlice, ResponseSeries } from "./run-record.ts";
import { StartDurations } from "./start-durations.ts";
import { SLICES, STRETCHES, STRETCHES_PER_SLICE } from "./time-slices.ts";

export class SliceMeasurement {
  arrivals = 0;
  completed = 0;
  /** Completed ones that waited for a thread or the platform, and that waited for an instance to start. */
  waited = 0;
  coldStarts = 0;
  readonly failures = new Float64Array(FAILURES.length);
  /** Response times [ns]. */
  readonly latency = new Histogram();
  latencySum = 0;
  readonly profile = new LatencyProfile();
  /** Starts that began in it and came to their end. */
  starts = 0;
}

export class AppMeasurement {
  readonly slices: readonly SliceMeasurement[] = Array.from({ length: SLICES }, () => new SliceMeasurement());
  /** Sum [ns] and number of response times in each stretch. */
  readonly seriesSum = new Float64Array(STRETCHES);
  readonly seriesCount = new Float64Array(STRETCHES);
  /** Of the whole run, what came before the first slice included. */
  readonly starts = new StartDurations();

  /** Since the doors opened. */
  get arrivals(): number {
    return sumOf(this.slices, ({ arrivals }) => arrivals);
  }

  /** Requests that were answered after more than `limit` [s], so far. */
  answeredAfter(limit: number): number {
    return sumOf(this.slices, ({ latency }) => latency.countAbove(limit * 1e9));
  }

  /** Requests that have failed so far; those that were answered too late for their clients are among them. */
  get failed(): number {
    return sumOf(this.slices, ({ failures }) => failures.reduce((sum, count) => sum + count, 0));
  }

  /** The first `count` slices as plain data. */
  toSlices(count: number): RequestSlice[] {
    return this.slices.slice(0, count).map((slice) => ({
      arrivals: slice.arrivals,
      completed: slice.completed,
      waited: slice.waited,
      coldStarts: slice.coldStarts,
      failures: Array.from(slice.failures),
      latency: slice.latency.toJSON(),
      latencySum: slice.latencySum,
      profile: slice.profile.toData(),
      starts: slice.starts,
    }));
  }

  /** The stretches of the first `count` slices. */
  toSeries(count: number): ResponseSeries {
    const stretches = count * STRETCHES_PER_SLICE;
    return { sums: Array.from(this.seriesSum.subarray(0, stretches)), counts: Array.from(this.seriesCount.subarray(0, stretches)) };
  }
}
