import { describe, expect, test } from "vitest";
import { load, loadSpec, onlyError, type Refusal, warnings } from "../testing/scenario.ts";

test("a seed may be a text, even of digits", async () =>
  expect((await load({ experiment: '{ seed: "12345678901234567890" }' })).experiment.seed).toBe("12345678901234567890"));

describe("runs begin", () => {
  const startOf = async (start: string) => (await loadSpec({ experiment: `{ start: ${start} }` })).start;

  test("with all at once, and requests after them, unless the experiment says otherwise", async () => {
    expect(await startOf("{}")).toBeUndefined();
    expect(await startOf("{ every: 0 s, requests: when ready }")).toBeUndefined();
    expect(await startOf("{ every: 2 s }")).toEqual({ every: 2, requests: "when ready" });
    expect(await startOf("{ requests: at once }")).toEqual({ every: 0, requests: "at once" });
  });
});

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
  [
    "a tenant that would not start within the run",
    { experiment: "{ tenants: 50, duration: 60 s, start: { every: 2 s, requests: at once } }" },
    { message: "the start of tenant 50 would begin after 98 s", fix: 'write "1.224 s" or less, or fewer tenants' },
  ],
  [
    "a start that would take weeks",
    { experiment: "{ tenants: 1..1000, start: { every: 10 min } }" },
    { message: "the start of tenant 1000 would begin after 599400 s", fix: 'write "86.486 s" or less, or fewer tenants' },
  ],
  ["an unknown begin", { experiment: "{ start: { requests: now } }" }, { message: 'found "now"' }],
  ["a seed with a fraction", { experiment: "{ seed: 1.5 }" }, { message: "found 1.5" }],
  ["certainty", { experiment: "{ confidence: 100 % }" }, { message: '"100 %" is out of bounds' }],
])("%s is refused", async (_, sections, error) => expect(await onlyError(sections)).toMatchObject(error));

test("a study that would take hours is a warning", async () =>
  expect(await warnings({ experiment: "{ tenants: 1..100000, duration: 24 h }" })).toMatchObject([
    { message: "one run of 100000 tenants has 43200 million requests" },
  ]));
