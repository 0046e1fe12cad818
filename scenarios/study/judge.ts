/** Whether runs meet the objectives, judged on confidence limits for each application by itself: met, missed, or not to be told from what there is. */
import { enoughSamples, type Interval, meanInterval, runsQuantileInterval, samplesNeeded } from "../../engine/index.ts";
import { LATE } from "../../models/vocabulary.ts";
import { type RequestWindow, type RunWindow, windowOfApp } from "../../models/run/window.ts";
import { type Objective, percentileOf } from "../objective.ts";
import type { DecidedBy, Verdict } from "./record.ts";

/** One application against its objective. */
export interface AppJudgement {
  /** Null without an objective. */
  readonly verdict: Verdict | null;
  /** What decided, if it is not met. */
  readonly by: DecidedBy | null;
  readonly reason?: string;
}

export interface Judgement {
  /** Missed if one application misses, met if all meet. */
  readonly verdict: Verdict;
  readonly apps: readonly AppJudgement[];
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Share of the requests that ended in the window and failed; a host that could not start its tenants fails all. NaN if none ended. */
export function errorRateOf({ run, failures, completed }: RequestWindow): number {
  if (!run.ready) return 1;
  const failed = failures.reduce((sum, count) => sum + count, 0);
  const ended = completed + failed - failures[LATE]; // a late answer is a failure, and completed
  return failed / ended;
}

/**
 * Percentile of the response times of all runs together [s], as sure as the runs' own percentiles agree; undefined with too few requests: on average
 * over the runs less than the percentile needs, or less than half of that in one of them.
 */
export function percentileInterval(windows: readonly RequestWindow[], percentile: number, confidence: number): Interval | undefined {
  const counts = windows.map(({ latency }) => latency.count);
  if (!enoughSamples(mean(counts), percentile) || 2 * Math.min(...counts) < samplesNeeded(percentile)) return undefined;
  const interval = runsQuantileInterval(
    windows.map(({ latency }) => latency),
    percentile / 100,
    confidence,
  );
  const { low, high, halfWidth, n } = interval;
  return { mean: interval.mean / 1e9, low: low / 1e9, high: high / 1e9, halfWidth: halfWidth / 1e9, n };
}

/** Interval of the statistic that an objective is about [s]; undefined with too few requests. */
export function latencyInterval(windows: readonly RequestWindow[], { statistic }: Objective, confidence: number): Interval | undefined {
  const percentile = percentileOf(statistic);
  if (percentile !== undefined) return percentileInterval(windows, percentile, confidence);
  const means = windows.map(({ latencyMean }) => latencyMean);
  return means.every(Number.isFinite) ? meanInterval(means, confidence) : undefined;
}

/** `objectives` in the order of the applications; `confidence` of this one decision [1]. */
export function judge(windows: readonly RunWindow[], objectives: readonly (Objective | undefined)[], confidence: number): Judgement {
  const apps = objectives.map((objective, app): AppJudgement => {
    if (objective === undefined) return { verdict: null, by: null };
    return judgeApp(
      windows.map((window) => windowOfApp(window, app)),
      objective,
      confidence,
    );
  });
  return { verdict: verdictOf(apps), apps };
}

/** Missed if one application misses; else what is worst. */
export function verdictOf(apps: readonly AppJudgement[]): Verdict {
  const has = (wanted: Verdict): boolean => apps.some(({ verdict }) => verdict === wanted);
  return (["missed", "unsettled", "undecided"] as const).find(has) ?? "met";
}

/** `windows`: of this application alone. */
export function judgeApp(windows: readonly RequestWindow[], objective: Objective, confidence: number): AppJudgement {
  if (windows.some(({ run }) => !run.ready)) {
    return { verdict: "missed", by: "start", reason: "the host could not start all its tenants" };
  }
  const rates = windows.map(errorRateOf).filter(Number.isFinite);
  // Each such run had several times the failed or late requests that the objective allows.
  if (windows.every(({ lost }) => lost)) {
    const failing = mean(rates) > objective.errors;
    return {
      verdict: "missed",
      by: failing ? "errors" : "latency",
      reason: "many times what is allowed failed or came late, in every run",
    };
  }
  if (rates.length === 0) {
    const came = windows.some(({ arrivals }) => arrivals > 0);
    return { verdict: "undecided", by: "samples", reason: came ? "no request had ended" : "no request came" };
  }
  const errors = meanInterval(rates, confidence);
  if (errors.low > objective.errors) return { verdict: "missed", by: "errors" };
  const latency = latencyInterval(windows, objective, confidence);
  if (latency === undefined) return { verdict: "undecided", by: "samples", reason: tooFew(windows, objective) };
  if (latency.low > objective.latency) return { verdict: "missed", by: "latency" };
  if (latency.high > objective.latency) return { verdict: "undecided", by: "latency" };
  return errors.high <= objective.errors ? { verdict: "met", by: null } : { verdict: "undecided", by: "errors" };
}

function tooFew(windows: readonly RequestWindow[], { statistic }: Objective): string {
  const fewest = Math.min(...windows.map(({ latency }) => latency.count));
  const needed = samplesNeeded(percentileOf(statistic) ?? 50);
  return `too few requests: ${statistic} needs ${percentileOf(statistic) === undefined ? 1 : needed} a replication, the fewest were ${fewest}`;
}
