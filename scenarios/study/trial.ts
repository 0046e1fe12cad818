/**
 * A quick look at one load of a changed deployment: whether it is carried more likely than not, told from as few runs as will do. The runs have the seeds
 * of the unchanged deployment's (common random numbers), so that what differs is the change.
 */
import type { DeploymentSpec } from "../../models/fleet/deployment.ts";
import { whyExcluded } from "../../models/fleet/memory-held.ts";
import type { RunRecord } from "../../models/run/run-record.ts";
import type { RunWindow } from "../../models/run/window.ts";
import type { Scenario } from "../scenario.ts";
import { evaluate, objectivesOf } from "./evaluate.ts";
import type { Execute } from "./execute.ts";
import { excessOf } from "./excess.ts";

/** Runs of a first look; if they disagree, or are close to the limit, there is a second one of as many as the scenario takes at least. */
const FIRST_LOOK = 2;

/** Runs that all lie within or beyond the objective by this factor need no second look. */
const CLEAR = 1.25;

export interface Trial {
  /** See `excessOf`; of all runs together, and of each. */
  readonly excess: number;
  readonly runs: readonly number[];
}

/** How many runs: those of the first look only, those of a second where the first are not clear, or all of both. */
export type Looks = "first" | "as needed" | "all";

/** Nothing need be simulated. */
const EXCLUDED: Trial = { excess: Number.POSITIVE_INFINITY, runs: [] };

/** `deployment` with so many tenants; see `Looks`. */
export async function tryLoad(
  scenario: Scenario,
  deployment: DeploymentSpec,
  tenants: number,
  execute: Execute,
  looks: Looks = "as needed",
): Promise<Trial> {
  if (whyExcluded(deployment, tenants) !== undefined) return EXCLUDED;
  const { confidence, replications } = scenario.experiment;
  const objectives = objectivesOf(scenario, deployment);
  const again = remembered(execute);
  const look = async (runs: number): Promise<readonly RunWindow[]> => {
    const few = { ...scenario, experiment: { ...scenario.experiment, replications: { ...replications, min: runs, max: runs } } };
    return (await evaluate(few, deployment, tenants, "look", again)).windows;
  };
  const toTrial = (windows: readonly RunWindow[]): Trial => ({
    excess: excessOf(windows, objectives, confidence),
    runs: windows.map((window) => excessOf([window], objectives, confidence)),
  });
  const first = looks === "all" ? replications.min : Math.min(FIRST_LOOK, replications.min);
  const trial = toTrial(await look(first));
  const isClear = trial.runs.every((excess) => excess > CLEAR) || trial.runs.every((excess) => excess < 1 / CLEAR);
  return isClear || looks === "first" || first === replications.min ? trial : toTrial(await look(replications.min));
}

/** Whether each run came nearer to the objective, as far as single runs can tell: what is no more than chance would have to be so in all of them. */
export function isBetter(changed: Trial, before: Trial): boolean {
  return changed.runs.every((excess, run) => !(excess >= before.runs[run]));
}

/** Does no run twice: a second look begins with the runs of the first. */
function remembered(execute: Execute): Execute {
  const runs = new Map<string, Promise<RunRecord>>();
  return (run) => {
    const key = `${run.replication} ${run.duration}`;
    const known = runs.get(key) ?? execute(run);
    runs.set(key, known);
    return known;
  };
}
