import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import { template } from "../scenarios/language/index.ts";
import { cli } from "./testing/in-process.ts";
import { workspace } from "./testing/workspace.ts";

const folder = workspace();
afterAll(() => folder.remove());

test("init writes the schema that the scenario names beside it, and the scenario fits it", async () => {
  expect(await cli(["init", "demo/mine.yml"], { cwd: folder.path })).toMatchObject({ code: 0, stderr: "" });
  const text = readFileSync(join(folder.path, "demo/mine.yml"), "utf8");
  const [, schema] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) as unknown as [string, string];
  expect(text.slice(text.indexOf("\n") + 1)).toBe(template());
  const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(join(folder.path, "demo", schema), "utf8")));
  expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...parse(text), titel: "x" })).toBe(false);
  expect((await cli(["validate", "demo/mine.yml"], { cwd: folder.path })).code).toBe(0);
});

test("presets are found by part of their name or title, shown by their whole name", async () => {
  const found = await cli(["presets", "SSD"], { cwd: folder.path });
  expect(found.code).toBe(0);
  expect(found.stdout).toMatch(/^disks\n( {2}.*\n)* {2}nvme +NVMe SSD\n/);
  expect(found.stdout).not.toMatch(/raspberry/);
  expect((await cli(["presets", "nvme"], { cwd: folder.path })).stdout).toMatch(/^nvme: NVMe SSD \(disk\)/);
});
