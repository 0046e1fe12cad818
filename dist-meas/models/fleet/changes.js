/** A deployment with one change each: of its hosts, or of what its applications run in. */
import { hostChanges } from "../host/changes.js";
import { whyRefused } from "./feasibility.js";
import { unitOf } from "./units.js";
/**
 * In an order of their own: hosts first. A change is made wherever it can be, on all hosts and in all parts; one with which the deployment would be
 * refused is left out.
 */
export function changesOf(deployment) {
    const found = [...hostChangesOf(deployment), ...unitChangesOf(deployment), ...crashChange(deployment)];
    return found.filter(({ apply }) => whyRefused(apply(deployment)) === undefined);
}
/** What `change` makes of a thing that has one of these words; the thing itself, if it has none. */
function made(words, thing, changes) {
    return changes.find((each) => each.words === words)?.changed ?? thing;
}
function hostChangesOf({ hosts }) {
    return distinct(hosts.flatMap(hostChanges)).map(({ words, resource }) => ({
        words,
        resource,
        apply: (deployment) => ({ ...deployment, hosts: deployment.hosts.map((host) => made(words, host, hostChanges(host))) }),
    }));
}
/** On the first host: limits hold on all. */
const partChanges = (host, part) => unitOf(part.unit).changes(host, part);
function unitChangesOf({ hosts: [host], parts }) {
    return distinct(parts.flatMap((part) => partChanges(host, part))).map(({ words, resource }) => ({
        words,
        resource,
        apply: (deployment) => ({ ...deployment, parts: deployment.parts.map((part) => made(words, part, partChanges(host, part))) }),
    }));
}
function crashChange({ restartEvery }) {
    if (restartEvery === undefined)
        return [];
    return [{ words: "no crashes", resource: "application", apply: (deployment) => ({ ...deployment, restartEvery: undefined }) }];
}
function distinct(changes) {
    return [...new Map(changes.map((change) => [change.words, change])).values()];
}
