/** Whether runs meet the objective, judged on confidence limits: met, missed, or not to be told from what there is. */
import { enoughSamples, Histogram, meanInterval } from "../../engine/index.ts";
import { FAILURES, LATE } from "../../models/components.ts";
import type { RunRecord } from "../../models/run-record.ts";
import type { Objective } from "../scenario.ts";

export type Verdict = "met" | "missed" | "undecided";

/** Percentile of the response times of one run [s], null with too few of them. */
export function percentileOf(run: RunRecord, percentile: number): number | null {
  const latency = Histogram.fromJSON(run.latency);
  return enoughSamples(latency.count, percentile) ? latency.quantile(percentile / 100) / 1e9 : null;
}

/** Share of the requests that ended in the window and failed; a host that could not start its tenants fails all. */
export function errorRateOf(run: RunRecord): number {
  if (!run.ready) return 1;
  const failed = run.failures.reduce((sum, count) => sum + count, 0);
  const ended = run.completed + failed - run.failures[LATE];
  return ended === 0 ? 0 : failed / ended;
}

/** `confidence` of this one decision [1]. */
export function judge(runs: readonly RunRecord[], objective: Objective, confidence: number): Verdict {
  if (runs.some((run) => !run.ready)) return "missed";
  const errors = meanInterval(runs.map(errorRateOf), confidence);
  if (errors.low > objective.errors) return "missed";
  const percentiles = runs.map((run) => percentileOf(run, objective.percentile));
  const known = percentiles.filter((value) => value !== null);
  if (known.length < runs.length) return "undecided";
  const latency = meanInterval(known, confidence);
  if (latency.low > objective.latency) return "missed";
  return latency.high <= objective.latency && errors.high <= objective.errors ? "met" : "undecided";
}

/** What failed requests failed of, most frequent first. */
export function failuresByReason(runs: readonly RunRecord[]): { reason: (typeof FAILURES)[number]; count: number }[] {
  return FAILURES.map((reason, index) => ({ reason, count: runs.reduce((sum, run) => sum + run.failures[index], 0) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
