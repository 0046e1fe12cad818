/** Replications of one deployment at one load, as many as the decision needs. */
import { samplesNeeded } from "../../engine/index.ts";
import type { DeploymentSpec } from "../../models/fleet/deployment.ts";
import type { RunRecord } from "../../models/run/run-record.ts";
import { measuredWindows } from "../../models/run/warmup.ts";
import type { RunWindow } from "../../models/run/window.ts";
import { meanRate } from "../../models/workload/spec.ts";
import type { Experiment, Scenario } from "../scenario.ts";
import type { Execute } from "./execute.ts";
import { judge, percentileInterval, type Verdict } from "./judge.ts";

export interface Evaluation {
  readonly tenants: number;
  readonly windows: readonly RunWindow[];
  readonly verdict: Verdict;
}

/** A run is given up when this many times the late requests that the objective allows in a whole run wait for their answer. */
const COLLAPSE = 5;

/** `decide`: until the objective is met or missed for certain; `describe`: the least number of replications. */
export type Purpose = "decide" | "describe";

export async function evaluate(
  scenario: Scenario,
  deployment: DeploymentSpec,
  tenants: number,
  purpose: Purpose,
  execute: Execute,
): Promise<Evaluation> {
  const { objective, experiment } = scenario;
  const looks = lookSizes(experiment);
  const confidence = 1 - (1 - experiment.confidence) / looks.length;
  const duration = runLength(scenario, deployment, tenants);
  const runs: RunRecord[] = [];
  for (const size of looks) {
    const batch = Array.from({ length: size - runs.length }, (_, index) =>
      execute({
        deployment,
        tenants,
        seed: experiment.seed,
        replication: runs.length + index,
        duration,
        latencyLimit: objective.latency,
        collapseShare: COLLAPSE * (1 - objective.percentile / 100),
      }),
    );
    runs.push(...(await Promise.all(batch)));
    const windows = measuredWindows(runs, experiment.warmup);
    const verdict = judge(windows, objective, confidence);
    const decided = verdict !== "undecided" && preciseEnough(windows, scenario, verdict);
    if (purpose === "describe" || decided || size === looks.at(-1)) return { tenants, windows, verdict };
  }
  throw new Error("there is no look at the results"); // lookSizes() gives at least one
}

/**
 * Numbers of replications after which the results are looked at: the least number, doubled until the most is reached. The error probability is
 * divided by the number of looks (Bonferroni), so that looking several times does not make a decision less certain.
 */
export function lookSizes({ replications: { min, max } }: Experiment): number[] {
  const sizes: number[] = [];
  for (let size = min; size < max; size *= 2) sizes.push(size);
  return [...sizes, max];
}

/** A load that clearly misses need not be known precisely, nor one far below the limit. */
function preciseEnough(windows: readonly RunWindow[], { objective, experiment }: Scenario, verdict: Verdict): boolean {
  if (verdict === "missed") return true;
  const latency = percentileInterval(windows, objective.percentile, experiment.confidence);
  if (latency === undefined) return false;
  return latency.halfWidth <= experiment.replications.until * latency.mean || latency.high <= objective.latency / 2;
}

/** The scenario's duration, or longer where few tenants send too little for the percentile: half of a run may be cut as warm-up [s]. */
export function runLength({ objective, experiment }: Scenario, deployment: DeploymentSpec, tenants: number): number {
  const rate = tenants * deployment.parts.reduce((sum, { app }) => sum + meanRate(app), 0);
  if (rate === 0) return experiment.duration; // all that comes is played once: there is nothing to wait for
  return Math.max(experiment.duration, Math.ceil((2.5 * samplesNeeded(objective.percentile)) / rate));
}
