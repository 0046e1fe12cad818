import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { importsOf, LAYERS, layerViolations } from "./layers.ts";
import { root, sourceFiles } from "./source-files.ts";

const violationsOf = (path: string, text: string) => layerViolations(path, importsOf(path, text));

describe("the plan of the house: engine <- models <- scenarios <- reports <- cli, bench and checks above all", () => {
  const files = sourceFiles(LAYERS.filter((layer) => existsSync(join(root, layer))));
  const imports = new Map(files.map((file) => [file, importsOf(file, readFileSync(join(root, file), "utf8"))]));

  test("the walk sees the repository", () => {
    expect(files.length).toBeGreaterThan(20);
    for (const layer of ["engine", "models", "scenarios", "reports", "cli"])
      expect(files.some((file) => file.startsWith(`${layer}/`))).toBe(true);
    expect([...imports.values()].flat().length).toBeGreaterThan(files.length);
  });

  test("every file imports only from folders to its left", () => {
    expect([...imports].flatMap(([file, specifiers]) => layerViolations(file, specifiers))).toEqual([]);
  });
});

test("the kernel of the engine knows those who look on, and the stations, by type alone", () => {
  const files = sourceFiles(["engine/kernel"]).filter((file) => !file.endsWith(".test.ts"));
  const values = files.flatMap((file) => {
    const imports = readFileSync(join(root, file), "utf8").match(/^import (?!type\b)[^;]*;/gm) ?? [];
    return imports.filter((each) => /"\.\.\/(observation|stations|statistics)\//.test(each)).map((each) => `${file}: ${each}`);
  });
  expect(files.length).toBeGreaterThan(10);
  expect(values).toEqual([]);
});

describe("a planted violation is found, in every form an import can take", () => {
  test.each([
    [
      'import { parse } from "../../scenarios/parse.ts";',
      "models may import engine only; models take plain read-only specs; pass the spec in",
    ],
    ['import type { Scenario } from "../../scenarios/scenario.ts";', "models may import engine only"],
    ['export * from "../../reports/index.ts";', "models may import engine only"],
    ['type A = import("../../cli/main.ts").A;', "models may import engine only"],
    ['const a = await import("../../cli/main.ts");', "models may import engine only"],
    ['const a = new URL("../../scenarios/study/worker.js", import.meta.url);', "models may import engine only"],
    ['import { readFileSync } from "node:fs";', "models runs unchanged in a browser"],
    ['import { readFileSync } from "fs";', "models may use simple-statistics only"],
    ['import "vega";', "models may use simple-statistics only"],
    ["const a = await import(name);", "a computed import can't be checked"],
    ['import { helper } from "./disk.test.ts";', "shipped code must not lean on a test"],
    ['import "../../../elsewhere/a.ts";', "it lies outside every folder of the plan"],
  ])("%s", (text, reason) => {
    const [violation, ...others] = violationsOf("models/hardware/disk.ts", text);
    expect(others).toEqual([]);
    expect(violation).toMatch(/^models\/hardware\/disk\.ts imports /);
    expect(violation).toContain(reason);
  });

  test("the way to the left is open, and a test may use any package", () => {
    expect(violationsOf("reports/html.ts", 'import { a } from "../engine/index.ts"; import "node:fs"; import "vega";')).toEqual([]);
    expect(violationsOf("engine/kernel/a.test.ts", 'import { test } from "vitest"; import fc from "fast-check"; import "./a.ts";')).toEqual(
      [],
    );
    expect(violationsOf("engine/kernel/a.test.ts", 'import "../../models/deployment.ts";')).toHaveLength(1);
    expect(violationsOf("lib/a.ts", "")).toHaveLength(1);
    expect(violationsOf("models/os/a.ts", 'new URL("worker.js", import.meta.url);')).toEqual([]);
  });
});
