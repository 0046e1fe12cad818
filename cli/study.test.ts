/** What run and compare print and how they end. Signals, bad input and equal bytes have files of their own. */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { CSV_COLUMNS } from "../reports/csv.ts";
import { StudyRecord } from "../scenarios/study/record.ts";
import { report } from "./program.ts";
import { cli } from "./testing/in-process.ts";
import { planted, smallScenario } from "./testing/scenario.ts";
import { spawnCli } from "./testing/spawn.ts";
import { workspace } from "./testing/workspace.ts";

const ESCAPE = "\u001b[";
const folder = workspace({ "small.yaml": smallScenario });
afterAll(() => folder.remove());
const inFolder = (args: readonly string[], env?: Record<string, string>) => cli(args, { cwd: folder.path, ...(env ? { env } : {}) });

describe("what is printed", () => {
  const run = ["run", "small.yaml", "-d", "container", "-n", "2"];

  test("results go to stdout, notes to stderr, files to plimsoll-out/SCENARIO-DEPLOYMENT-TENANTS", async () => {
    const { code, stdout, stderr } = await inFolder(run);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^On a Raspberry Pi 4 Model B, 4 GB, containers with 2 tenants meet the objective: p90 /);
    const out = join("plimsoll-out", "small-container-2");
    expect(stderr).toContain(`Report: ${join(out, "report.html")}\n`);
    for (const file of ["report.html", "summary.json", "results.csv", "manifest.json"])
      expect(existsSync(join(folder.path, out, file))).toBe(true);
    expect(stdout + stderr).not.toContain(ESCAPE);
  });

  test("json is the result record, with the tenants and the seed of the command line", async () => {
    const { stdout, stderr } = await inFolder([...run, "--format", "json", "--seed", "spring", "--no-out", "-q"]);
    expect(stderr).toBe("");
    const record = StudyRecord.parse(JSON.parse(stdout));
    expect(record.deployments.map(({ name, points }) => [name, points.map(({ tenants }) => tenants)])).toEqual([["container", [2]]]);
    expect(record.experiment.seed).toBe("spring");
    expect(record.values.find(({ path }) => path === "experiment.seed")).toMatchObject({ value: "spring", origin: "--seed" });
    expect(record.complete).toBe(true);
  });

  test("of the loads of a search the line and the first beyond it keep their time lines", async () => {
    const { stdout } = await inFolder(["compare", "small.yaml", "--format", "json", "--no-causes", "--no-out", "-q"]);
    for (const { points, loadLine } of StudyRecord.parse(JSON.parse(stdout)).deployments) {
      expect(points.length).toBeGreaterThan(2);
      const kept = points.filter(({ timeline }) => timeline !== undefined).map(({ tenants }) => tenants);
      expect(kept.length).toBeGreaterThan(0);
      expect(kept.filter((tenants) => tenants > loadLine!.tenants).length).toBeLessThanOrEqual(1);
      expect(kept.filter((tenants) => tenants <= loadLine!.tenants)).toEqual(loadLine!.tenants > 0 ? [loadLine!.tenants] : []);
    }
  });

  test("csv starts with its header, md with its title; --no-out writes no files", async () => {
    const csv = await inFolder([...run, "--format", "csv", "--no-out", "-q"]);
    expect(csv.stdout.split("\n")[0]).toBe(CSV_COLUMNS.join(","));
    const md = await inFolder(["run", "small.yaml", "-d", "function", "-n", "1", "--format", "md", "--no-out", "-q"]);
    expect(md.stdout).toMatch(/^# A small study\n/);
    expect(existsSync(join(folder.path, "plimsoll-out", "small-function-1"))).toBe(false);
  });

  test("--color and FORCE_COLOR colour a pipe", async () => {
    for (const [args, env] of [
      [["--color"], {}],
      [[], { FORCE_COLOR: "1" }],
    ] as const) {
      expect((await inFolder([...run, "--no-out", ...args], env)).stdout).toContain(ESCAPE);
    }
  });
});

describe("how `run --check` ends", () => {
  const check = async (text: string, ...more: string[]) => {
    writeFileSync(join(folder.path, "checked.yaml"), text);
    const deployment = more.length > 0 ? [] : ["-d", "container"];
    return inFolder(["run", "checked.yaml", ...deployment, "-n", "2", "--check", "--no-out", "-q", ...more]);
  };

  test("0 if the objective is met", async () => {
    expect(await check(smallScenario)).toMatchObject({ code: 0, stderr: "" });
  });

  test("4 if it is missed, or the deployment can't run here; without --check that is no failure", async () => {
    const tight = planted("p90: 500 ms", "p90: 1 ms");
    const missed = await check(tight);
    expect(missed.code).toBe(4);
    expect(missed.stderr).toMatch(/^check failed: the objective is missed at 2 tenants: p90 is [\d.]+ ms \(.*\), above 1 ms\n$/);
    expect((await inFolder(["run", "checked.yaml", "-d", "container", "-n", "2", "--no-out", "-q"])).code).toBe(0);
    const refused = await check(planted("raspberry-pi-4-4gb", "cortex-a9-gateway"), "-d", "vm");
    expect(refused.code).toBe(4);
    expect(refused.stderr).toMatch(/^check failed: vm can't run here: .*virtualization support/);
  });

  test("6 if the replications can't tell: the limit is what was measured", async () => {
    const { stdout } = await inFolder(["run", "small.yaml", "-d", "container", "-n", "2", "--format", "json", "--no-out", "-q"]);
    const measured = StudyRecord.parse(JSON.parse(stdout)).deployments[0]!.points[0]!.latency.p90.value!;
    const { code, stderr } = await check(planted("p90: 500 ms", `p90: ${Math.round(measured * 1e6)} us`));
    expect(code).toBe(6);
    expect(stderr).toMatch(/^check failed: 3 replications can't tell whether the objective is met at 2 tenants/);
  });

  test("7 if requests arrive faster than they are answered", async () => {
    const { code, stderr } = await check(planted("exponential: 4 ms", "exponential: 4 s"));
    expect(code).toBe(7);
    expect(stderr).toMatch(/^check failed: overloaded at 2 tenants/);
  });

  test("2 without a load to check", async () => {
    const { code, stderr } = await inFolder(["run", "small.yaml", "-d", "container", "--check"]);
    expect(code).toBe(2);
    expect(stderr).toContain("--check judges one load; add --tenants NUMBER");
  });
});

describe("a bug in Plimsoll ends with 1 and asks for a report", () => {
  // Planted before the program is loaded, in a process of its own.
  test("without a stack trace, from the command line", async () => {
    const bug = 'data:text/javascript,performance.now = () => { throw new TypeError("planted") }';
    const { code, stdout, stderr } = await spawnCli(["compare", "small.yaml"], { cwd: folder.path, nodeArguments: ["--import", bug] });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^internal error: planted\nThis is a bug in Plimsoll, .*report/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test("PLIMSOLL_DEBUG=1 adds the stack trace", () => {
    const written: string[] = [];
    const stream = { write: (text: string) => written.push(text) };
    expect(report(new TypeError("planted"), { stdout: stream, stderr: stream, env: { PLIMSOLL_DEBUG: "1" }, argv: [] })).toBe(1);
    expect(written.join("")).toMatch(/internal error: planted[\s\S]*^\s+at /m);
  });
});
