/** One load of one deployment in full, whether it meets its objective or not: requests by application, machines by host. */
import { COMPONENTS, type Component, FAILURES, MEMORY_KINDS } from "../models/vocabulary.ts";
import {
  type AppResult,
  type DeploymentRecord,
  type Estimate,
  type HostResult,
  LATENCY_STATISTICS,
  type Point,
  type StudyRecord,
  UTILIZATIONS,
} from "../scenarios/study/record.ts";
import { appVerdictText, type TitledTable } from "./by-app.ts";
import { COMPONENT_WORDS, FAILURE_WORDS, MEMORY_KIND_WORDS, UTILIZATION_WORDS } from "./charts/words.ts";
import { formatCount, formatEstimate, formatMeasured, formatShare, type Quantity } from "./format.ts";
import { hasSeveralApps, latencyText, type ObjectiveRecord, objectiveOf } from "./objectives.ts";
import { pointAtLine, pointBeyond } from "./select.ts";
import { type Standing, standings, tenantsText } from "./standings.ts";
import type { Table } from "./table.ts";

const NOTHING = "–";

/** What the requests of one application have in common with those of all. */
type Requests = Pick<AppResult, "requests" | "throughput" | "offered" | "errorRate" | "errors" | "latency" | "anatomy" | "starts">;

/** The load to show of a deployment without a line: the one that was asked for, or the first that misses. */
export const loadWithoutLine = (deployment: DeploymentRecord): Point | undefined => pointBeyond(deployment) ?? deployment.points[0];

/** The one load that there is to tell of: it was asked for, or the only deployment carries nothing. Undefined if load lines are the answer. */
export function singleLoad(record: StudyRecord): { readonly standing: Standing; readonly point: Point } | undefined {
  const [standing, ...others] = standings(record);
  if (standing === undefined || others.length > 0) return undefined;
  const { deployment, kind } = standing;
  if (kind !== "single" && pointAtLine(deployment) !== undefined) return undefined;
  const point = kind === "single" ? deployment.points[0] : loadWithoutLine(deployment);
  return point && { standing, point };
}

/** Requests, where their time went, and the machine. */
export function loadTables(record: StudyRecord, point: Point): readonly TitledTable[] {
  return [
    { title: "Requests", table: requestTable(record, point) },
    ...timeTables(point),
    { title: point.hosts.length > 1 ? "The machines" : "The machine", table: machineTable(point) },
  ].filter(({ table }) => table.rows.length > 0);
}

/** All together first, then by application where there are several. */
const partsOf = (point: Point): readonly (readonly [string, Requests])[] => [
  [point.apps.length > 1 ? "all" : tenantsText(point.tenants), point],
  ...(point.apps.length > 1 ? point.apps.map((app) => [app.name, app] as const) : []),
];

const columnsOf = (names: readonly string[]): Table["columns"] => [
  { title: "", align: "left" },
  ...names.map((title) => ({ title, align: "right" as const })),
];

const full = (estimate: Estimate, quantity: Quantity): string => formatEstimate(estimate, quantity).compact;
const optional = (seconds: number | null): string => (seconds === null ? "n/a" : formatMeasured(seconds, "duration"));

function requestTable(record: StudyRecord, point: Point): Table {
  const parts = partsOf(point);
  const several = parts.length > 1;
  const row = (title: string, text: (requests: Requests) => string): string[] => [title, ...parts.map(([, requests]) => text(requests))];
  const own = (text: (app: AppResult) => string): string[] => point.apps.map(text);
  const limits = (text: (objective: ObjectiveRecord) => string): string[] =>
    own(({ name }) => {
      const objective = objectiveOf(record, name);
      return objective === undefined ? "none" : text(objective);
    });
  const failures = FAILURES.filter((failure) => point.errors[failure] > 0);
  return {
    keys: 1,
    columns: columnsOf(parts.map(([name]) => name)),
    rows: [
      ["verdict", ...(several ? [point.verdict] : []), ...own(appVerdictText)],
      ["objective: latency", ...(several ? [NOTHING] : []), ...limits(latencyText)],
      ["objective: errors", ...(several ? [NOTHING] : []), ...limits(({ errors }) => `≤ ${formatShare(errors)}`)],
      row("offered", ({ offered }) => full(offered, "rate")),
      row("throughput", ({ throughput }) => full(throughput, "rate")),
      row("errors", ({ errorRate }) => full(errorRate, "share")),
      ...failures.map((failure) =>
        row(`  ${FAILURE_WORDS[failure]}`, ({ errors }) => (errors[failure] === 0 ? "0" : formatMeasured(errors[failure], "share"))),
      ),
      ...LATENCY_STATISTICS.map((statistic) =>
        row(statistic === "max" ? "longest" : statistic, ({ latency }) => full(latency[statistic], "duration")),
      ),
      row("requests completed", ({ requests }) => formatCount(requests)),
      row("starts in all runs", ({ starts }) => formatCount(starts.count)),
      row("start, median", ({ starts }) => optional(starts.p50)),
      row("start, longest", ({ starts }) => optional(starts.max)),
    ],
  };
}

