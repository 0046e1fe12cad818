import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Estimate } from "../scenarios/study/record.ts";
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatEstimate,
  formatMeasured,
  formatRate,
  formatShare,
  glue,
  toAscii,
} from "./format.ts";

const around = (value: number, halfWidth: number, n = 8): Estimate => ({ value, low: value - halfWidth, high: value + halfWidth, n });

describe("exact values keep what was written", () => {
  test.each([
    [0.25, "250 ms"],
    [600, "10 min"],
    [90, "90 s"],
    [1.5, "1.5 s"],
    [0.000125, "125 µs"],
    [7e-8, "70 ns"],
    [7200, "2 h"],
    [0, "0 s"],
  ])("%d s is %s", (seconds, text) => expect(formatDuration(seconds)).toBe(text));

  test.each([
    [4 * 1024 * 1024 * 1024, "4 GiB"],
    [1.5 * 1024 * 1024, "1.5 MiB"],
    [1023, "1023 B"],
    [0, "0 B"],
  ])("%d B is %s", (bytes, text) => expect(formatBytes(bytes)).toBe(text));

  test("shares are percent, rates per second, counts grouped from five digits on", () => {
    expect(formatShare(0.01)).toBe("1 %");
    expect(formatShare(0.0005)).toBe("0.05 %");
    expect(formatRate(12.5)).toBe("12.5/s");
    expect(formatCount(9999)).toBe("9999");
    expect(formatCount(12_425_280)).toBe("12\u202f425\u202f280");
  });
});

describe("an interval decides how many digits are printed", () => {
  test.each([
    [around(0.2437, 0.012), "244 ms (231 to 256)", "244 ± 12 ms"],
    [around(0.2437, 0.0008), "243.7 ms (242.9 to 244.5)", "243.7 ± 0.8 ms"],
    [around(0.2437, 0.04), "240 ms (200 to 290)", "240 ± 40 ms"],
    [around(1.234567, 0.005), "1.235 s (1.229 to 1.240)", "1.235 ± 0.005 s"],
  ])("%o", (estimate, full, compact) => {
    expect(formatEstimate(estimate, "duration")).toMatchObject({ full, compact });
  });

  test("an asymmetric interval is never written as ±", () => {
    expect(formatEstimate({ value: 0.2, low: 0.19, high: 0.26, n: 8 }, "duration").compact).toBe("200 ms (190 to 260)");
  });

  test("too few samples: the reason, not a number", () => {
    const estimate = { value: null, low: null, high: null, n: 5, reason: "not enough samples (400, needs 1000)" };
    expect(formatEstimate(estimate, "duration")).toMatchObject({ value: "n/a", full: "n/a: not enough samples (400, needs 1000)" });
    expect(formatEstimate({ value: null, low: null, high: null, n: 5 }, "duration").full).toBe("n/a: not enough samples");
  });

  test("without an interval nobody knows what more than two digits are worth", () => {
    const alone = formatEstimate({ value: 1.24372, low: null, high: null, n: 1 }, "duration");
    expect(alone).toMatchObject({ value: "1.2 s", full: "1.2 s (no interval from 1 replication)" });
  });

  test("the printed limits cover the computed ones, and no digit is below the first two of the half-width", () => {
    const positive = fc.double({ min: 1e-7, max: 900, noNaN: true });
    const relative = fc.double({ min: 1e-6, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(positive, relative, (value, share) => {
        const halfWidth = value * share;
        const { full, value: shown } = formatEstimate(around(value, halfWidth), "count");
        const [, low, high] = /\((.*) to (.*)\)/.exec(full.replaceAll("−", "-")) ?? [];
        const slack = value * 1e-9;
        expect(Number(low)).toBeLessThanOrEqual(value - halfWidth + slack);
        expect(Number(high)).toBeGreaterThanOrEqual(value + halfWidth - slack);
        const lastDigit = Number(`1e-${shown.split(".")[1]?.length ?? 0}`);
        if (lastDigit < 1) expect(lastDigit).toBeGreaterThan(Math.min(halfWidth / 100, value));
      }),
    );
  });
});

test("measured numbers keep their zeros: 1.0 s is not 1 s", () => {
  expect(formatMeasured(1, "duration")).toBe("1.0 s");
  expect(formatMeasured(0.0573, "duration")).toBe("57 ms");
  expect(formatMeasured(0.9123, "duration")).toBe("912 ms");
  expect(formatMeasured(0, "bytes")).toBe("0 B");
});

test("ASCII for terminals without more", () => {
  expect(toAscii("p99 ≤ 250 µs, −53 %, 3 ± 1 …")).toBe("p99 <= 250 us, -53 %, 3 +/- 1 ...");
});

test("glue ties numbers to units and to each other, and leaves words alone", () => {
  expect(glue("87 tenants at p99 ≤ 250 ms (87 to 90)")).toBe("87\u00a0tenants at p99\u00a0≤\u00a0250\u00a0ms (87\u00a0to\u00a090)");
  expect(glue("step 3 minutes later")).toBe("step 3 minutes later");
});
