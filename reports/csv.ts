/**
 * results.csv: one number a row (tidy), for R, pandas or a spreadsheet. The last three columns say of what it is a number; they are empty for totals.
 * `replication` is "all" for estimates over replications, and a replication's number for what it gave by itself.
 */
import { stringify } from "csv-stringify/sync";
import type {
  AppResult,
  DeploymentRecord,
  Estimate,
  HostResult,
  PerReplication,
  Point,
  StartStatistics,
  StudyRecord,
} from "../scenarios/study/record.ts";

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
] as const;

/** metric, statistic, unit, value with interval; an empty value is one that must not be quoted. Of a part, or of all. */
type Measure = readonly [metric: string, statistic: string, unit: string, estimate: Estimate, of?: Part];

/** What a number is about; what is left out is summed over. */
interface Part {
  readonly host?: string;
  readonly app?: string;
  readonly station?: string;
}

const exact = (value: number | null, n: number): Estimate => ({ value, low: null, high: null, n });

const each = (metric: string, unit: string, values: Readonly<Record<string, number>>, statistic: string, n: number): Measure[] =>
  Object.entries(values).map(([key, value]) => [`${metric}.${key}`, statistic, unit, exact(value, n)]);

const requestMeasures = (results: Point | AppResult, n: number): readonly Measure[] => [
  ["offered", "mean", "1/s", results.offered],
  ["throughput", "mean", "1/s", results.throughput],
  ["requests", "sum", "1", exact(results.requests, n)],
  ["errors", "share", "1", results.errorRate],
  ...each("errors", "1", results.errors, "share", n),
  ...Object.entries(results.latency).map(([statistic, estimate]): Measure => ["latency", statistic, "s", estimate]),
  ...each("latency", "s", results.anatomy.mean, "mean", n),
  ["waited", "share", "1", results.waited],
  ["coldStarts", "share", "1", results.coldStarts],
  ...(results.anatomy.tail === null ? [] : each("latency", "s", results.anatomy.tail, "slowest1%", n)),
];

const memoryMeasures = ({ resident, swappedByKind, swapped, free }: Point["memory"], n: number): readonly Measure[] => [
  ...each("memory", "B", resident, "mean", n),
  ...each("memory.swapped", "B", swappedByKind, "mean", n),
  ["memory.swapped", "mean", "B", exact(swapped, n)],
  ["memory.free", "mean", "B", exact(free, n)],
];

const startMeasures = (start: StartStatistics, n: number): readonly Measure[] => [
  [`starts.${start.kind}`, "count", "1", exact(start.count, n)],
  [`starts.${start.kind}`, "perTenantHour", "1/h", exact(start.perTenantHour, n)],
  [`starts.${start.kind}`, "mean", "s", exact(start.mean, n)],
  [`starts.${start.kind}.duration`, "mean", "s", start.duration],
  [`starts.${start.kind}`, "p50", "s", exact(start.p50, n)],
  [`starts.${start.kind}`, "p99", "s", exact(start.p99, n)],
  [`starts.${start.kind}`, "max", "s", exact(start.max, n)],
];

/** One row, whose statistic is the verdict: "met", "missed", "undecided" or "unsettled". */
const verdictMeasures = ({ verdict }: Point | AppResult, n: number): readonly Measure[] =>
  verdict === null ? [] : [["verdict", verdict, "1", exact(1, n)]];

