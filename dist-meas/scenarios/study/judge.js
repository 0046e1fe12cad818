/** Whether runs meet the objectives, judged on confidence limits for each application by itself: met, missed, or not to be told from what there is. */
import { enoughSamples, meanInterval, runsQuantileInterval, samplesNeeded } from "../../engine/index.js";
import { LATE } from "../../models/vocabulary.js";
import { windowOfApp } from "../../models/run/window.js";
import { percentileOf } from "../objective.js";
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
/** Share of the requests that ended in the window and failed; a host that could not start its tenants fails all. NaN if none ended. */
export function errorRateOf({ run, failures, completed }) {
    if (!run.ready)
        return 1;
    const failed = failures.reduce((sum, count) => sum + count, 0);
    const ended = completed + failed - failures[LATE]; // a late answer is a failure, and completed
    return failed / ended;
}
/**
 * Percentile of the response times of all runs together [s], as sure as the runs' own percentiles agree; undefined with too few requests: on average
 * over the runs less than the percentile needs, or less than half of that in one of them.
 */
export function percentileInterval(windows, percentile, confidence) {
    const counts = windows.map(({ latency }) => latency.count);
    if (!enoughSamples(mean(counts), percentile) || 2 * Math.min(...counts) < samplesNeeded(percentile))
        return undefined;
    const interval = runsQuantileInterval(windows.map(({ latency }) => latency), percentile / 100, confidence);
    const { low, high, halfWidth, n } = interval;
    return { mean: interval.mean / 1e9, low: low / 1e9, high: high / 1e9, halfWidth: halfWidth / 1e9, n };
}
/** Interval of the statistic that an objective is about [s]; undefined with too few requests. */
export function latencyInterval(windows, { statistic }, confidence) {
    const percentile = percentileOf(statistic);
    if (percentile !== undefined)
        return percentileInterval(windows, percentile, confidence);
    const means = windows.map(({ latencyMean }) => latencyMean);
    return means.every(Number.isFinite) ? meanInterval(means, confidence) : undefined;
}
/** `objectives` in the order of the applications; `confidence` of this one decision [1]. */
export function judge(windows, objectives, confidence) {
    const apps = objectives.map((objective, app) => {
        if (objective === undefined)
            return { verdict: null, by: null };
        return judgeApp(windows.map((window) => windowOfApp(window, app)), objective, confidence);
    });
    return { verdict: together(apps), apps };
}
/** Missed if one misses; else what is worst. */
function together(apps) {
    const has = (wanted) => apps.some(({ verdict }) => verdict === wanted);
    return ["missed", "unsettled", "undecided"].find(has) ?? "met";
}
/** `windows`: of this application alone. */
export function judgeApp(windows, objective, confidence) {
    if (windows.some(({ run }) => !run.ready)) {
        return { verdict: "missed", by: "start", reason: "the host could not start all its tenants" };
    }
    // An application collapses when several times the late requests that its objective allows are waiting: each such run has missed it.
    if (windows.every(({ collapsed }) => collapsed)) {
        return { verdict: "missed", by: "latency", reason: "requests arrived faster than they were answered, in every run" };
    }
    const rates = windows.map(errorRateOf).filter(Number.isFinite);
    if (rates.length === 0) {
        const came = windows.some(({ arrivals }) => arrivals > 0);
        return { verdict: "undecided", by: "samples", reason: came ? "no request had ended" : "no request came" };
    }
    const errors = meanInterval(rates, confidence);
    if (errors.low > objective.errors)
        return { verdict: "missed", by: "errors" };
    const latency = latencyInterval(windows, objective, confidence);
    if (latency === undefined)
        return { verdict: "undecided", by: "samples", reason: tooFew(windows, objective) };
    if (latency.low > objective.latency)
        return { verdict: "missed", by: "latency" };
    if (latency.high > objective.latency)
        return { verdict: "undecided", by: "latency" };
    return errors.high <= objective.errors ? { verdict: "met", by: null } : { verdict: "undecided", by: "errors" };
}
function tooFew(windows, { statistic }) {
    const fewest = Math.min(...windows.map(({ latency }) => latency.count));
    const needed = samplesNeeded(percentileOf(statistic) ?? 50);
    return `too few requests: ${statistic} needs ${percentileOf(statistic) === undefined ? 1 : needed} a replication, the fewest were ${fewest}`;
}
