/** Whether runs meet the objective, judged on confidence limits: met, missed, or not to be told from what there is. */
import { enoughSamples, type Interval, meanInterval, runsQuantileInterval, samplesNeeded } from "../../engine/index.ts";
import { LATE } from "../../models/vocabulary.ts";
import type { RequestWindow, RunWindow } from "../../models/run/window.ts";
import type { Objective } from "../scenario.ts";

export type Verdict = "met" | "missed" | "undecided";

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Share of the requests that ended in the window and failed; a host that could not start its tenants fails all. */
export function errorRateOf({ run, failures, completed }: RequestWindow): number {
  if (!run.ready) return 1;
  const failed = failures.reduce((sum, count) => sum + count, 0);
  const ended = completed + failed - failures[LATE]; // a late answer is a failure, and completed
  return ended === 0 ? 0 : failed / ended;
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

/** `confidence` of this one decision [1]. */
export function judge(windows: readonly RunWindow[], objective: Objective, confidence: number): Verdict {
  // A run collapses when several times the late requests that the objective allows are waiting: each such run has missed it.
  if (windows.some(({ run }) => !run.ready) || windows.every(({ run }) => run.collapsed)) return "missed";
  const errors = meanInterval(windows.map(errorRateOf), confidence);
  if (errors.low > objective.errors) return "missed";
  const latency = percentileInterval(windows, objective.percentile, confidence);
  if (latency === undefined) return "undecided";
  if (latency.low > objective.latency) return "missed";
  return latency.high <= objective.latency && errors.high <= objective.errors ? "met" : "undecided";
}
