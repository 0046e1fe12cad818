/** What the reports pick from a record: names for people, the loads they show in detail, the statistic that the objective is about. */
import { UNITS } from "../models/index.js";
import { formatDuration, formatShare } from "./format.js";
/** What several of each kind of unit are called. */
const NOUNS = new Map(Object.values(UNITS).map(({ kind, plural }) => [kind, plural]));
/** The model's noun if the deployment is simply named after its model, else its own name as in the scenario. */
export function displayName(deployment) {
    const name = deployment.name.toLowerCase();
    const noun = NOUNS.get(deployment.model);
    if (noun !== undefined && (name === deployment.model || name === noun.toLowerCase()))
        return { text: noun, plural: true };
    return { text: deployment.name, plural: false };
}
/** The machine that the report names: that of the first deployment. */
export const firstHost = ({ hosts: [first] }) => first;
/** The objective that stands for all: that of the first application that has one. */
const firstObjective = ({ objectives: [first] }) => first;
/** The statistic that the objective is about. */
export const objectiveStatistic = (record) => firstObjective(record).statistic;
/** The limit of that statistic [s]. */
export const objectiveLimit = (record) => firstObjective(record).latency;
/** "p99 ≤ 250 ms and at most 1 % errors" */
export function objectiveText(record) {
    const { statistic, latency, errors } = firstObjective(record);
    return `${statistic} ≤ ${formatDuration(latency)} and at most ${formatShare(errors)} errors`;
}
export const objectiveLatency = (record, point) => point.latency[objectiveStatistic(record)];
/** The largest load that met the objective: the load line itself wherever the search ended properly. */
export function pointAtLine(deployment) {
    const met = deployment.points.filter((point) => point.verdict === "met");
    const line = deployment.loadLine?.tenants;
    return met.find((point) => point.tenants === line) ?? met.at(-1);
}
/** The first load beyond the line: the one that names the bottleneck, else the smallest that missed the objective. */
export function pointBeyond(deployment) {
    const atTenants = deployment.loadLine?.bottleneck?.atTenants;
    const line = pointAtLine(deployment)?.tenants ?? 0;
    return (deployment.points.find((point) => point.tenants === atTenants) ??
        deployment.points.find((point) => point.tenants > line && point.verdict === "missed"));
}
/** The loads shown in detail: at the line and first beyond, as far as they exist. */
export function detailedPoints(deployment) {
    const at = pointAtLine(deployment);
    const beyond = pointBeyond(deployment);
    return [
        ...(at === undefined ? [] : [{ where: "at", point: at }]),
        ...(beyond === undefined ? [] : [{ where: "beyond", point: beyond }]),
    ];
}
/** The host's own system, cache that can be dropped, and compressed pages, which count with their size as swapped ones. */
const NOT_BY_TENANT = new Set(["host", "imageCache", "data", "zram"]);
/** Memory that one tenant costs: all resident and swapped bytes but those, by the number of tenants [B]. */
export function memoryPerTenant(point) {
    const { resident, swapped } = point.memory;
    const tenantBytes = Object.entries(resident).reduce((sum, [kind, bytes]) => (NOT_BY_TENANT.has(kind) ? sum : sum + bytes), swapped);
    return tenantBytes / point.tenants;
}
