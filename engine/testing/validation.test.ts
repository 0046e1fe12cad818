// The judge itself: it must be able to say no.
import { expect, test } from "vitest";
import { createStream } from "../index.ts";
import { type Agreement, describeFinding, validate, type ValidationCase } from "./validation.ts";

const coin = (agreement: Agreement, truth: number): ValidationCase => ({
  name: "mean of uniform numbers",
  source: "1/2",
  agreement,
  expected: () => ({ "mean [1]": truth }),
  simulate(seed, length) {
    const stream = createStream(seed, "numbers");
    let sum = 0;
    for (let n = 0; n < 1000 * length; n++) sum += stream.next();
    return { "mean [1]": sum / (1000 * length) };
  },
});
const passes = (agreement: Agreement, truth: number, length = 1) => validate(coin(agreement, truth), length)[0].passes;

test("an interval passes when it holds the truth and is narrow enough", () => {
  const runs = 10;
  expect(passes({ kind: "interval", runs, precision: 0.03 }, 0.5)).toBe(true);
  expect(passes({ kind: "interval", runs, precision: 0.03 }, 0.52)).toBe(false);
  expect(passes({ kind: "interval", runs, precision: 0.001 }, 0.5)).toBe(false);
  expect(passes({ kind: "interval", runs, precision: 0.003 }, 0.5, 100)).toBe(true);
});

test("an expectation that is itself an approximation may be missed by as much", () => {
  const agreement: Agreement = { kind: "interval", runs: 10, precision: 0.003, approximation: 0.04 };
  expect(passes(agreement, 0.515, 100)).toBe(true);
  expect(passes(agreement, 0.485, 100)).toBe(true);
  expect(passes(agreement, 0.53, 100)).toBe(false);
});

test("a tolerance is relative", () => {
  expect(passes({ kind: "within", relative: 0.05 }, 0.5)).toBe(true);
  expect(passes({ kind: "within", relative: 0.05 }, 0.6)).toBe(false);
});

test("a quantity that the simulation does not give fails", () => {
  const silent: ValidationCase = { ...coin({ kind: "interval", runs: 3, precision: 1 }, 0.5), simulate: () => ({}) };
  const [finding] = validate(silent);
  expect(finding.passes).toBe(false);
  expect(describeFinding(finding)).toMatch(/^mean of uniform numbers, mean \[1\]: expected 0.5, simulated NaN/);
});
