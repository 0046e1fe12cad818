import { expect, test } from "vitest";
import { COMPONENTS } from "../vocabulary.ts";
import { LatencyProfile } from "./latency-profile.ts";

const parts = (...values: number[]) => Float64Array.from(COMPONENTS, (_, index) => values[index] ?? 0);
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

test("the mean over all is the mean of each component", () => {
  const profile = new LatencyProfile();
  for (let k = 1; k <= 100; k++) profile.add(3 * k, parts(k, 2 * k), 0);
  expect(profile.meanOfSlowest(1).slice(0, 2)).toEqual([50.5, 101]);
  expect(profile.count).toBe(100);
});

test("the slowest 1 % of 1,000 are the 10 largest, to within a bucket of 1.6 %", () => {
  const profile = new LatencyProfile();
  for (let k = 1; k <= 1000; k++) profile.add(k * 1e6, parts(0, 0, k * 1e6), 0);
  const expected = sum([991, 992, 993, 994, 995, 996, 997, 998, 999, 1000]) / 10;
  expect(Math.abs(sum(profile.meanOfSlowest(0.01)) / 1e6 / expected - 1)).toBeLessThan(1 / 64);
});

test("merged pieces are the whole", () => {
  const whole = new LatencyProfile();
  const pieces = [new LatencyProfile(), new LatencyProfile()];
  for (let k = 1; k <= 500; k++) {
    whole.add(k * k, parts(k * k), 0);
    pieces[k % 2].add(k * k, parts(k * k), 0);
  }
  const merged = new LatencyProfile();
  for (const piece of pieces) merged.merge(piece.toData());
  expect(merged.toData()).toEqual(whole.toData());
});

test("times from a nanosecond to days have a place", () => {
  const profile = new LatencyProfile();
  const times = [0, 1, 63, 64, 4294967295, 4294967296, 1e15];
  for (const time of times) profile.add(time, parts(time), 0);
  expect(profile.count).toBe(times.length);
  expect(profile.meanOfSlowest(1 / times.length)[0]).toBeCloseTo(1e15, -5);
});
