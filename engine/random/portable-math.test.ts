import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { portable } from "./portable-math.ts";

describe("sources", () => {
  /** The modules that are really loaded, found by following require() from the packages that portable-math.ts imports. */
  function loadedSources(): Map<string, string> {
    const sources = new Map<string, string>();
    const visit = (file: string) => {
      if (sources.has(file)) return;
      const source = readFileSync(file, "utf8")
        .replace(/\/\*[\s\S]*?\*\//g, "")
        .replace(/\/\/.*/g, "");
      sources.set(file, source);
      for (const [, name] of source.matchAll(/require\(\s*'([^']+)'\s*\)/g)) visit(createRequire(file).resolve(name));
    };
    const here = readFileSync(new URL("./portable-math.ts", import.meta.url), "utf8");
    for (const [, name] of here.matchAll(/from "(@stdlib[^"]+)"/g)) visit(createRequire(import.meta.url).resolve(name));
    return sources;
  }

  test("use no built-in transcendental function, no ** and no native addon", () => {
    const sources = loadedSources();
    expect(sources.size).toBeGreaterThan(100);
    const used = new Set<string>();
    for (const [file, source] of sources) {
      expect(file).toMatch(/\.js(on)?$/);
      expect(source, file).not.toMatch(/\*\*|addon|\.node\b/);
      for (const [name] of source.matchAll(/Math\.\w+/g)) used.add(name);
    }
    expect([...used].sort()).toEqual(["Math.abs", "Math.ceil", "Math.floor", "Math.round", "Math.sqrt"]);
  });
});

describe("values", () => {
  // From published tables (Abramowitz and Stegun, OEIS), as the nearest doubles.
  test.each([
    ["ln 2", portable.ln(2), 0.6931471805599453],
    ["ln 10", portable.ln(10), 2.302585092994046],
    ["e", portable.exp(1), 2.718281828459045],
    ["e^-8", portable.exp(-8), 0.00033546262790251185],
    ["2^0.5", portable.pow(2, 0.5), 1.4142135623730951],
    ["10^-3", portable.pow(10, -3), 0.001],
    ["ln(1 + 1e-10)", portable.log1p(1e-10), 9.9999999995e-11],
    ["e^1e-10 - 1", portable.expm1(1e-10), 1.00000000005e-10],
    ["sin(π/6)", portable.sin(Math.PI / 6), 0.5],
    ["cos(π/3)", portable.cos(Math.PI / 3), 0.5],
    ["ln Γ(1/2) = ln √π", portable.gammaln(0.5), 0.5723649429247001],
    ["ln Γ(10) = ln 362880", portable.gammaln(10), 12.801827480081469],
  ])("%s", (_, value, expected) => {
    expect(Math.abs(value / expected - 1)).toBeLessThan(4e-16);
  });

  test("inverses undo each other over many magnitudes", () => {
    for (let x = 1e-300; x < 1e300; x *= 1.7) {
      expect(portable.exp(portable.ln(x)) / x).toBeCloseTo(1, 12);
      expect(portable.pow(portable.pow(x, 0.37), 1 / 0.37) / x).toBeCloseTo(1, 12);
    }
  });

  test("agree with this engine's own functions to two units in the last place", () => {
    for (let x = 1e-3; x < 700; x *= 1.01) {
      for (const name of ["exp", "expm1", "log1p", "sin", "cos"] as const) {
        const reference = Math[name](x);
        expect(Math.abs(portable[name](x) - reference)).toBeLessThanOrEqual(Math.abs(reference) * 4.5e-16);
      }
    }
  });
});
