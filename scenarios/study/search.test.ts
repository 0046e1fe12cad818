import fc from "fast-check";
import { expect, test } from "vitest";
import type { Verdict } from "./record.ts";
import { searchLoadLine } from "./search.ts";

/** A host that meets the objective up to `line`, misses it beyond `atMost`, and can't be told in between. */
function hostWith(line: number, atMost: number) {
  const tried: number[] = [];
  const evaluate = async (tenants: number): Promise<Verdict> => {
    tried.push(tenants);
    return tenants <= line ? "met" : tenants > atMost ? "missed" : "undecided";
  };
  return { evaluate, tried };
}

test("finds both borders exactly, whatever they are, in a number of steps that grows with the logarithm of the range", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 40 }), async (line, doubt) => {
      const max = 10_000;
      const host = hostWith(line, line + doubt);
      const result = await searchLoadLine(1, max, host.evaluate);
      expect(result).toEqual({ tenants: line, atMost: line + doubt, endOfRange: false, unsettled: [], firstBeyond: line + 1 });
      expect(new Set(host.tried).size).toBeLessThan(2 * Math.log2(max) + Math.log(max) / Math.log(3) + 15);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("nothing meets the objective: the line is 0, and the first load tried is beyond it", async () => {
  expect(await searchLoadLine(1, 200, hostWith(0, 0).evaluate)).toEqual({
    tenants: 0,
    atMost: 0,
    endOfRange: false,
    unsettled: [],
    firstBeyond: 1,
  });
});

test("everything meets it: the end of the range is said, not a line", async () => {
  expect(await searchLoadLine(1, 200, hostWith(500, 500).evaluate)).toEqual({
    tenants: 200,
    atMost: null,
    endOfRange: true,
    unsettled: [],
    firstBeyond: null,
  });
});

test("never missed for certain within the range: no upper bound is claimed", async () => {
  expect(await searchLoadLine(1, 100, hostWith(60, 500).evaluate)).toEqual({
    tenants: 60,
    atMost: null,
    endOfRange: false,
    unsettled: [],
    firstBeyond: 61,
  });
});

test("a range that begins at many tenants is searched from there", async () => {
  const host = hostWith(130, 130);
  expect((await searchLoadLine(100, 200, host.evaluate)).tenants).toBe(130);
  expect(Math.min(...host.tried)).toBe(100);
});
