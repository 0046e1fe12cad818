import { describe, expect, test } from "vitest";
import { createStream } from "../random/stream.ts";
import { mser5 } from "./mser5.ts";

/** The definition, by brute force over all cuts. */
function definition(series: readonly number[]): number {
  const batches = Array.from(
    { length: Math.floor(series.length / 5) },
    (_, b) => series.slice(5 * b, 5 * b + 5).reduce((s, x) => s + x, 0) / 5,
  );
  let best = { cut: 0, error: Infinity };
  for (let cut = 0; cut <= batches.length - 5; cut++) {
    const rest = batches.slice(cut);
    const mean = rest.reduce((sum, x) => sum + x, 0) / rest.length;
    const error = rest.reduce((sum, x) => sum + (x - mean) ** 2, 0) / rest.length ** 2;
    if (error < best.error) best = { cut, error };
  }
  return best.cut * 5;
}

describe("mser5", () => {
  test("is the cut with the smallest standard error, as by definition", () => {
    for (let seed = 0; seed < 50; seed++) {
      const stream = createStream(seed, "mser");
      const series = Array.from({ length: 300 + seed }, (_, i) => 20 * Math.exp(-i / (1 + seed)) + stream.normal());
      expect(mser5(series).truncate).toBe(definition(series));
    }
  });

  test("finds the end of a start-up that is far from the steady state", () => {
    const stream = createStream(1, "transient");
    const series = Float64Array.from({ length: 2000 }, (_, i) => (i < 400 ? 50 : 10) + stream.normal());
    const { truncate, reliable } = mser5(series);
    expect(truncate).toBeGreaterThanOrEqual(400);
    expect(truncate).toBeLessThan(800);
    expect(reliable).toBe(true);
  });

  test("cuts nothing off a constant series", () => {
    expect(mser5(new Float64Array(500).fill(3))).toEqual({ truncate: 0, reliable: true });
  });

  test("a series that never settles, or is too short, is called unreliable", () => {
    expect(mser5(Array.from({ length: 1000 }, (_, i) => i * i)).reliable).toBe(false);
    expect(mser5([1, 2, 3])).toEqual({ truncate: 0, reliable: false });
    expect(mser5([])).toEqual({ truncate: 0, reliable: false });
  });
});
