import { expect, test } from "vitest";
import { formatEstimate } from "../format.ts";
import { manyPartsRecord, refusedRecord, sampleRecord } from "../testing/record.ts";
import { dashboard } from "./dashboard.ts";

const NO_MARKS: ReadonlyMap<string, string> = new Map();

/** Cells of all rows, table by table. */
const tablesOf = (html: string): string[][][] =>
  html
    .split("<table")
    .slice(1)
    .map((table) =>
      [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
        [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => cell.replace(/<[^>]+>/g, "").replaceAll("\u00a0", " ")),
      ),
    );

test("each deployment at its load line: one instance of each application, and each host, by the names of their counters", () => {
  const [instances, hosts] = tablesOf(dashboard(sampleRecord(), NO_MARKS).content);
  expect(instances[0]).toEqual([
    "deployment",
    "tenants",
    "application",
    "MEM USAGE",
    "CPU %",
    "pgmajfault",
    "nr_periods",
    "nr_throttled",
    "throttled_usec",
    "st",
    "waited for a thread",
    "waited for a start",
  ]);
  expect(instances.slice(1).map((row) => row.slice(0, 3))).toEqual([
    ["VMs", "17", "telemetry"],
    ["containers", "87", "telemetry"],
    ["functions", "41", "telemetry"],
  ]);
  const container = sampleRecord()
    .deployments.find(({ name }) => name === "container")
    ?.points.find(({ tenants }) => tenants === 87);
  const { instance } = container?.apps[0] ?? expect.fail("no such point");
  expect(instances[2].slice(3, 5)).toEqual([
    formatEstimate(instance.memory, "bytes").compact,
    formatEstimate(instance.cpu, "share").compact,
  ]);
  expect(hosts.slice(1).map((row) => row.slice(0, 3))).toEqual([
    ["VMs", "17", "gateway"],
    ["containers", "87", "gateway"],
    ["functions", "41", "gateway"],
  ]);
});

test("what an instance has not got is a dash: steal of a container, periods of one without a quota; what none has is no column", () => {
  const [instances, hosts] = tablesOf(dashboard(sampleRecord(), NO_MARKS).content);
  const column = (rows: readonly string[][], title: string) => rows.slice(1).map((row) => row[rows[0].indexOf(title)]);
  expect(column(instances, "st").map((cell) => cell === "–")).toEqual([false, true, true]);
  expect(column(instances, "nr_periods").map((cell) => cell === "–")).toEqual([true, false, false]);
  expect(column(hosts, "st of its guests").map((cell) => cell === "–")).toEqual([false, true, true]);
  expect(hosts[0]).not.toContain("page cache hits");
});

test("several applications and hosts each have a row, a refused deployment none", () => {
  const [instances, hosts] = tablesOf(dashboard(manyPartsRecord(), NO_MARKS).content);
  expect([instances.length, hosts.length]).toEqual([1 + 3 * 2, 1 + 3 * 2]);
  expect(tablesOf(dashboard(refusedRecord(), NO_MARKS).content)[0]).toHaveLength(1 + 2);
});
