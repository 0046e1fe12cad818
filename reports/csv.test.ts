import { expect, test } from "vitest";
import { CSV_COLUMNS, renderCsv } from "./csv.ts";
import { manyPartsRecord, refusedRecord, sampleRecord, withDeployment } from "./testing/record.ts";

const RECORD = sampleRecord();
const rowsOf = (csv: string) =>
  csv
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));

/** Rows of totals have no host, application or station. */
const isTotal = (row: readonly string[]): boolean => row.slice(11).every((cell) => cell === "");

test("a header, fourteen columns in every row, LF and nothing else", () => {
  const csv = renderCsv(RECORD);
  expect(csv.split("\n")[0]).toBe("scenario,deployment,tenants,replication,metric,statistic,unit,value,ci_low,ci_high,n,host,app,station");
  expect(csv).not.toContain("\r");
  expect(csv.endsWith("\n")).toBe(true);
  for (const row of rowsOf(csv)) expect(row).toHaveLength(CSV_COLUMNS.length);
});

test("numbers read back as the very same numbers", () => {
  const rows = rowsOf(renderCsv(RECORD));
  const points = RECORD.deployments.flatMap(({ name, points: all }) => all.map((point) => ({ name, point })));
  for (const { name, point } of points) {
    const row = rows.find(
      (cells) => cells[1] === name && cells[2] === String(point.tenants) && cells[4] === "latency" && cells[5] === "p99",
    );
    expect(row?.slice(6, 11)).toEqual(
      ["s", point.latency.p99.value, point.latency.p99.low, point.latency.p99.high, point.latency.p99.n].map(String),
    );
  }
});

test("each metric is there once for each load, and once for each part of it", () => {
  for (const record of [RECORD, manyPartsRecord()]) {
    const rows = rowsOf(renderCsv(record));
    const keys = rows.map((row) => [...row.slice(1, 6), ...row.slice(11)].join());
    expect(new Set(keys).size).toBe(keys.length);
    const loads = record.deployments.reduce((sum, { points }) => sum + points.length, 0);
    const throughputs = rows.filter((row) => row[4] === "throughput");
    const parts = record.deployments[0].points[0].apps.length;
    // Over all replications, and in each of the two.
    for (const replication of ["all", "0", "1"]) {
      const rowsOfOne = throughputs.filter((row) => row[3] === replication);
      expect(rowsOfOne.filter(isTotal)).toHaveLength(loads);
      expect(rowsOfOne.filter((row) => !isTotal(row))).toHaveLength(loads * parts);
    }
    expect(throughputs).toHaveLength(3 * loads * (1 + parts));
  }
});

test("the rows of single replications average to the row of all; a percentile without samples has none", () => {
  const rows = rowsOf(renderCsv(RECORD)).filter((row) => row[1] === "container" && row[2] === "1" && isTotal(row));
  for (const [metric, statistic] of [
    ["throughput", "mean"],
    ["errors", "share"],
    ["latency", "p99"],
    ["utilization.cores", "mean"],
  ]) {
    const [all, ...single] = rows.filter((row) => row[4] === metric && row[5] === statistic);
    expect([all[3], ...single.map((row) => row[3])]).toEqual(["all", "0", "1"]);
    expect(single.map((row) => row.slice(8, 11))).toEqual([
      ["", "", "1"],
      ["", "", "1"],
    ]);
    expect(single.reduce((sum, row) => sum + Number(row[7]), 0) / 2).toBeCloseTo(Number(all[7]), 12);
  }
  expect(rows.filter((row) => row[5] === "p99.9").map((row) => row[3])).toEqual(["all"]);
});

test("what is measured of requests is by application, what is measured of machines by host, how busy a station is by host and station", () => {
  const rows = rowsOf(renderCsv(manyPartsRecord())).filter((row) => row[1] === "vm" && row[2] === "17" && !isTotal(row));
  const partsOf = (metric: string) => [...new Set(rows.filter((row) => row[4] === metric).map((row) => row.slice(11).join()))];
  expect(partsOf("latency")).toEqual([",telemetry,", ",camera,"]);
  expect(partsOf("starts.vm boot")).toEqual([",telemetry,", ",camera,"]);
  expect(partsOf("majorFaults")).toEqual(["gateway-0,,", "gateway-1,,"]);
  expect(partsOf("memory.heap")).toEqual(["gateway-0,,", "gateway-1,,"]);
  expect(partsOf("utilization.swapDisk")).toEqual(["gateway-0,,main", "gateway-1,,main"]);
});

