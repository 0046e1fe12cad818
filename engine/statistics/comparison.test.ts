import { describe, expect, test } from "vitest";
import { createStream } from "../random/stream.ts";
import { holm, pairedComparison, rankSystems } from "./comparison.ts";

const replications = (n: number, draw: () => number) => Array.from({ length: n }, draw);

describe("paired comparison", () => {
  test("worked example: Law's two inventory policies, paired t with 5 replications", () => {
    // Law, Simulation Modeling and Analysis, table 10.1: mean difference 4.98, 90 % interval [1.65, 8.31].
    const first = [126.97, 124.31, 126.68, 122.66, 127.23];
    const second = [118.21, 120.22, 122.45, 122.68, 119.4];
    const { difference, verdict } = pairedComparison(second, first, 0.9);
    expect(difference.mean).toBeCloseTo(4.98, 2);
    expect(difference.low).toBeCloseTo(1.65, 1);
    expect(difference.high).toBeCloseTo(8.31, 1);
    expect(verdict).toBe("higher");
  });

  test("common random numbers turn can't tell into an answer, and the saving is the correlation's", () => {
    const shared = createStream(1, "work");
    const own = createStream(1, "own");
    const base = replications(20, () => 10 + shared.normal());
    const paired = base.map((x) => x + 0.2 + 0.05 * own.normal());
    const unpaired = replications(20, () => 10.2 + own.normal());
    const crn = pairedComparison(base, paired, 0.95);
    expect(crn.verdict).toBe("higher");
    expect(crn.varianceSaved).toBeGreaterThan(0.99);
    expect(pairedComparison(base, unpaired, 0.95).verdict).toBe("can't tell");
    expect(pairedComparison(paired, base, 0.95).verdict).toBe("lower");
  });

  test("the p-value is below the level exactly when the interval leaves zero out", () => {
    const stream = createStream(3, "p");
    for (let i = 0; i < 200; i++) {
      const [a, b] = [replications(6, () => stream.normal()), replications(6, () => stream.normal() + 1)];
      const { verdict, pValue } = pairedComparison(a, b, 0.9);
      expect(pValue < 0.1).toBe(verdict !== "can't tell");
    }
  });

  test("nothing to go on is can't tell; equal systems have p-value 1", () => {
    expect(pairedComparison([1], [2], 0.95)).toMatchObject({ verdict: "can't tell", pValue: 1 });
    expect(pairedComparison([1, 2, 3], [1, 2, 3], 0.95)).toMatchObject({ verdict: "can't tell", pValue: 1 });
    expect(pairedComparison([1, 2, 3], [2, 3, 4], 0.95)).toMatchObject({ verdict: "higher", pValue: 0, varianceSaved: 1 });
  });

  test("replications without partners are refused", () => {
    expect(() => pairedComparison([1, 2], [1], 0.95)).toThrow(/found 2 and 1 replications, expected pairs .*run both the same number/);
  });
});

describe("ranking", () => {
  test("Holm's adjustment, his own example", () => {
    expect(holm([0.01, 0.04, 0.03, 0.005]).map((p) => Number(p.toFixed(6)))).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holm([])).toEqual([]);
  });

  test("systems that differ get places of their own, those that can't be told apart share them", () => {
    const stream = createStream(5, "rank");
    const base = replications(10, () => stream.normal());
    const systems = new Map([
      ["slow", base.map((x) => x + 5)],
      ["fast", base.map((x) => x + 1 + 0.01 * stream.normal())],
      ["fast too", base.map((x) => x + 1 + 0.01 * stream.normal())],
    ]);
    const ranking = rankSystems(systems, 0.95);
    const places = Object.fromEntries(ranking.map(({ name, rankLow, rankHigh }) => [name, [rankLow, rankHigh]]));
    expect(places).toEqual({ fast: [1, 2], "fast too": [1, 2], slow: [3, 3] });
    expect(ranking[2].name).toBe("slow");
  });

  test("of eight equal systems a wrong order is claimed in at most the nominal share of studies", () => {
    const stream = createStream(6, "equal");
    const studies = 400;
    let wrong = 0;
    let wrongWithoutCorrection = 0;
    for (let i = 0; i < studies; i++) {
      const systems = new Map(Array.from({ length: 8 }, (_, k) => [`system ${k}`, replications(10, () => stream.normal())]));
      if (rankSystems(systems, 0.9).some(({ rankLow, rankHigh }) => rankLow !== 1 || rankHigh !== 8)) wrong++;
      const values = [...systems.values()];
      if (values.some((a, j) => values.slice(0, j).some((b) => pairedComparison(a, b, 0.9).pValue < 0.1))) wrongWithoutCorrection++;
    }
    expect(wrong / studies).toBeLessThanOrEqual(0.1 + 4 * Math.sqrt(0.09 / studies));
    expect(wrongWithoutCorrection / studies).toBeGreaterThan(0.5); // what the correction is for
  });

  test("a single system is first", () => {
    expect(rankSystems(new Map([["only", [1, 2]]]), 0.95)).toEqual([{ name: "only", mean: 1.5, rankLow: 1, rankHigh: 1 }]);
  });

  test("the error names the pair without partners", () => {
    expect(() =>
      rankSystems(
        new Map([
          ["vm", [1, 2]],
          ["container", [1]],
        ]),
        0.95,
      ),
    ).toThrow(/vm and container: found 2 and 1 replications/);
  });
});