/** Parts of the mean response time and of the slowest 1 %, those that are not zero: side by side, or with several applications one table each. */
function timeTables(point: Point): readonly TitledTable[] {
  const parts = partsOf(point);
  const column = (title: string, requests: Requests, of: TimeOf): TimeColumn => ({ title, parts: requests.anatomy[of] });
  if (parts.length > 1) {
    const by = (of: TimeOf): Table => timeTable(parts.map(([name, requests]) => column(name, requests, of)));
    return [
      { title: "Where the time went, on average", table: by("mean") },
      { title: "Where the time of the slowest 1 % went", table: by("tail") },
    ];
  }
  const [[, requests]] = parts;
  return [
    { title: "Where the time went", table: timeTable([column("on average", requests, "mean"), column("slowest 1 %", requests, "tail")]) },
  ];
}

type TimeOf = keyof Requests["anatomy"];
interface TimeColumn {
  readonly title: string;
  readonly parts: Readonly<Record<Component, number>> | null;
}

function timeTable(columns: readonly TimeColumn[]): Table {
  const text = ({ parts }: TimeColumn, component: Component): string => {
    if (parts === null) return "n/a";
    const total = COMPONENTS.reduce((sum, each) => sum + parts[each], 0);
    const share = parts[component] / total;
    return parts[component] === 0 ? "0" : `${formatMeasured(parts[component], "duration")} (${formatMeasured(share, "share")})`;
  };
  const shown = COMPONENTS.filter((component) => columns.some(({ parts }) => parts !== null && parts[component] > 0));
  return {
    keys: 1,
    columns: columnsOf(columns.map(({ title }) => title)),
    rows: shown.map((component) => [COMPONENT_WORDS[component].short, ...columns.map((column) => text(column, component))]),
  };
}

/** Of all hosts together, then of each where there are several. */
function machineTable(point: Point): Table {
  const hosts: readonly (HostResult | undefined)[] = point.hosts.length > 1 ? [undefined, ...point.hosts] : [undefined];
  const row = (title: string, text: (host: HostResult | undefined) => string): string[] => [title, ...hosts.map(text)];
  const used = UTILIZATIONS.filter((resource) => (point.utilization[resource].value ?? 0) > 0);
  const kinds = MEMORY_KINDS.filter((kind) => point.memory.resident[kind] > 0);
  const memory = (host: HostResult | undefined): Point["memory"] => host?.memory ?? point.memory;
  return {
    keys: 1,
    columns: columnsOf(hosts.map((host) => host?.name ?? (point.hosts.length > 1 ? "all" : tenantsText(point.tenants)))),
    rows: [
      ...used.map((resource) => row(`${UTILIZATION_WORDS[resource]} in use`, (host) => utilizationText(point, host, resource))),
      ...kinds.map((kind) => row(`memory: ${MEMORY_KIND_WORDS[kind]}`, (host) => formatMeasured(memory(host).resident[kind], "bytes"))),
      row("memory: free", (host) => formatMeasured(memory(host).free, "bytes")),
      row("swapped", (host) => formatMeasured(memory(host).swapped, "bytes")),
      row("page faults from a device", (host) => full((host ?? point).majorFaults, "rate")),
      row("instances", (host) => full((host ?? point).instances, "count")),
      row("killed for lack of memory", (host) => formatCount((host ?? point).outOfMemoryKills)),
      row("evicted by the platform", (host) => formatCount((host ?? point).evictions)),
      ["all ready after", point.ready ? full(point.startup, "duration") : "never", ...hosts.slice(1).map(() => NOTHING)],
    ],
  };
}

function utilizationText(point: Point, host: HostResult | undefined, resource: (typeof UTILIZATIONS)[number]): string {
  if (host === undefined) return full(point.utilization[resource], "share");
  if (resource === "memory") return full(host.memory.utilization, "share");
  const stations = host.stations.filter(({ role }) => role === resource);
  return stations.length === 0 ? NOTHING : stations.map(({ utilization }) => full(utilization, "share")).join(", ");
}

/** Loads of deployments that carry nothing, in a study of several: their numbers are not kept from the reader. */
export function missedLoadsTable(record: StudyRecord): TitledTable | undefined {
  const several = hasSeveralApps(record);
  const rows = standings(record).flatMap((standing): string[][] => {
    const { deployment, kind, name } = standing;
    const point = loadWithoutLine(deployment);
    if (kind === "refused" || point === undefined || pointAtLine(deployment) !== undefined) return [];
    return point.apps.map((app) => {
      const statistic = objectiveOf(record, app.name)?.statistic ?? "p50";
      return [
        name,
        String(point.tenants),
        ...(several ? [app.name] : []),
        appVerdictText(app),
        full(app.latency.p50, "duration"),
        `${statistic} ${full(app.latency[statistic], "duration")}`,
        full(app.throughput, "rate"),
        full(app.errorRate, "share"),
      ];
    });
  });
  if (rows.length === 0 || singleLoad(record) !== undefined) return undefined;
  const left = (title: string) => ({ title, align: "left" as const });
  const right = (title: string) => ({ title, align: "right" as const });
  const columns = [
    left("deployment"),
    right("tenants"),
    ...(several ? [left("application")] : []),
    left("is"),
    right("p50"),
    right("of the objective"),
    right("throughput"),
    right("errors"),
  ];
  return { title: "Without a load line: the first load that does not meet the objective", table: { keys: several ? 3 : 2, columns, rows } };
}