test("rows of totals are the same whatever parts there are", () => {
  const totals = (record: typeof RECORD) => rowsOf(renderCsv(record)).filter(isTotal);
  expect(totals(manyPartsRecord())).toEqual(totals(RECORD));
});

test("what must not be quoted is an empty cell, not a zero", () => {
  const row = rowsOf(renderCsv(RECORD)).find((cells) => cells[2] === "1" && cells[5] === "p99.9");
  expect(row?.slice(7, 11)).toEqual(["", "", "", "8"]);
});

test("load lines have no tenants of their own; a refused deployment has none", () => {
  const lines = (csv: string) => rowsOf(csv).filter((cells) => cells[4] === "loadLine");
  expect(lines(renderCsv(RECORD)).map((cells) => [cells[1], cells[2], cells[7], cells[9]])).toEqual([
    ["vm", "", "17", "17"],
    ["container", "", "87", "90"],
    ["function", "", "41", "43"],
  ]);
  expect(lines(renderCsv(refusedRecord())).map((cells) => cells[1])).toEqual(["container", "function"]);
});

test("commas, quotes and line breaks in names are quoted", () => {
  const record = withDeployment(RECORD, "vm", (one) => ({ ...one, name: 'a "b", c\nd' }));
  expect(renderCsv(record)).toContain('Sensor pipelines on one gateway,"a ""b"", c\nd",,all,loadLine');
});

test("a text that a spreadsheet takes for a formula is none any more; numbers below zero stay numbers", () => {
  for (const first of ["=", "+", "-", "@", "\t", "\r", "＝"]) {
    const record = { ...RECORD, scenario: { ...RECORD.scenario, title: `${first}HYPERLINK("http://x")` } };
    const [, cell] = /station\n"((?:[^"]|"")*)",/m.exec(renderCsv(record)) ?? [];
    expect(cell).toBe(`'${first}HYPERLINK(""http://x"")`);
  }
  const below = withDeployment(RECORD, "vm", (one) => ({
    ...one,
    points: one.points.map((point) => ({ ...point, errorRate: { value: 0.1, low: -0.1, high: 0.3, n: 2 } })),
  }));
  expect(
    rowsOf(renderCsv(below))
      .find((row) => row[4] === "errors" && row[5] === "share")
      ?.slice(7, 10),
  ).toEqual(["0.1", "-0.1", "0.3"]);
});

test("a load line says which loads did not settle, and what it were with one change", () => {
  const record = withDeployment(RECORD, "vm", (one) => ({
    ...one,
    loadLine: one.loadLine && {
      ...one.loadLine,
      unsettled: [18, 19],
      whatHelps: [{ change: "twice the memory", resource: "memory", tenants: 30, atMost: 31, endOfRange: false, relative: 30 / 17 - 1 }],
    },
  }));
  const rows = rowsOf(renderCsv(record)).filter((row) => row[1] === "vm" && row[4].startsWith("loadLine."));
  expect(rows.map((row) => row.slice(4, 10))).toEqual([
    ["loadLine.unsettled", "0", "1", "18", "", ""],
    ["loadLine.unsettled", "1", "1", "19", "", ""],
    ["loadLine.with", "twice the memory", "1", "30", "30", "31"],
  ]);
});

test("each load and each application has its verdict", () => {
  const rows = rowsOf(renderCsv(manyPartsRecord())).filter((row) => row[1] === "vm" && row[4] === "verdict");
  expect(rows.filter((row) => row[2] === "17").map((row) => [row[5], row[12]])).toEqual([
    ["met", ""],
    ["met", "telemetry"],
    ["met", "camera"],
  ]);
});
