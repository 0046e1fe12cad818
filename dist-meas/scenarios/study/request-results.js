/** Replications of one load, summed up: what is measured of requests, of all or of those of one application. */
import { enoughSamples, samplesNeeded } from "../../engine/index.js";
import { COMPONENTS, FAILURES, LATE } from "../../models/vocabulary.js";
import { LatencyProfile } from "../../models/run/latency-profile.js";
import { StartDurations } from "../../models/run/start-durations.js";
import { byKey, estimateOf, finite, fromInterval, sumOf, unknown } from "./estimate.js";
import { errorRateOf, percentileInterval } from "./judge.js";
import { LATENCY_STATISTICS } from "./record.js";
const NOT_STARTED = "the host could not start all its tenants";
const HOUR = 3600;
const lengthOf = ({ duration, warmup }) => duration - warmup;
export function requestResults(windows, confidence) {
    const estimate = (value) => estimateOf(windows.map(value), confidence);
    const ready = windows.every(({ run }) => run.ready);
    return {
        requests: sumOf(windows, ({ completed }) => completed),
        throughput: estimate((window) => window.completed / lengthOf(window)),
        offered: estimate((window) => window.arrivals / lengthOf(window)),
        errorRate: errorRate(windows, ready, confidence),
        errors: failureShares(windows),
        latency: latencyEstimates(windows, ready, confidence),
        anatomy: anatomyOf(windows),
    };
}
function errorRate(windows, ready, confidence) {
    const rates = windows.map(errorRateOf).filter(Number.isFinite);
    if (rates.length === 0)
        return unknown(windows.length, "no request ended");
    return { ...estimateOf(rates, confidence), ...(ready ? {} : { reason: NOT_STARTED }) };
}
/** `kind` in words. */
export function startStatistics(windows, kind, tenants) {
    const durations = new StartDurations();
    for (const { startDurations } of windows)
        durations.merge(startDurations.toData());
    const { count, mean, max } = durations;
    const percentile = (p) => (enoughSamples(count, p) ? durations.quantile(p / 100) : null);
    return {
        kind,
        count,
        perTenantHour: sumOf(windows, (window) => (window.starts * HOUR) / (lengthOf(window) * tenants)) / windows.length,
        mean: finite(mean),
        p50: percentile(50),
        p99: percentile(99),
        max: finite(max),
    };
}
function failureShares(windows) {
    const failed = FAILURES.map((_, index) => sumOf(windows, ({ failures }) => failures[index]));
    const ended = sumOf(windows, ({ completed }) => completed) + failed.reduce((a, b) => a + b, 0) - failed[LATE];
    return byKey(FAILURES, (_, index) => (ended === 0 ? 0 : failed[index] / ended));
}
function latencyEstimates(windows, ready, confidence) {
    const n = windows.length;
    const counts = windows.map(({ latency }) => latency.count);
    return byKey(LATENCY_STATISTICS, (statistic) => {
        if (!ready)
            return unknown(n, NOT_STARTED);
        if (Math.max(...counts) === 0)
            return unknown(n, "no request completed");
        if (statistic === "mean")
            return estimateOf(windows.map(({ latencyMean }) => latencyMean).filter(Number.isFinite), confidence);
        if (statistic === "max")
            return { value: maxOf(windows), low: null, high: null, n };
        const percentile = Number(statistic.slice(1));
        const interval = percentileInterval(windows, percentile, confidence);
        if (interval !== undefined)
            return fromInterval(interval);
        return unknown(n, `not enough samples: needs ${samplesNeeded(percentile)} a replication, has ${Math.min(...counts)}`);
    });
}
/** Longest response time of all replications that had one [s]. */
const maxOf = (windows) => Math.max(...windows.flatMap(({ latency }) => (latency.count === 0 ? [] : [latency.max / 1e9])));
function anatomyOf(windows) {
    const profile = new LatencyProfile();
    for (const window of windows)
        profile.merge(window.profile.toData());
    const parts = (share) => {
        const means = profile.meanOfSlowest(share);
        return byKey(COMPONENTS, (_, index) => means[index] / 1e9);
    };
    if (profile.count === 0)
        return { mean: byKey(COMPONENTS, () => 0), tail: null };
    return { mean: parts(1), tail: enoughSamples(profile.count, 99) ? parts(0.01) : null };
}
