/** Replications of one load, summed up for the result record. */
import { enoughSamples, type Interval, meanInterval, samplesNeeded } from "../../engine/index.ts";
import { COMPONENTS, FAILURES, LATE, MEMORY_KINDS } from "../../models/vocabulary.ts";
import { LatencyProfile } from "../../models/run/latency-profile.ts";
import { StartDurations } from "../../models/run/start-durations.ts";
import type { RunWindow } from "../../models/run/window.ts";
import type { Evaluation } from "./evaluate.ts";
import { errorRateOf, percentileInterval } from "./judge.ts";
import { type Estimate, LATENCY_STATISTICS, type Point, type StartStatistics, UTILIZATIONS } from "./record.ts";

const NOT_STARTED = "the host could not start all its tenants";
const HOUR = 3600;

export function summarize({ tenants, windows, verdict }: Evaluation, confidence: number): Point {
  const estimate = (value: (window: RunWindow) => number): Estimate => estimateOf(windows.map(value), confidence);
  const ready = windows.every(({ run }) => run.ready);
  return {
    tenants,
    verdict,
    replications: windows.length,
    duration: Math.max(...windows.map(({ duration }) => duration)),
    warmup: Math.max(...windows.map(({ warmup }) => warmup)),
    startup: estimate(({ run }) => run.startup),
    ready,
    unsteady: windows.filter(({ steady }) => !steady).length,
    collapsed: windows.filter(({ run }) => run.collapsed).length,
    requests: sum(windows, ({ completed }) => completed),
    throughput: estimate((window) => window.completed / lengthOf(window)),
    offered: estimate((window) => window.arrivals / lengthOf(window)),
    errorRate: { ...estimate(errorRateOf), ...(ready ? {} : { reason: NOT_STARTED }) },
    errors: failureShares(windows),
    latency: latencyEstimates(windows, ready, confidence),
    anatomy: anatomyOf(windows),
    utilization: byKey(UTILIZATIONS, (key) => estimate(({ utilization }) => utilization[key])),
    memory: memoryOf(windows),
    majorFaults: estimate(({ majorFaults }) => majorFaults),
    instances: estimate(({ instances }) => instances),
    starts: [startsOf(windows, tenants)],
    audit: worstAudit(windows),
    outOfMemoryKills: sum(windows, ({ outOfMemoryKills }) => outOfMemoryKills),
    evictions: sum(windows, ({ evictions }) => evictions),
    fingerprint: windows[0].run.fingerprint,
    events: sum(windows, ({ run }) => run.events),
  };
}

const lengthOf = ({ duration, warmup }: RunWindow): number => duration - warmup;
const sum = (windows: readonly RunWindow[], value: (window: RunWindow) => number): number =>
  windows.reduce((total, window) => total + value(window), 0);
const byKey = <Key extends string, Value>(keys: readonly Key[], value: (key: Key, index: number) => Value): Record<Key, Value> =>
  Object.fromEntries(keys.map((key, index) => [key, value(key, index)])) as Record<Key, Value>;

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

const fromInterval = ({ mean, low, high, n }: Interval): Estimate => ({ value: finite(mean), low: finite(low), high: finite(high), n });

const estimateOf = (values: readonly number[], confidence: number): Estimate => fromInterval(meanInterval(values, confidence));

function unknown(n: number, reason: string): Estimate {
  return { value: null, low: null, high: null, n, reason };
}

function failureShares(windows: readonly RunWindow[]): Point["errors"] {
  const failed = FAILURES.map((_, index) => sum(windows, ({ failures }) => failures[index]));
  const ended = sum(windows, ({ completed }) => completed) + failed.reduce((a, b) => a + b, 0) - failed[LATE];
  return byKey(FAILURES, (_, index) => (ended === 0 ? 0 : failed[index] / ended));
}

function latencyEstimates(windows: readonly RunWindow[], ready: boolean, confidence: number): Point["latency"] {
  const n = windows.length;
  const counts = windows.map(({ latency }) => latency.count);
  return byKey(LATENCY_STATISTICS, (statistic): Estimate => {
    if (!ready) return unknown(n, NOT_STARTED);
    if (Math.max(...counts) === 0) return unknown(n, "no request completed");
    if (statistic === "mean") return estimateOf(windows.map(({ latencyMean }) => latencyMean).filter(Number.isFinite), confidence);
    if (statistic === "max") return { value: Math.max(...windows.map(({ latency }) => latency.max / 1e9)), low: null, high: null, n };
    const percentile = Number(statistic.slice(1));
    const interval = percentileInterval(windows, percentile, confidence);
    if (interval !== undefined) return fromInterval(interval);
    return unknown(n, `not enough samples: needs ${samplesNeeded(percentile)} a replication, has ${Math.min(...counts)}`);
  });
}

function anatomyOf(windows: readonly RunWindow[]): Point["anatomy"] {
  const profile = new LatencyProfile();
  for (const window of windows) profile.merge(window.profile.toData());
  const parts = (share: number): Record<(typeof COMPONENTS)[number], number> => {
    const means = profile.meanOfSlowest(share);
    return byKey(COMPONENTS, (_, index) => means[index] / 1e9);
  };
  if (profile.count === 0) return { mean: byKey(COMPONENTS, () => 0), tail: null };
  return { mean: parts(1), tail: enoughSamples(profile.count, 99) ? parts(0.01) : null };
}

function memoryOf(windows: readonly RunWindow[]): Point["memory"] {
  const average = (value: (window: RunWindow) => number): number => sum(windows, value) / windows.length;
  const resident = byKey(MEMORY_KINDS, (_, index) => average(({ memory }) => memory.resident[index]));
  const free = average(({ memory }) => memory.free);
  return {
    resident,
    swapped: average(({ memory }) => memory.swapped),
    free,
    total: free + Object.values(resident).reduce((a, b) => a + b, 0),
  };
}

function startsOf(windows: readonly RunWindow[], tenants: number): StartStatistics {
  const durations = new StartDurations();
  for (const { startDurations } of windows) durations.merge(startDurations.toData());
  const { count, mean, max } = durations;
  const percentile = (p: number): number | null => (enoughSamples(count, p) ? durations.quantile(p / 100) : null);
  return {
    kind: [...new Set(windows[0].run.apps.map(({ startKind }) => startKind))].join(", "),
    count,
    perTenantHour: sum(windows, (window) => (window.starts * HOUR) / (lengthOf(window) * tenants)) / windows.length,
    mean: finite(mean),
    p50: percentile(50),
    p99: percentile(99),
    max: finite(max),
  };
}

function worstAudit(windows: readonly RunWindow[]): Point["audit"] {
  const worst = windows.reduce((a, b) => (b.run.audit.worst > a.run.audit.worst ? b : a)).run.audit;
  return { checks: sum(windows, ({ run }) => run.audit.checks), worst: worst.worst, worstCheck: worst.worstCheck };
}
