/** Public face of the discrete-event engine: `import { Simulation } from "plimsoll/engine"`. One section a folder. */

// --- kernel ---
export * from "./kernel/audit.ts";
export * from "./kernel/simulation.ts";
export * from "./kernel/station.ts";
export * from "./kernel/time.ts";

// --- random ---

// --- stations ---

// --- statistics ---

export { createStream, Streams } from "./random/stream.ts";
export type { RandomStream, StreamOptions, StreamState } from "./random/stream.ts";
export { distributionProblem, meanOf, sampler, varianceOf } from "./random/distributions.ts";
export type { DistributionSpec } from "./random/distributions.ts";
export { portable } from "./random/portable-math.ts";

export { Histogram, nearestRank } from "./statistics/histogram.ts";
export type { HistogramData } from "./statistics/histogram.ts";
export { meanInterval } from "./statistics/interval.ts";
export type { Interval } from "./statistics/interval.ts";
export { mser5 } from "./statistics/mser5.ts";
export type { Truncation } from "./statistics/mser5.ts";
export { normalQuantile, studentT } from "./statistics/student-t.ts";
export { Tally } from "./statistics/tally.ts";
export { TimeWeighted } from "./statistics/time-weighted.ts";
