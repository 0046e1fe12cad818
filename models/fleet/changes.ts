/** A deployment with one change each: of its hosts, or of what its applications run in. */
import { type Change, hostChanges } from "../host/changes.ts";
import type { Resource } from "../vocabulary.ts";
import type { DeploymentSpec, PartSpec } from "./deployment.ts";
import { whyRefused } from "./feasibility.ts";
import { unitOf } from "./units.ts";

/** A change that can be made together with others. */
export interface DeploymentChange {
  /** Completes "with ...": "twice the memory". */
  readonly words: string;
  readonly resource: Resource;
  apply(deployment: DeploymentSpec): DeploymentSpec;
  /** Of several together. */
  readonly parts?: readonly DeploymentChange[];
}

/**
 * In an order of their own: hosts first. A change is made wherever it can be, on all hosts and in all parts; one with which the deployment would be
 * refused is left out.
 */
export function changesOf(deployment: DeploymentSpec): DeploymentChange[] {
  const found = [...hostChangesOf(deployment), ...unitChangesOf(deployment), ...crashChange(deployment)];
  return found.filter(({ apply }) => whyRefused(apply(deployment)) === undefined);
}

/** What `change` makes of a thing that has one of these words; the thing itself, if it has none. */
function made<Thing>(words: string, thing: Thing, changes: readonly Change<Thing>[]): Thing {
  return changes.find((each) => each.words === words)?.changed ?? thing;
}

function hostChangesOf({ hosts }: DeploymentSpec): DeploymentChange[] {
  return distinct(hosts.flatMap(hostChanges)).map(({ words, resource }) => ({
    words,
    resource,
    apply: (deployment) => ({ ...deployment, hosts: deployment.hosts.map((host) => made(words, host, hostChanges(host))) }),
  }));
}

/** On the first host: limits hold on all. */
const partChanges = (host: DeploymentSpec["hosts"][number], part: PartSpec): readonly Change<PartSpec>[] =>
  unitOf(part.unit).changes(host, part);

function unitChangesOf({ hosts: [host], parts }: DeploymentSpec): DeploymentChange[] {
  return distinct(parts.flatMap((part) => partChanges(host, part))).map(({ words, resource }) => ({
    words,
    resource,
    apply: (deployment) => ({ ...deployment, parts: deployment.parts.map((part) => made(words, part, partChanges(host, part))) }),
  }));
}

function crashChange({ restartEvery }: DeploymentSpec): DeploymentChange[] {
  if (restartEvery === undefined) return [];
  return [{ words: "no crashes", resource: "application", apply: (deployment) => ({ ...deployment, restartEvery: undefined }) }];
}

function distinct<Thing>(changes: readonly Change<Thing>[]): Change<Thing>[] {
  return [...new Map(changes.map((change) => [change.words, change])).values()];
}
