import { describe, expect, test } from "vitest";
import { renderCsv } from "./csv.ts";
import { renderMarkdown } from "./markdown.ts";
import { loadTables, missedLoadsTable, singleLoad } from "./single-load.ts";
import { plainStyle, renderTerminal } from "./terminal.ts";
import { oneLoadAppsRecord, oneLoadRecord, oneMissedRecord } from "./testing/many.ts";
import { type sampleRecord, zeroRecord } from "./testing/record.ts";
import { verdict } from "./verdict.ts";

const terminal = (of: ReturnType<typeof sampleRecord>, columns = 100) => renderTerminal(of, { columns, unicode: true, style: plainStyle });
const cell = (text: string, row: string): string | undefined => new RegExp(`^ *${row}  +(.+)$`, "m").exec(text)?.[1].trim();

describe.each([
  ["one that meets", oneLoadRecord()],
  ["one that misses", oneMissedRecord()],
])("%s", (_, record) => {
  const [point] = record.deployments[0].points;

  test("prints its numbers and not a dash", () => {
    const text = terminal(record);
    expect(text).not.toMatch(/not finished|n\/a|(^| )–/m);
    for (const row of [
      "offered",
      "throughput",
      "errors",
      "mean",
      "p50",
      "p90",
      "p95",
      "p99",
      "p99.9",
      "longest",
      "running",
      "cores in use",
      "memory: free",
    ]) {
      expect(cell(text, row), row).toMatch(/\d/);
    }
    expect(cell(text, "verdict")).toMatch(point.verdict);
    for (const [reason, share] of Object.entries(point.errors))
      if (share > 0) expect(text.toLowerCase()).toMatch(reason === "late" ? "answered too late" : reason);
  });

  test("Markdown has the same tables, the CSV its rows", () => {
    const titles = loadTables(record, point).map(({ title }) => `## ${title}`);
    expect(renderMarkdown(record).match(/^## .*/gm)).toEqual(titles);
    expect(renderCsv(record)).toContain(`,${point.tenants},all,verdict,${point.verdict},1,1,`);
  });
});

test("shares of the parts of a response time add up to all of it", () => {
  const record = oneMissedRecord();
  const [point] = record.deployments[0].points;
  const time = loadTables(record, point).find(({ title }) => title === "Where the time went")!.table;
  for (const column of [1, 2]) {
    const shares = time.rows.map((row) => Number(/\(([\d.]+) %\)/.exec(row[column])?.[1] ?? 0));
    expect(shares.reduce((a, b) => a + b)).toBeCloseTo(100, 0);
  }
});

test("several applications stand side by side behind the total", () => {
  const record = oneLoadAppsRecord();
  const [point] = record.deployments[0].points;
  const [requests] = loadTables(record, point);
  expect(requests.table.columns.map(({ title }) => title)).toEqual(["", "all", ...point.apps.map(({ name }) => name)]);
});

test("a deployment that carries nothing: alone its first load in full, among others a row", () => {
  const zero = zeroRecord();
  expect(singleLoad(zero)).toBeUndefined();
  const missed = missedLoadsTable(zero)!.table;
  expect(missed.rows.map(([name, tenants, is]) => [name, tenants, is])).toEqual([["VMs", "1", "missed (latency)"]]);
  const alone = { ...zero, deployments: zero.deployments.filter(({ name }) => name === "vm") };
  expect(singleLoad(alone)?.point.tenants).toBe(1);
  expect(terminal(alone)).toMatch(/^verdict +missed/m);
  expect(missedLoadsTable(alone)).toBeUndefined();
});

test("a load that memory arithmetic excludes: the sum that does not fit, in words", () => {
  const record = oneMissedRecord();
  const [one] = record.deployments;
  const reason = "11 containers need 35 GiB, the host has 32 GiB";
  const excluded = { ...record, deployments: [{ ...one, points: [], excluded: [{ tenants: 120, reason }] }] };
  expect(verdict(excluded).text).toContain("VMs can't hold 120 tenants at all");
  expect(verdict(excluded).text).toContain(`VMs can't hold 120 tenants, which was not simulated: ${reason}.`);
  expect(renderCsv(excluded)).toContain(",120,all,excluded,flag,1,1,");
  expect(terminal(excluded)).not.toContain("not finished");
});

test("the latency and errors of a load that misses by errors: what decided stands in the headline", () => {
  const record = oneMissedRecord();
  const [one] = record.deployments;
  const byErrors = {
    ...record,
    deployments: [
      { ...one, points: one.points.map((point) => ({ ...point, apps: point.apps.map((app) => ({ ...app, by: "errors" as const })) })) },
    ],
  };
  expect(verdict(byErrors).text).toMatch(/VMs with 120 tenants miss the objective: 3\.1 % \([\d.]+ to [\d.]+\) errors \(objective: /);
});
