/** Processes with worker threads of their own, from dist: what a user's two runs are, and where a hidden source of chance would show. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cli } from "./testing/in-process.ts";
import type { Outcome } from "./testing/outcome.ts";
import { planted } from "./testing/scenario.ts";
import { spawnCli } from "./testing/spawn.ts";
import { workspace } from "./testing/workspace.ts";

// Load lines of all three models, with as little simulated time and as few loads as make one.
const folder = workspace({ "small.yaml": planted("tenants: 1..6, duration: 20 s", "tenants: 1..2, duration: 5 s") });
const FILES = ["summary.json", "results.csv", "report.html"];

async function bytesOf(compare: typeof cli | typeof spawnCli, out: string, ...args: string[]): Promise<Record<string, string>> {
  const { code, stderr }: Outcome = await compare(["compare", "small.yaml", "--out", out, ...args], { cwd: folder.path });
  expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
  return Object.fromEntries(FILES.map((file) => [file, readFileSync(join(folder.path, out, file), "latin1")]));
}

let first: Record<string, string>;
beforeAll(async () => {
  first = await bytesOf(spawnCli, "first", "--workers", "1");
});
afterAll(() => folder.remove());

test("the same scenario and seed give the same bytes in another process, and with another number of workers", async () => {
  expect(await bytesOf(spawnCli, "two-workers", "--workers", "2")).toEqual(first);
});

test("worker threads and the build change no byte: the source, simulated in this thread, writes the same", async () => {
  expect(await bytesOf(cli, "here")).toEqual(first);
});

test("another seed changes the numbers, so the files do come from the simulation", async () => {
  const other = await bytesOf(cli, "other-seed", "--seed", "2");
  expect(other["results.csv"]).not.toEqual(first["results.csv"]);
  expect(JSON.parse(other["summary.json"]!)).toMatchObject({ experiment: { seed: 2 } });
});
