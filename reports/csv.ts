/** results.csv: one number a row (tidy), for R, pandas or a spreadsheet. */
import { stringify } from "csv-stringify/sync";
import type { Estimate, Point, StudyRecord } from "../scenarios/study/record.ts";

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
] as const;

/** metric, statistic, unit, value with interval; an empty value is one that must not be quoted. */
type Measure = readonly [metric: string, statistic: string, unit: string, estimate: Estimate];

const exact = (value: number | null, n: number): Estimate => ({ value, low: null, high: null, n });

const each = (metric: string, unit: string, values: Readonly<Record<string, number>>, statistic: string, n: number): Measure[] =>
  Object.entries(values).map(([key, value]) => [`${metric}.${key}`, statistic, unit, exact(value, n)]);

function measuresOf(point: Point): readonly Measure[] {
  const n = point.replications;
  return [
    ["offered", "mean", "1/s", point.offered],
    ["throughput", "mean", "1/s", point.throughput],
    ["requests", "sum", "1", exact(point.requests, n)],
    ["errors", "share", "1", point.errorRate],
    ...each("errors", "1", point.errors, "share", n),
    ...Object.entries(point.latency).map(([statistic, estimate]): Measure => ["latency", statistic, "s", estimate]),
    ...each("latency", "s", point.anatomy.mean, "mean", n),
    ...(point.anatomy.tail === null ? [] : each("latency", "s", point.anatomy.tail, "slowest1%", n)),
    ...Object.entries(point.utilization).map(([resource, estimate]): Measure => [`utilization.${resource}`, "mean", "1", estimate]),
    ...each("memory", "B", point.memory.resident, "mean", n),
    ["memory.swapped", "mean", "B", exact(point.memory.swapped, n)],
    ["memory.free", "mean", "B", exact(point.memory.free, n)],
    ["majorFaults", "mean", "1/s", point.majorFaults],
    ["instances", "mean", "1", point.instances],
    ["startup", "mean", "s", point.startup],
    ["ready", "flag", "1", exact(point.ready ? 1 : 0, n)],
    ["collapsed", "sum", "1", exact(point.collapsed, n)],
    ["outOfMemoryKills", "sum", "1", exact(point.outOfMemoryKills, n)],
    ["evictions", "sum", "1", exact(point.evictions, n)],
    ...point.starts.flatMap((start): Measure[] => [
      [`starts.${start.kind}`, "count", "1", exact(start.count, n)],
      [`starts.${start.kind}`, "perTenantHour", "1/h", exact(start.perTenantHour, n)],
      [`starts.${start.kind}`, "mean", "s", exact(start.mean, n)],
      [`starts.${start.kind}`, "p50", "s", exact(start.p50, n)],
      [`starts.${start.kind}`, "p99", "s", exact(start.p99, n)],
      [`starts.${start.kind}`, "max", "s", exact(start.max, n)],
    ]),
  ];
}

/** Shortest decimal form that reads back as the same number: fixed by the language, so equal on every machine. */
const number = (value: number | null): string => (value === null ? "" : String(value));

/** The table as text: a header row, LF at the end of each row, no locale. A load line has no tenants of its own: that column is empty. */
export function renderCsv(record: StudyRecord): string {
  const scenario = record.scenario.title;
  const rows = record.deployments.flatMap((deployment) => {
    const row = (tenants: string, [metric, statistic, unit, estimate]: Measure) => [
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
    ];
    const line = deployment.loadLine;
    const lineRows: string[][] =
      line === null
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
