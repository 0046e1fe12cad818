import { expect, test } from "vitest";
import { byteTicks, linearScale, linearTicks, logScale, logTicks, spansDecades, timeTicks } from "./scale.ts";

test("a linear scale keeps differences, a logarithmic one ratios", () => {
  const linear = linearScale(100, [0, 500]);
  expect([0, 20, 100].map(linear.place)).toEqual([0, 100, 500]);
  const log = logScale([1, 10_000], [0, 400]);
  expect([1, 10, 100, 10_000].map(log.place)).toEqual([0, 100, 200, 400]);
});

test("values outside end at the border, in both directions", () => {
  expect(linearScale(10, [300, 0]).place(20)).toBe(0);
  expect(logScale([1, 100], [0, 200]).place(0)).toBe(0);
  expect(logScale([1, 100], [0, 200]).place(1e9)).toBe(200);
});

test("ticks are numbers that people count in, and no more than asked for", () => {
  expect(linearTicks(87, 7)).toEqual([0, 20, 40, 60, 80]);
  expect(linearTicks(3, 7, 1)).toEqual([0, 1, 2, 3]);
  expect(logTicks(1, 500)).toEqual([1, 2, 5, 10, 20, 50, 100, 200, 500]);
  expect(logTicks(1, 100_000, 6)).toEqual([1, 10, 100, 1000, 10_000, 100_000]);
  expect(logTicks(1e-6, 1e6, 5).length).toBeLessThanOrEqual(5);
  expect(timeTicks(600, 6)).toEqual([0, 120, 240, 360, 480, 600]);
  expect(timeTicks(14_400, 5)).toEqual([0, 3600, 7200, 10_800, 14_400]);
  expect(byteTicks(6 * 2 ** 30, 9).at(-1)).toBe(6 * 2 ** 30);
});

test("at least one tick above zero", () => {
  for (const high of [0.3, 1.08, 17.9, 47, 98, 2001]) expect(linearTicks(high, 3).length).toBeGreaterThan(1);
});

test("decades: a ratio of positive values", () => {
  expect(spansDecades([0, 5, 40])).toBe(false);
  expect(spansDecades([3, 40])).toBe(true);
  expect(spansDecades([0, 0])).toBe(false);
});
