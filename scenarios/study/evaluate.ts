/** Replications of one deployment at one load, as many as the decision needs. */
import { samplesNeeded } from "../../engine/index.ts";
import type { DeploymentSpec } from "../../models/fleet/deployment.ts";
import { type AppLimit, NO_LIMIT, type RunRecord } from "../../models/run/run-record.ts";
import { measuredWindows } from "../../models/run/warmup.ts";
import { type RunWindow, windowOfApp } from "../../models/run/window.ts";
import { meanRate } from "../../models/workload/spec.ts";
import { type Objective, percentileOf } from "../objective.ts";
import type { Experiment, Scenario } from "../scenario.ts";
import type { Execute } from "./execute.ts";
import { type Judgement, judge, latencyInterval } from "./judge.ts";

export interface Evaluation {
  readonly tenants: number;
  readonly windows: readonly RunWindow[];
  readonly judgement: Judgement;
}

/** In the order of the deployment's applications. */
export const objectivesOf = ({ objectives }: Scenario, { parts }: DeploymentSpec): (Objective | undefined)[] =>
  parts.map(({ app }) => objectives.get(app.name));

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
  const { experiment } = scenario;
  const objectives = objectivesOf(scenario, deployment);
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
        limits: objectives.map(limitOf),
      }),
    );
    runs.push(...(await Promise.all(batch)));
    const windows = measuredWindows(runs, experiment.warmup);
    const judgement = judge(windows, objectives, confidence);
    const decided = judgement.verdict !== "undecided" && preciseEnough(windows, objectives, experiment, judgement);
    if (purpose === "describe" || decided || size === looks.at(-1)) return { tenants, windows, judgement };
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

/** Of an objective about the mean, or a low percentile, no larger share of late requests than this ends a run. */
const MOST_LATE = 0.5;

function limitOf(objective: Objective | undefined): AppLimit {
  if (objective === undefined) return NO_LIMIT;
  const percentile = percentileOf(objective.statistic) ?? 0;
  return { latency: objective.latency, collapseShare: Math.min(MOST_LATE, COLLAPSE * (1 - percentile / 100)) };
}

/** A load that clearly misses need not be known precisely, nor an application far below its limit. */
function preciseEnough(
  windows: readonly RunWindow[],
  objectives: readonly (Objective | undefined)[],
  { replications, confidence }: Experiment,
  { verdict }: Judgement,
): boolean {
  if (verdict === "missed") return true;
  return objectives.every((objective, app) => {
    if (objective === undefined) return true;
    const own = windows.map((window) => windowOfApp(window, app));
    const latency = latencyInterval(own, objective, confidence);
    if (latency === undefined) return false;
    return latency.halfWidth <= replications.until * latency.mean || latency.high <= objective.latency / 2;
  });
}

/** The scenario's duration, or longer where few tenants send too little for a percentile: half of a run may be cut as warm-up [s]. */
export function runLength({ objectives, experiment }: Scenario, { parts }: DeploymentSpec, tenants: number): number {
  const needed = parts.map(({ app }) => {
    const objective = objectives.get(app.name);
    const percentile = objective && percentileOf(objective.statistic);
    const rate = meanRate(app);
    if (percentile === undefined || rate === 0) return 0; // of what is played once, waiting brings no more
    return Math.ceil((2.5 * samplesNeeded(percentile)) / (tenants * rate));
  });
  return Math.max(experiment.duration, ...needed);
}
