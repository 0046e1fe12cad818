/** Replications of one load, summed up for the result record. */
import { enoughSamples, Histogram, meanInterval, nearestRank, samplesNeeded } from "../../engine/index.ts";
import { COMPONENTS, FAILURES, LATE, MEMORY_KINDS } from "../../models/components.ts";
import { LatencyProfile } from "../../models/latency-profile.ts";
import type { RunRecord } from "../../models/run-record.ts";
import type { Evaluation } from "./evaluate.ts";
import { errorRateOf } from "./judge.ts";
import { type Estimate, LATENCY_STATISTICS, type Point, type StartStatistics, UTILIZATIONS } from "./record.ts";

const NOT_STARTED = "the host could not start all its tenants";
const HOUR = 3600;

export function summarize({ tenants, runs, verdict }: Evaluation, confidence: number): Point {
  const estimate = (value: (run: RunRecord) => number): Estimate => estimateOf(runs.map(value), confidence);
  const ready = runs.every((run) => run.ready);
  return {
    tenants,
    verdict,
    replications: runs.length,
    duration: Math.max(...runs.map((run) => run.duration)),
    warmup: Math.max(...runs.map((run) => run.warmup)),
    startup: estimate((run) => run.startup),
    ready,
    requests: sum(runs, (run) => run.completed),
    throughput: estimate((run) => run.completed / windowOf(run)),
    offered: estimate((run) => run.arrivals / windowOf(run)),
    errorRate: estimate(errorRateOf),
    errors: failureShares(runs),
    latency: latencyEstimates(runs, ready, confidence),
    anatomy: anatomyOf(runs),
    utilization: byKey(UTILIZATIONS, (key) => estimate((run) => run.utilization[key])),
    memory: memoryOf(runs),
    majorFaults: estimate((run) => run.majorFaults),
    instances: estimate((run) => run.instances),
    starts: [startsOf(runs, tenants)],
    audit: worstAudit(runs),
    outOfMemoryKills: sum(runs, (run) => run.outOfMemoryKills),
    evictions: sum(runs, (run) => run.evictions),
    fingerprint: runs[0].fingerprint,
    events: sum(runs, (run) => run.events),
  };
}

const windowOf = (run: RunRecord): number => run.duration - run.warmup;
const sum = (runs: readonly RunRecord[], value: (run: RunRecord) => number): number => runs.reduce((total, run) => total + value(run), 0);
const byKey = <Key extends string, Value>(keys: readonly Key[], value: (key: Key, index: number) => Value): Record<Key, Value> =>
  Object.fromEntries(keys.map((key, index) => [key, value(key, index)])) as Record<Key, Value>;

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function estimateOf(values: readonly number[], confidence: number): Estimate {
  const { mean, low, high, n } = meanInterval(values, confidence);
  return { value: finite(mean), low: finite(low), high: finite(high), n };
}

function unknown(n: number, reason: string): Estimate {
  return { value: null, low: null, high: null, n, reason };
}

function failureShares(runs: readonly RunRecord[]): Point["errors"] {
  const failed = FAILURES.map((_, index) => sum(runs, (run) => run.failures[index]));
  const ended = sum(runs, (run) => run.completed) + failed.reduce((a, b) => a + b, 0) - failed[LATE];
  return byKey(FAILURES, (_, index) => (ended === 0 ? 0 : failed[index] / ended));
}

function latencyEstimates(runs: readonly RunRecord[], ready: boolean, confidence: number): Point["latency"] {
  const n = runs.length;
  const histograms = runs.map((run) => Histogram.fromJSON(run.latency));
  const pooled = new Histogram();
  for (const histogram of histograms) pooled.merge(histogram);
  return byKey(LATENCY_STATISTICS, (statistic): Estimate => {
    if (!ready) return unknown(n, NOT_STARTED);
    if (pooled.count === 0) return unknown(n, "no request completed");
    if (statistic === "mean") return estimateOf(runs.map((run) => run.latencyMean).filter(Number.isFinite), confidence);
    if (statistic === "max") return { value: pooled.max / 1e9, low: null, high: null, n };
    const percentile = Number(statistic.slice(1));
    if (histograms.every((histogram) => enoughSamples(histogram.count, percentile))) {
      return estimateOf(
        histograms.map((histogram) => histogram.quantile(percentile / 100) / 1e9),
        confidence,
      );
    }
    const least = Math.min(...histograms.map((histogram) => histogram.count));
    return unknown(n, `not enough samples: needs ${samplesNeeded(percentile)} a replication, has ${least}`);
  });
}

function anatomyOf(runs: readonly RunRecord[]): Point["anatomy"] {
  const profile = new LatencyProfile();
  for (const run of runs) profile.merge(run.profile);
  const parts = (share: number): Record<(typeof COMPONENTS)[number], number> => {
    const means = profile.meanOfSlowest(share);
    return byKey(COMPONENTS, (_, index) => means[index] / 1e9);
  };
  if (profile.count === 0) return { mean: byKey(COMPONENTS, () => 0), tail: null };
  return { mean: parts(1), tail: enoughSamples(profile.count, 99) ? parts(0.01) : null };
}

function memoryOf(runs: readonly RunRecord[]): Point["memory"] {
  const average = (value: (run: RunRecord) => number): number => sum(runs, value) / runs.length;
  const resident = byKey(MEMORY_KINDS, (_, index) => average((run) => run.memory.resident[index]));
  const free = average((run) => run.memory.free);
  return {
    resident,
    swapped: average((run) => run.memory.swapped),
    free,
    total: free + Object.values(resident).reduce((a, b) => a + b, 0),
  };
}

function startsOf(runs: readonly RunRecord[], tenants: number): StartStatistics {
  const durations = runs.flatMap((run) => run.starts.durations).sort((a, b) => a - b);
  const count = durations.length;
  const percentile = (p: number): number | null => (enoughSamples(count, p) ? durations[nearestRank(p / 100, count) - 1] : null);
  return {
    kind: runs[0].starts.kind,
    count,
    perTenantHour: sum(runs, (run) => (run.starts.inWindow * HOUR) / (windowOf(run) * tenants)) / runs.length,
    mean: count === 0 ? null : durations.reduce((a, b) => a + b, 0) / count,
    p50: percentile(50),
    p99: percentile(99),
    max: durations.at(-1) ?? null,
  };
}

function worstAudit(runs: readonly RunRecord[]): Point["audit"] {
  const worst = runs.reduce((a, b) => (b.audit.worst > a.audit.worst ? b : a)).audit;
  return { checks: sum(runs, (run) => run.audit.checks), worst: worst.worst, worstCheck: worst.worstCheck };
}
