import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cli, workspace } from "./testing/run-cli.ts";
import { smallScenario } from "./testing/scenario.ts";

const folder = workspace({ "small.yaml": smallScenario });
const FILES = ["summary.json", "results.csv", "report.html"];

async function bytesOf(out: string, ...args: string[]): Promise<Record<string, string>> {
  const { code, stderr } = await cli(["compare", "small.yaml", "--out", out, ...args], { cwd: folder.path });
  expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
  return Object.fromEntries(FILES.map((file) => [file, readFileSync(join(folder.path, out, file), "latin1")]));
}

let first: Record<string, string>;
beforeAll(async () => {
  first = await bytesOf("first", "--workers", "1");
});
afterAll(() => folder.remove());

test("the same scenario and seed give the same bytes twice in a row", async () => {
  expect(await bytesOf("second", "--workers", "1")).toEqual(first);
});

test("the number of workers changes no byte", async () => {
  expect(await bytesOf("two-workers", "--workers", "2")).toEqual(first);
});

test("another seed changes the numbers, so the files do come from the simulation", async () => {
  const other = await bytesOf("other-seed", "--seed", "2");
  expect(other["results.csv"]).not.toEqual(first["results.csv"]);
  expect(JSON.parse(other["summary.json"]!)).toMatchObject({ experiment: { seed: 2 } });
});
