/**
 * results.csv: one number a row (tidy), for R, pandas or a spreadsheet. The last three columns say of what it is a number; they are empty for totals.
 */
import { stringify } from "csv-stringify/sync";
export const CSV_COLUMNS = [
    "scenario",
    "deployment",
    "tenants",
    "replication",
    "metric",
    "statistic",
    "unit",
    "value",
    "ci_low",
    "ci_high",
    "n",
    "host",
    "app",
    "station",
];
const exact = (value, n) => ({ value, low: null, high: null, n });
const each = (metric, unit, values, statistic, n) => Object.entries(values).map(([key, value]) => [`${metric}.${key}`, statistic, unit, exact(value, n)]);
const requestMeasures = (results, n) => [
    ["offered", "mean", "1/s", results.offered],
    ["throughput", "mean", "1/s", results.throughput],
    ["requests", "sum", "1", exact(results.requests, n)],
    ["errors", "share", "1", results.errorRate],
    ...each("errors", "1", results.errors, "share", n),
    ...Object.entries(results.latency).map(([statistic, estimate]) => ["latency", statistic, "s", estimate]),
    ...each("latency", "s", results.anatomy.mean, "mean", n),
    ...(results.anatomy.tail === null ? [] : each("latency", "s", results.anatomy.tail, "slowest1%", n)),
];
const memoryMeasures = ({ resident, swapped, free }, n) => [
    ...each("memory", "B", resident, "mean", n),
    ["memory.swapped", "mean", "B", exact(swapped, n)],
    ["memory.free", "mean", "B", exact(free, n)],
];
const startMeasures = (start, n) => [
    [`starts.${start.kind}`, "count", "1", exact(start.count, n)],
    [`starts.${start.kind}`, "perTenantHour", "1/h", exact(start.perTenantHour, n)],
    [`starts.${start.kind}`, "mean", "s", exact(start.mean, n)],
    [`starts.${start.kind}`, "p50", "s", exact(start.p50, n)],
    [`starts.${start.kind}`, "p99", "s", exact(start.p99, n)],
    [`starts.${start.kind}`, "max", "s", exact(start.max, n)],
];
const totalMeasures = (point, n) => [
    ...requestMeasures(point, n),
    ...Object.entries(point.utilization).map(([resource, estimate]) => [`utilization.${resource}`, "mean", "1", estimate]),
    ...memoryMeasures(point.memory, n),
    ["majorFaults", "mean", "1/s", point.majorFaults],
    ["instances", "mean", "1", point.instances],
    ["startup", "mean", "s", point.startup],
    ["ready", "flag", "1", exact(point.ready ? 1 : 0, n)],
    ["collapsed", "sum", "1", exact(point.collapsed, n)],
    ["outOfMemoryKills", "sum", "1", exact(point.outOfMemoryKills, n)],
    ["evictions", "sum", "1", exact(point.evictions, n)],
    ...startMeasures(point.starts, n),
];
const hostMeasures = (host, n) => [
    ...host.stations.map(({ role, name, utilization }) => [`utilization.${role}`, "mean", "1", utilization, { station: name }]),
    ["utilization.memory", "mean", "1", host.memory.utilization],
    ...memoryMeasures(host.memory, n),
    ["minorFaults", "mean", "1/s", host.minorFaults],
    ["majorFaults", "mean", "1/s", host.majorFaults],
    ["instances", "mean", "1", host.instances],
    ["outOfMemoryKills", "sum", "1", exact(host.outOfMemoryKills, n)],
    ["evictions", "sum", "1", exact(host.evictions, n)],
];
const within = (measures, part) => measures.map(([metric, statistic, unit, estimate, of]) => [metric, statistic, unit, estimate, { ...part, ...of }]);
/** Totals, then by application, then by host. */
function measuresOf(point) {
    const n = point.replications;
    return [
        ...totalMeasures(point, n),
        ...point.apps.flatMap((app) => within([...requestMeasures(app, n), ...startMeasures(app.starts, n)], { app: app.name })),
        ...point.hosts.flatMap((host) => within(hostMeasures(host, n), { host: host.name })),
    ];
}
/** Shortest decimal form that reads back as the same number: fixed by the language, so equal on every machine. */
const number = (value) => (value === null ? "" : String(value));
/** The table as text: a header row, LF at the end of each row, no locale. A load line has no tenants of its own: that column is empty. */
export function renderCsv(record) {
    const scenario = record.scenario.title;
    const rows = record.deployments.flatMap((deployment) => {
        const row = (tenants, [metric, statistic, unit, estimate, of = {}]) => [
            scenario,
            deployment.name,
            tenants,
            "all",
            metric,
            statistic,
            unit,
            number(estimate.value),
            number(estimate.low),
            number(estimate.high),
            number(estimate.n),
            of.host ?? "",
            of.app ?? "",
            of.station ?? "",
        ];
        const line = deployment.loadLine;
        const lineRows = line === null
            ? []
            : [
                row("", [
                    "loadLine",
                    "tenants",
                    "1",
                    { value: line.tenants, low: line.tenants, high: line.atMost, n: deployment.points.length },
                ]),
            ];
        return [...lineRows, ...deployment.points.flatMap((point) => measuresOf(point).map((measure) => row(String(point.tenants), measure)))];
    });
    return stringify([[...CSV_COLUMNS], ...rows], { record_delimiter: "unix" });
}
