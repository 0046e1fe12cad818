import { expect, test } from "vitest";
import { CSV_COLUMNS, renderCsv } from "./csv.ts";
import { refusedRecord, sampleRecord, withDeployment } from "./testing/record.ts";

const RECORD = sampleRecord();
const rowsOf = (csv: string) =>
  csv
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));

test("a header, eleven columns in every row, LF and nothing else", () => {
  const csv = renderCsv(RECORD);
  expect(csv.split("\n")[0]).toBe("scenario,deployment,tenants,replication,metric,statistic,unit,value,ci_low,ci_high,n");
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
    expect(row?.slice(6)).toEqual(
      ["s", point.latency.p99.value, point.latency.p99.low, point.latency.p99.high, point.latency.p99.n].map(String),
    );
  }
});

test("each metric is there once for each load", () => {
  const keys = rowsOf(renderCsv(RECORD)).map((row) => row.slice(1, 6).join());
  expect(new Set(keys).size).toBe(keys.length);
  const loads = RECORD.deployments.reduce((sum, { points }) => sum + points.length, 0);
  expect(keys.filter((key) => key.endsWith("throughput,mean"))).toHaveLength(loads);
});

test("what must not be quoted is an empty cell, not a zero", () => {
  const row = rowsOf(renderCsv(RECORD)).find((cells) => cells[2] === "1" && cells[5] === "p99.9");
  expect(row?.slice(7)).toEqual(["", "", "", "8"]);
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
