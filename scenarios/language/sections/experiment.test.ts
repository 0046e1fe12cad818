import { expect, test } from "vitest";
import { load, onlyError, type Refusal, warnings } from "../testing/scenario.ts";

test("a seed may be a text, even of digits", async () =>
  expect((await load({ experiment: '{ seed: "12345678901234567890" }' })).experiment.seed).toBe("12345678901234567890"));

test.each<Refusal>([
  [
    "a warm-up as long as the run",
    { experiment: "{ duration: 1 min, warmup: 1 min }" },
    { message: "the warm-up (1 min) leaves nothing of the run (1 min)", fix: 'write "auto"' },
  ],
  [
    "fewer replications at most than at least",
    { experiment: "{ replications: { min: 9, max: 8 } }" },
    { message: "at least 9 replications, but at most 8" },
  ],
  ["no tenant", { experiment: "{ duration: 101 h, tenants: 0 }" }, { message: "0 is out of bounds" }],
  ["a run beyond the clock", { experiment: "{ duration: 2500 h }" }, { message: '"2500 h" is out of bounds' }],
  ["a run into the past", { experiment: "{ duration: -5 s }" }, { message: '"-5 s" is out of bounds' }],
  ["a map of tenants", { experiment: "{ tenants: { min: 1, max: 6 } }" }, { message: "found a map" }],
  ["a range from above", { experiment: "{ tenants: 5..1 }" }, { message: '"5..1" ends before it begins' }],
  ["a million tenants", { experiment: "{ tenants: 1..1000000 }" }, { message: '"1..1000000" is out of bounds' }],
  [
    "a seed that would be rounded",
    { experiment: "{ seed: 12345678901234567890 }" },
    { message: "this seed is too large to be kept exactly as a number" },
  ],
  ["a seed with a fraction", { experiment: "{ seed: 1.5 }" }, { message: "found 1.5" }],
  ["certainty", { experiment: "{ confidence: 100 % }" }, { message: '"100 %" is out of bounds' }],
])("%s is refused", async (_, sections, error) => expect(await onlyError(sections)).toMatchObject(error));

test("a study that would take hours is a warning", async () =>
  expect(await warnings({ experiment: "{ tenants: 1..100000, duration: 24 h }" })).toMatchObject([
    { message: "one run of 100000 tenants has 43200 million requests" },
  ]));
