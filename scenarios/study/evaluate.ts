/** Replications of one deployment at one load, as many as the decision needs. */
import type { DeploymentSpec } from "../../models/fleet/deployment.ts";
import { type AppLimit, NO_LIMIT, type RunRecord } from "../../models/run/run-record.ts";
import { measuredWindows } from "../../models/run/warmup.ts";
import { type RunWindow, windowOfApp } from "../../models/run/window.ts";
import { type Objective, percentileOf } from "../objective.ts";
import type { Experiment, Scenario } from "../scenario.ts";
import { driftOf } from "./drift.ts";
import type { Execute } from "./execute.ts";
import { type AppJudgement, type Judgement, judge, latencyInterval, verdictOf } from "./judge.ts";
import { isTransient, planRun, type RunPlan, twiceAsLong } from "./run-length.ts";

export interface Evaluation {
  readonly tenants: number;
  readonly windows: readonly RunWindow[];
  readonly plan: RunPlan;
  readonly judgement: Judgement;
  /** What could still change the verdict: only of one that is unsettled. */
  readonly drift?: string;
}

/** In the order of the deployment's applications. */
export const objectivesOf = ({ objectives }: Scenario, { parts }: DeploymentSpec): (Objective | undefined)[] =>
  parts.map(({ app }) => objectives.get(app.name));

/** A run is lost when it has so many times the late, or the failed, requests that the objective allows in a whole run. */
const LOST = 5;

/** `decide`: until the objective is met or missed for certain; `describe`: the least number of replications; `look`: whatever still drifts. */
export type Purpose = "decide" | "describe" | "look";

/**
 * As many replications as the decision needs; and all of them again, twice as long, while what was measured still drifts in a way that could change it.
 */
export async function evaluate(
  scenario: Scenario,
  deployment: DeploymentSpec,
  tenants: number,
  purpose: Purpose,
  execute: Execute,
): Promise<Evaluation> {
  let plan = planRun(scenario, deployment, tenants);
  for (;;) {
    const found = await replicate(scenario, deployment, tenants, { plan, purpose, execute });
    const goesOn = found.drift !== undefined && purpose !== "look";
    const longer = goesOn ? twiceAsLong(plan, deployment, tenants, `${found.drift} in a shorter run`) : undefined;
    if (longer === undefined) return { tenants, plan, ...found };
    plan = longer;
  }
}

interface Replicating {
  readonly plan: RunPlan;
  readonly purpose: Purpose;
  readonly execute: Execute;
}

/** Stops early where a drift makes more replications of this length useless. */
async function replicate(
  scenario: Scenario,
  deployment: DeploymentSpec,
  tenants: number,
  { plan, purpose, execute }: Replicating,
): Promise<Pick<Evaluation, "windows" | "judgement" | "drift">> {
  const { experiment } = scenario;
  const objectives = objectivesOf(scenario, deployment);
  const looks = lookSizes(experiment);
  const confidence = 1 - (1 - experiment.confidence) / looks.length;
  const runs: RunRecord[] = [];
  for (const size of looks) {
    const batch = Array.from({ length: size - runs.length }, (_, index) =>
      execute({
        deployment,
        tenants,
        seed: experiment.seed,
        replication: runs.length + index,
        duration: plan.duration,
        limits: objectives.map(limitOf),
      }),
    );
    runs.push(...(await Promise.all(batch)));
    const windows = measuredWindows(runs, plan.warmup);
    const judgement = judge(windows, objectives, confidence);
    const decided = judgement.verdict !== "undecided" && preciseEnough(windows, objectives, experiment, judgement);
    const isLast = purpose !== "decide" || decided || size === looks.at(-1);
    const checked = withDrifts(windows, judgement, driftObjectives(scenario, deployment));
    if (isLast || checked.drift !== undefined) return { windows, ...checked };
  }
  throw new Error("there is no look at the results"); // lookSizes() gives at least one
}

/** Objectives for which a drift counts: none where the question is about what comes before a system settles. */
const driftObjectives = (scenario: Scenario, deployment: DeploymentSpec): readonly (Objective | undefined)[] =>
  isTransient(deployment) ? [] : objectivesOf(scenario, deployment);

/** The judgement with what could still change it. */
function withDrifts(
  windows: readonly RunWindow[],
  judgement: Judgement,
  objectives: readonly (Objective | undefined)[],
): Pick<Evaluation, "judgement" | "drift"> {
  const drifts = objectives.map((objective, app) => {
    const { verdict } = judgement.apps[app];
    return objective === undefined || verdict === null ? undefined : driftOf(windows, app, objective, verdict);
  });
  const apps = judgement.apps.map((one, app): AppJudgement => {
    const drift = drifts[app];
    return drift === undefined ? one : { verdict: "unsettled", by: one.by ?? "latency", reason: drift.text };
  });
  // What another application misses for certain is missed.
  const verdict = verdictOf(apps);
  const drift = verdict === "unsettled" ? drifts.find((each) => each !== undefined)?.text : undefined;
  return { judgement: { verdict, apps }, ...(drift === undefined ? {} : { drift }) };
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

/** With more late requests than this a run is lost, however low the percentile [1]. */
const MOST_LATE = 0.5;

/** An objective that allows no failures is not missed by a few of many. */
const LEAST_FAILED = 0.01;

function limitOf(objective: Objective | undefined): AppLimit {
  if (objective === undefined) return NO_LIMIT;
  const { statistic, latency, errors } = objective;
  const percentile = percentileOf(statistic);
  const failedShare = LOST * Math.max(LEAST_FAILED, errors);
  // Of a mean nothing can be told from the limit alone; but it is beyond the limit where half of the requests take twice as long.
  if (percentile === undefined) return { latency, late: latency / MOST_LATE, lateShare: MOST_LATE, failedShare };
  return { latency, late: latency, lateShare: Math.min(MOST_LATE, LOST * (1 - percentile / 100)), failedShare };
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
