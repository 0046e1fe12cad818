/**
 * The cause by experiment: what moves the load line is what the deployment was short of. One thing of it is changed at a time, and the line is looked
 * for again; where no single change moves it, all at once, and then without those that were not needed.
 *
 *     each change --> first load beyond, and 3 % more: carried? --no--> it moves nothing
 *                            | yes
 *                         gallop to four times the line, then bisect to 3 %
 */
import { changesOf, type DeploymentChange } from "../../models/fleet/changes.ts";
import type { DeploymentSpec } from "../../models/fleet/deployment.ts";
import type { Scenario } from "../scenario.ts";
import { type Border, type Effect, type Help, isMoved, ranked } from "./effect.ts";
import { explain } from "./explain.ts";
import { Interrupted, orInterrupted } from "./interruption.ts";
import type { Execute } from "./execute.ts";
import type { LoadLine } from "./record.ts";
import { isBetter, type Looks, type Trial, tryLoad } from "./trial.ts";

/** Share by which a line has to move to be told from the noise of a few runs; and to which a moved one is found [1]. */
export const PRECISION = 0.03;

/** Loads tried on the way up, in times the first load beyond the line; what carries the last is not looked at further. */
const GALLOP = [1.1, 1.3, 2, 3, 4];

export interface Attempt {
  readonly deployment: string;
  readonly change: string;
  readonly tenants: number;
}

export interface Experiments {
  readonly scenario: Scenario;
  readonly deployment: DeploymentSpec;
  readonly border: Border;
  readonly execute: Execute;
  readonly signal?: AbortSignal | undefined;
  readonly onAttempt?: (attempt: Attempt) => void;
}

/** @throws Interrupted */
export async function findWhatHelps(experiments: Experiments): Promise<Pick<LoadLine, "bottleneck" | "whatHelps">> {
  const { deployment, border } = experiments;
  const changes = changesOf(deployment);
  const before = await trialOf(UNCHANGED, firstTryOf(border), experiments, "all");
  const effects = await Promise.all(changes.map((change) => effectOf(change, before, experiments)));
  const single = ranked(effects);
  const none = !single.some(isMoved);
  const jointly = none ? await findJoint(single, before, experiments) : undefined;
  const found = { border, effects: jointly === undefined ? single : [jointly, ...single], before: before.excess };
  return { whatHelps: found.effects.map(({ help }) => help), bottleneck: { ...explain(found), atTenants: border.firstBeyond } };
}

const UNCHANGED: DeploymentChange = { words: "nothing changed", resource: "application", apply: (deployment) => deployment };

/** The load that has to be carried for a change to be said to move the line. */
const firstTryOf = ({ beyond }: Border): number => Math.max(beyond, Math.round((1 + PRECISION) * beyond));

async function trialOf(change: DeploymentChange, tenants: number, experiments: Experiments, looks?: Looks): Promise<Trial> {
  const { scenario, deployment, execute, signal, onAttempt } = experiments;
  if (signal?.aborted) throw new Interrupted();
  onAttempt?.({ deployment: deployment.name, change: change.words, tenants });
  return orInterrupted(tryLoad(scenario, change.apply(deployment), tenants, execute, looks), signal);
}

/** `before`: the unchanged deployment at the load that is tried first. */
async function effectOf(change: DeploymentChange, before: Trial, experiments: Experiments): Promise<Effect> {
  const { border } = experiments;
  const first = firstTryOf(border);
  const trial = await trialOf(change, first, experiments);
  const { excess } = trial;
  const carries = async (tenants: number): Promise<boolean> => (await trialOf(change, tenants, experiments, "first")).excess <= 1;
  const { carried } = border;
  const found =
    excess <= 1 && isBetter(trial, before)
      ? await moved(first, border, carries)
      : { tenants: border.line.tenants, atMost: first - 1, endOfRange: false };
  const { words, resource } = change;
  const relative = found.tenants <= carried ? 0 : carried === 0 ? null : found.tenants / carried - 1;
  return { change, help: { change: words, resource, ...found, relative }, excess };
}

/** From a load that is carried up to the line. */
async function moved(
  first: number,
  { beyond }: Border,
  carries: (tenants: number) => Promise<boolean>,
): Promise<Pick<Help, "tenants" | "atMost" | "endOfRange">> {
  let carried = first;
  let missed = Number.POSITIVE_INFINITY;
  for (const factor of GALLOP) {
    const tenants = Math.round(factor * beyond);
    if (tenants <= carried || missed < Number.POSITIVE_INFINITY) continue;
    if (await carries(tenants)) carried = tenants;
    else missed = tenants;
  }
  if (missed === Number.POSITIVE_INFINITY) return { tenants: carried, atMost: null, endOfRange: true };
  while (missed - carried > Math.max(1, PRECISION * carried)) {
    const middle: number = carried + Math.floor((missed - carried) / 2);
    if (await carries(middle)) carried = middle;
    else missed = middle;
  }
  return { tenants: carried, atMost: missed - 1, endOfRange: false };
}

/** The changes that are needed together, where none alone moves the line; undefined if not even all of them do. */
async function findJoint(single: readonly Effect[], before: Trial, experiments: Experiments): Promise<Effect | undefined> {
  const first = firstTryOf(experiments.border);
  const carries = async (changes: readonly DeploymentChange[]): Promise<boolean> =>
    (await trialOf(together(changes), first, experiments)).excess <= 1;
  let needed = single.map(({ change }) => change);
  if (!(await carries(needed))) return undefined;
  // The one that does least alone is left out first.
  for (const change of [...needed].reverse()) {
    const others = needed.filter((each) => each !== change);
    if (others.length > 0 && (await carries(others))) needed = others;
  }
  return effectOf(together(needed), before, experiments);
}

function together(changes: readonly DeploymentChange[]): DeploymentChange {
  const words = changes.map((change) => change.words);
  return {
    words: words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`,
    resource: changes[0].resource,
    parts: changes,
    apply: (deployment) => changes.reduce((changed, { apply }) => apply(changed), deployment),
  };
}
