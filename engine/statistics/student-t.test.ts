import quantile from "@stdlib/stats-base-dists-t-quantile";
import { probit } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { normalQuantile, studentT, studentTwoSided } from "./student-t.ts";

describe("studentT", () => {
  // Fisher and Yates' table, to the digits printed in textbooks (NIST/SEMATECH e-Handbook 1.3.6.7.2; R's qt for the long ones).
  test.each([
    [0.975, 1, 12.7062047362, 1e-9],
    [0.975, 9, 2.26215716285, 1e-9],
    [0.995, 30, 2.74999565357, 1e-9],
    [0.95, 120, 1.658, 5e-4],
    [0.9, 5, 1.476, 5e-4],
    [0.99, 14, 2.624, 5e-4],
    [0.999, 60, 3.232, 5e-4],
    [0.975, 40, 2.021, 5e-4],
  ])("table: p = %d, %d degrees", (p, degrees, expected, error) => {
    expect(Math.abs(studentT(p, degrees) / expected - 1)).toBeLessThan(error);
  });

  test("closed form for 1, 2 and 4 degrees to 1e-9, from the centre to the far tail", () => {
    for (const p of [0.5001, 0.6, 0.75, 0.9, 0.975, 0.999, 1 - 1e-6, 1 - 1e-9]) {
      const q = 1 - p; // exactly what the function sees
      const alpha = 4 * p * q;
      const four = 2 * Math.sqrt(Math.cos(Math.acos(Math.sqrt(alpha)) / 3) / Math.sqrt(alpha) - 1);
      const closed = [1 / Math.tan(Math.PI * q), (1 - 2 * q) / Math.sqrt(2 * q * p), four];
      [1, 2, 4].forEach((degrees, i) => expect(Math.abs(studentT(p, degrees) - closed[i]) / Math.max(1, closed[i])).toBeLessThan(1e-9));
    }
  });

  test("agrees with an independent implementation to 1e-9 for 0.5 to 1,000,000 degrees", () => {
    for (const degrees of [0.5, 3, 4.7, 10, 29, 100, 999, 9_999, 10_001, 1_000_000]) {
      for (const p of [0.001, 0.025, 0.4, 0.6, 0.9, 0.975, 0.995, 0.9999]) {
        const expected = quantile(p, degrees);
        expect(Math.abs(studentT(p, degrees) - expected) / Math.max(1, Math.abs(expected))).toBeLessThan(1e-9);
      }
    }
  });

  test("is odd around the median and grows into the normal distribution", () => {
    expect(studentT(0.5, 7)).toBe(0);
    expect(studentT(0.1, 7)).toBeCloseTo(-studentT(0.9, 7), 12);
    expect(studentT(0.975, Infinity)).toBeCloseTo(1.959963984540054, 12);
    expect(studentT(0.975, 1e9)).toBeCloseTo(1.959963984540054, 8);
    expect([studentT(1, 3), studentT(0, 3)]).toEqual([Infinity, -Infinity]);
  });

  test("undoes the distribution function of a two-sided test", () => {
    for (const degrees of [1, 2.5, 9, 200]) {
      for (const risk of [0.5, 0.05, 1e-4, 1e-12]) {
        expect(studentTwoSided(studentT(1 - risk / 2, degrees), degrees) / (2 * (1 - (1 - risk / 2)))).toBeCloseTo(1, 9);
      }
    }
    expect(studentTwoSided(0, 5)).toBeCloseTo(1, 14);
    expect(studentTwoSided(Infinity, 5)).toBe(0);
  });

  test("refuses what is no probability or no number of degrees", () => {
    expect(() => studentT(1.2, 5)).toThrow(/probability 1.2, expected 0 to 1/);
    expect(() => studentT(0.9, 0)).toThrow(/0 degrees of freedom, expected a number above 0/);
  });
});

test("normalQuantile: published values, and simple-statistics' probit to its three digits", () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
  expect(normalQuantile(0.99)).toBeCloseTo(2.3263478740408408, 14);
  expect(normalQuantile(1e-6)).toBeCloseTo(-4.753424308822899, 13);
  expect(normalQuantile(0.5)).toBeCloseTo(0, 15);
  for (const p of [0.01, 0.3, 0.7, 0.99]) expect(Math.abs(normalQuantile(p) - probit(p))).toBeLessThan(5e-3);
});
