import { expect, test } from "vitest";
import { TimeWeighted } from "./time-weighted.ts";

test("averages a queue length over time: 2 for 3 s, 0 for 1 s, 5 for 1 s", () => {
  const length = new TimeWeighted(2, 10);
  length.set(0, 13);
  length.set(5, 14);
  expect(length.integral(15)).toBe(11);
  expect(length.mean(15)).toBe(11 / 5);
  expect([length.max, length.current]).toEqual([5, 5]);
});

test("asking changes nothing; at the start the mean is the value", () => {
  const value = new TimeWeighted(7, 4);
  expect(value.mean(4)).toBe(7);
  expect([value.integral(6), value.integral(6)]).toEqual([14, 14]);
});

test("reset cuts the warm-up off and keeps the value", () => {
  const value = new TimeWeighted(100, 0);
  value.set(1, 5);
  value.reset(10);
  expect([value.mean(20), value.max]).toEqual([1, 1]);
});