const totalMeasures = (point: Point, n: number): readonly Measure[] => [
  ...verdictMeasures(point, n),
  ...requestMeasures(point, n),
  ...Object.entries(point.utilization).map(([resource, estimate]): Measure => [`utilization.${resource}`, "mean", "1", estimate]),
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

/** One instance of an application. */
const instanceMeasures = (instance: AppResult["instance"]): readonly Measure[] => [
  ["instance.memory", "mean", "B", instance.memory],
  ["instance.cpu", "mean", "1", instance.cpu],
  ["instance.majorFaults", "mean", "1/s", instance.majorFaults],
  ["instance.periods", "mean", "1/s", instance.periods],
  ["instance.throttled", "mean", "1/s", instance.throttled],
  ["instance.throttledTime", "mean", "1", instance.throttledTime],
  ["instance.steal", "mean", "1", instance.steal],
];

const hostMeasures = (host: HostResult, n: number): readonly Measure[] => [
  ...host.stations.map(({ role, name, utilization }): Measure => [`utilization.${role}`, "mean", "1", utilization, { station: name }]),
  ["utilization.memory", "mean", "1", host.memory.utilization],
  ...memoryMeasures(host.memory, n),
  ["minorFaults", "mean", "1/s", host.minorFaults],
  ["majorFaults", "mean", "1/s", host.majorFaults],
  ["programFaults", "mean", "1/s", host.programFaults],
  ["hits.memory", "share", "1", host.hits.memory],
  ["hits.pageCache", "share", "1", host.hits.pageCache],
  ["pressure.cpu", "mean", "1", host.pressure.cpu],
  ["pressure.memory", "mean", "1", host.pressure.memory],
  ["pressure.io", "mean", "1", host.pressure.io],
  ["steal", "mean", "1", host.steal],
  ["instances", "mean", "1", host.instances],
  ["outOfMemoryKills", "sum", "1", exact(host.outOfMemoryKills, n)],
  ["evictions", "sum", "1", exact(host.evictions, n)],
];

const within = (measures: readonly Measure[], part: Part): Measure[] =>
  measures.map(([metric, statistic, unit, estimate, of]) => [metric, statistic, unit, estimate, { ...part, ...of }]);

/** Totals, then by application, then by host. */
function measuresOf(point: Point): readonly Measure[] {
  const n = point.replications;
  return [
    ...totalMeasures(point, n),
    ...point.apps.flatMap((app) =>
      within([...verdictMeasures(app, n), ...requestMeasures(app, n), ...startMeasures(app.starts, n), ...instanceMeasures(app.instance)], {
        app: app.name,
      }),
    ),
    ...point.hosts.flatMap((host) => within(hostMeasures(host, n), { host: host.name })),
  ];
}

/** The numbers of one replication; what it has not got is left out. */
function measuresOfReplication({ perReplication, apps }: Point, index: number): readonly Measure[] {
  const ofRequests = ({ throughput, errorRate, latency }: PerReplication | PerReplication["apps"][number]): readonly Measure[] => [
    ["throughput", "mean", "1/s", exact(throughput[index], 1)],
    ["errors", "share", "1", exact(errorRate[index], 1)],
    ...Object.entries(latency).map(([statistic, values]): Measure => ["latency", statistic, "s", exact(values[index], 1)]),
  ];
  return [
    ...ofRequests(perReplication),
    ...Object.entries(perReplication.utilization).map(
      ([resource, values]): Measure => [`utilization.${resource}`, "mean", "1", exact(values[index], 1)],
    ),
    ...perReplication.apps.flatMap((app, number) => within(ofRequests(app), { app: apps[number].name })),
  ].filter(([, , , { value }]) => value !== null);
}

/** Of the deployment as a whole: its line, the loads that did not settle, and the line with one change each. */
function lineMeasures({ loadLine, points: { length: n } }: DeploymentRecord): readonly Measure[] {
  if (loadLine === null) return [];
  const { tenants, atMost, unsettled, whatHelps } = loadLine;
  return [
    ["loadLine", "tenants", "1", { value: tenants, low: tenants, high: atMost, n }],
    ...unsettled.map((load, index): Measure => ["loadLine.unsettled", String(index), "1", exact(load, n)]),
    ...whatHelps.map(
      (help): Measure => ["loadLine.with", help.change, "1", { value: help.tenants, low: help.tenants, high: help.atMost, n }],
    ),
  ];
}

/** A spreadsheet takes a text that begins so for a formula; an apostrophe before it makes it a text. Source: OWASP, "CSV injection". */
const FORMULA = /^[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/;
const words = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Shortest decimal form that reads back as the same number: fixed by the language, so equal on every machine. */
const number = (value: number | null): string => (value === null ? "" : String(value));

/** The table as text: a header row, LF at the end of each row, no locale. */
export function renderCsv(record: StudyRecord): string {
  const rows = record.deployments.flatMap((deployment) => {
    const row = (tenants: string, [metric, statistic, unit, estimate, of = {}]: Measure, replication = "all") => [
      words(record.scenario.title),
      words(deployment.name),
      tenants,
      replication,
      words(metric),
      words(statistic),
      unit,
      number(estimate.value),
      number(estimate.low),
      number(estimate.high),
      number(estimate.n),
      words(of.host ?? ""),
      words(of.app ?? ""),
      words(of.station ?? ""),
    ];
    // A load line has no tenants of its own; a load that arithmetic excludes has only them.
    return [
      ...lineMeasures(deployment).map((measure) => row("", measure)),
      ...deployment.excluded.map(({ tenants }) => row(String(tenants), ["excluded", "flag", "1", exact(1, 0)])),
      ...deployment.points.flatMap((point) => [
        ...measuresOf(point).map((measure) => row(String(point.tenants), measure)),
        ...point.perReplication.throughput.flatMap((_, index) =>
          measuresOfReplication(point, index).map((measure) => row(String(point.tenants), measure, String(index))),
        ),
      ]),
    ];
  });
  return stringify([[...CSV_COLUMNS], ...rows], { record_delimiter: "unix" });
}
