/** Replications of one load, summed up: what is measured of requests, of all or of those of one application. */
import { enoughSamples, samplesNeeded, sumOf } from "../../engine/index.ts";
import { COMPONENTS, FAILURES, LATE } from "../../models/vocabulary.ts";
import { LatencyProfile } from "../../models/run/latency-profile.ts";
import { StartDurations } from "../../models/run/start-durations.ts";
import type { RequestWindow } from "../../models/run/window.ts";
import { byKey, estimateOf, estimateOfFinite, finite, fromInterval, unknown } from "./estimate.ts";
import { type AppJudgement, errorRateOf, percentileInterval } from "./judge.ts";
import { type AppResult, type Estimate, LATENCY_STATISTICS, type StartStatistics } from "./record.ts";

const NONE_COMPLETED = "no request completed";
const NOT_STARTED = "the host could not start all its tenants";
const HOUR = 3600;

type RequestResults = Omit<AppResult, "name" | "unit" | "starts" | "instance" | keyof AppJudgement>;

const lengthOf = ({ duration, warmup }: RequestWindow): number => duration - warmup;

export function requestResults(windows: readonly RequestWindow[], confidence: number): RequestResults {
  const estimate = (value: (window: RequestWindow) => number): Estimate => estimateOf(windows.map(value), confidence);
  const share = (count: (window: RequestWindow) => number): Estimate =>
    estimateOfFinite(
      windows.map((window) => count(window) / window.completed),
      confidence,
      NONE_COMPLETED,
    );
  const ready = windows.every(({ run }) => run.ready);
  return {
    requests: sumOf(windows, ({ completed }) => completed),
    throughput: estimate((window) => window.completed / lengthOf(window)),
    offered: estimate((window) => window.arrivals / lengthOf(window)),
    errorRate: errorRate(windows, ready, confidence),
    errors: failureShares(windows),
    latency: latencyEstimates(windows, ready, confidence),
    anatomy: anatomyOf(windows),
    waited: share(({ waited }) => waited),
    coldStarts: share(({ coldStarts }) => coldStarts),
  };
}

function errorRate(windows: readonly RequestWindow[], ready: boolean, confidence: number): Estimate {
  const estimate = estimateOfFinite(windows.map(errorRateOf), confidence, "no request ended");
  return ready || estimate.value === null ? estimate : { ...estimate, reason: NOT_STARTED };
}

/** `kind` in words. */
export function startStatistics(windows: readonly RequestWindow[], kind: string, tenants: number, confidence: number): StartStatistics {
  const durations = new StartDurations();
  for (const { startDurations } of windows) durations.merge(startDurations.toData());
  const { count, mean, max } = durations;
  const percentile = (p: number): number | null => (enoughSamples(count, p) ? durations.quantile(p / 100) : null);
  return {
    kind,
    count,
    perTenantHour: sumOf(windows, (window) => (window.starts * HOUR) / (lengthOf(window) * tenants)) / windows.length,
    mean: finite(mean),
    duration: estimateOfFinite(
      windows.map(({ startDurations }) => startDurations.mean),
      confidence,
      "nothing started",
    ),
    p50: percentile(50),
    p99: percentile(99),
    max: finite(max),
  };
}

function failureShares(windows: readonly RequestWindow[]): RequestResults["errors"] {
  const failed = FAILURES.map((_, index) => sumOf(windows, ({ failures }) => failures[index]));
  const ended = sumOf(windows, ({ completed }) => completed) + failed.reduce((a, b) => a + b, 0) - failed[LATE];
  return byKey(FAILURES, (_, index) => (ended === 0 ? 0 : failed[index] / ended));
}

function latencyEstimates(windows: readonly RequestWindow[], ready: boolean, confidence: number): RequestResults["latency"] {
  const n = windows.length;
  const counts = windows.map(({ latency }) => latency.count);
  return byKey(LATENCY_STATISTICS, (statistic): Estimate => {
    if (!ready) return unknown(n, NOT_STARTED);
    if (Math.max(...counts) === 0) return unknown(n, NONE_COMPLETED);
    if (statistic === "mean") return estimateOf(windows.map(({ latencyMean }) => latencyMean).filter(Number.isFinite), confidence);
    if (statistic === "max") return { value: maxOf(windows), low: null, high: null, n };
    const percentile = Number(statistic.slice(1));
    const interval = percentileInterval(windows, percentile, confidence);
    if (interval !== undefined) return fromInterval(interval);
    return unknown(n, `not enough samples: needs ${samplesNeeded(percentile)} a replication, has ${Math.min(...counts)}`);
  });
}

/** Longest response time of all replications that had one [s]. */
const maxOf = (windows: readonly RequestWindow[]): number =>
  Math.max(...windows.flatMap(({ latency }) => (latency.count === 0 ? [] : [latency.max / 1e9])));

function anatomyOf(windows: readonly RequestWindow[]): RequestResults["anatomy"] {
  const profile = new LatencyProfile();
  for (const window of windows) profile.merge(window.profile.toData());
  const parts = (share: number): Record<(typeof COMPONENTS)[number], number> => {
    const means = profile.meanOfSlowest(share);
    return byKey(COMPONENTS, (_, index) => means[index] / 1e9);
  };
  if (profile.count === 0) return { mean: byKey(COMPONENTS, () => 0), tail: null };
  return { mean: parts(1), tail: enoughSamples(profile.count, 99) ? parts(0.01) : null };
}
