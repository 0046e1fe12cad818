import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { banViolations } from "./determinism-ban.ts";
import { importsOf } from "./layers.ts";
import { root, sourceFiles } from "./source-files.ts";

const violations = (text: string) => banViolations(new Map([["models/planted.ts", text]]));

test("engine/ and models/ use nothing that differs between machines, Node versions or runs", () => {
  // Tests and their helpers check results and may use what they like.
  const files = sourceFiles(["engine", "models"]).filter((file) => !/\.test\.ts$|\/testing\//.test(file));
  expect(files.length).toBeGreaterThan(10);
  const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8")]));
  expect(banViolations(texts)).toEqual([]);
  // node: modules are refused by the layer check, which sees the same files.
  expect(files.flatMap((file) => importsOf(file, texts.get(file)!)).filter((name) => name.startsWith("node:"))).toEqual([]);
});

describe("every banned use is found, with its place and what to use instead", () => {
  test.each<readonly [string, string]>([
    ["const a = 2 ** 3;", "**: multiply, or use `portable.pow`"],
    ["let a = 2; a **= 3;", "**=: multiply, or use `portable.pow`"],
    ["const a = Math.pow(2, 3);", "Math.pow: multiply, or use `portable.pow`"],
    ["const a = Math.random();", "Math.random: draw from a named stream"],
    ...[
      "log",
      "log2",
      "log10",
      "log1p",
      "exp",
      "expm1",
      "sin",
      "cos",
      "tan",
      "asin",
      "acos",
      "atan",
      "atan2",
      "sinh",
      "cosh",
      "tanh",
      "asinh",
    ].map((name) => [`const a = Math.${name}(1);`, `Math.${name}: use the function of the same meaning in \`portable\``] as const),
    ...["cbrt", "hypot", "f16round", "sumPrecise"].map((name) => [`const a = Math.${name}(1);`, `Math.${name}: use the function`] as const),
    ['const a = Math["pow"](2, 3);', "Math as a value"],
    ["const { pow } = Math;", "Math as a value"],
    ["const M = Math;", "Math as a value"],
    ["const a = { Math };", "Math as a value"],
    ["const a = Date.now();", "Date: simulated time is `simulation.now`"],
    ["const a = new Date();", "Date: simulated time is `simulation.now`"],
    ["const now = performance.now;", "performance: simulated time is `simulation.now`"],
    ["const a = process.hrtime();", "process: engine and models run unchanged in a browser"],
    ['const a = require("node:os");', "require: engine and models run unchanged in a browser"],
    ["const a = globalThis.Date;", "globalThis: name what you need"],
    ["const a = global.Date;", "global: name what you need"],
    ["const a = self.Date;", "self: name what you need"],
    ['const a = eval("1");', "eval: write the code out"],
    ['const a = new Function("return Date.now()");', "Function: write the code out"],
    ['const a = (() => 1).constructor("return Date.now()")();', ".constructor: it is a way round this check"],
    ['const a = (() => 1)["constructor"]("return 1")();', '["constructor"]: it is a way round this check'],
    ["const { constructor } = () => 1;", "{ constructor }: it is a way round this check"],
    ["setTimeout(() => 1, 1);", "setTimeout: schedule an event"],
    ["queueMicrotask(() => 1);", "queueMicrotask: schedule an event"],
    ["crypto.getRandomValues(new Uint8Array(1));", "crypto: draw from a named stream"],
    ["const a = (1).toLocaleString();", ".toLocaleString: the result depends on the machine's language"],
    ['const a = "a".localeCompare("b");', ".localeCompare: the result depends on the machine's language"],
    ["const a = new Intl.NumberFormat();", "Intl: the result depends on the machine's language"],
    ["const a = new WeakRef({});", "WeakRef: what the garbage collector does"],
    ["class Clock extends Date {}", "Date: simulated time is `simulation.now`"],
    ["console.log(1);", "console: return the finding"],
    ["const a = Temporal.Now;", "Temporal: add it to the list in checks/determinism-ban.ts"],
    ["const a = import.meta.url;", "import.meta: engine and models run unchanged"],
    ["const f = (process: () => void) => process(); process.exit();", "process: engine and models run unchanged in a browser"],
  ])("%s", (text, expected) => {
    const found = violations(`// a comment with ** and Date.now()\n${text}`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^models\/planted\.ts:2:\d+ uses /);
    expect(found[0]).toContain(expected);
  });
});

test("what only looks like a banned use is left alone", () => {
  const harmless = `
    import { performance } from "./indicators.ts";
    import type { Process } from "./process.ts";
    export interface Options { readonly process: Date; readonly constructor: Function }
    export class Job extends Map<string, Date> implements Iterable<Date> {
      process = 1;
      constructor(readonly: number) { void readonly; }
      static crypto(): number { return performance.mean; }
    }
    /** Math.pow and Date.now in a comment. */
    export const text = "2 ** 3, Math.random()";
    export const root = Math.sqrt(2) * Math.PI + Math.imul(3, 4) + Number.MAX_SAFE_INTEGER;
    export function spawn(name: string, process: Process): { process: Process } {
      outer: for (;;) { if (name) break outer; }
      return { process };
    }
    export const { process: renamed } = spawn("a", {} as Process);
    export const grown = (array: Float64Array) => new (array.constructor as typeof Float64Array)(2 * array.length);
    export const total = (job: Job) => job.process + (undefined ?? NaN) + [..."abc"].length;
  `;
  expect(violations(harmless)).toEqual([]);
});
