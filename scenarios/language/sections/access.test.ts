import { expect, test } from "vitest";
import { loadPart, memory, onlyError } from "../testing/scenario.ts";

test.each([
  ["", { kind: "uniform" }],
  [", access: scan", { kind: "scan" }],
  [", access: { zipf: 0.9 }", { kind: "zipf", exponent: 0.9 }],
  [", access: { phases: { every: 30 s, share: 50 % } }", { kind: "phases", every: 30, share: 0.5 }],
])("%s", async (text, access) => expect((await loadPart(memory(text))).app.memory.access).toEqual(access));

test.each([
  [", access: random", /^found "random"; uniform, scan, \{ zipf/],
  [", access: { zipf: 5 }", /^found 5; a number, more than 0 and at most 4/],
  [", access: { phases: { every: 30, share: 50 % } }", /^phases.every: .*unit/],
  [", access: { phases: { every: 30 s, shar: 50 % } }", /^unknown key "shar" of phases; every and share/],
  [", access: { lru: 1 }", /^unknown access pattern "lru"/],
])("%s is refused", async (text, problem) => {
  const { line, message, expected } = await onlyError(memory(text));
  expect(line).toBe(3);
  expect(`${message}; ${expected}`).toMatch(problem);
});
