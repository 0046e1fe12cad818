import { describe, expect, test } from "vitest";
import { createStream } from "../../engine/index.ts";
import { createArrivals } from "./arrivals.ts";
import { type ArrivalSpec, meanGap, meanRate, type TraceSpec } from "./spec.ts";
import { app } from "../testing/specs.ts";

const source = (spec: ArrivalSpec, name = "arrivals") => createArrivals(spec, createStream(1, name), 0.5);
const times = (spec: ArrivalSpec, count: number, name?: string) => {
  const arrivals = source(spec, name);
  return Array.from({ length: count }, () => arrivals.next() / 1e9);
};

const trace: TraceSpec = {
  name: "trace",
  times: Float64Array.from([0, 1, 1, 4, 10]),
  columns: { Tokens: Float64Array.from([10, 20, 30, 40, 50]) },
};

const kinds: ArrivalSpec[] = [
  { kind: "poisson", rate: 5 },
  { kind: "periodic", every: 0.2, jitter: 0.05 },
  { kind: "bursts", every: 4, size: 10, gap: 0.01 },
  { kind: "trace", trace, share: 1, speed: 2 },
];

test.each(kinds)("$kind: instants never go back and come at the rate that the spec says", (spec) => {
  const count = 20_000;
  const instants = times(spec, count);
  for (let k = 1; k < count; k++) expect(instants[k]).toBeGreaterThanOrEqual(instants[k - 1]);
  const rate = meanRate(app({ arrivals: [spec] }));
  expect(count / instants[count - 1] / rate).toBeGreaterThan(0.95);
  expect(count / instants[count - 1] / rate).toBeLessThan(1.05);
});

describe("periodic", () => {
  test("each message is within the jitter of its own period, errors do not add up", () => {
    const instants = times({ kind: "periodic", every: 1, jitter: 0.1 }, 1000);
    const offsets = instants.map((time, k) => time - k);
    expect(Math.max(...offsets) - Math.min(...offsets)).toBeLessThanOrEqual(0.2 + 1e-9);
  });

  test("tenants have different phases", () => {
    const phases = Array.from({ length: 20 }, (_, tenant) => times({ kind: "periodic", every: 1, jitter: 0 }, 1, `tenant ${tenant}`)[0]);
    expect(new Set(phases).size).toBe(20);
  });
});

test("bursts: the number of messages in a burst is geometric with the given mean", () => {
  const instants = times({ kind: "bursts", every: 1000, size: 5, gap: 1e-3 }, 50_000);
  const sizes: number[] = [];
  let size = 1;
  for (let k = 1; k < instants.length; k++) {
    if (instants[k] - instants[k - 1] < 2e-3) size++;
    else {
      sizes.push(size);
      size = 1;
    }
  }
  const mean = sizes.reduce((a, b) => a + b, 0) / sizes.length;
  const single = sizes.filter((each) => each === 1).length / sizes.length;
  expect(Math.abs(mean - 5)).toBeLessThan(4 * Math.sqrt(20 / sizes.length)); // variance of a geometric: (1 - p) / p^2 = 20
  expect(Math.abs(single - 0.2)).toBeLessThan(4 * Math.sqrt(0.16 / sizes.length));
});

describe("trace", () => {
  test("a share of one replays every row in order, wrapping after a mean gap", () => {
    const arrivals = source({ kind: "trace", trace, share: 1, speed: 1 });
    const rows: number[] = [];
    const instants: number[] = [];
    for (let k = 0; k < 11; k++) {
      instants.push(arrivals.next() / 1e9);
      rows.push(arrivals.row);
    }
    const first = 2; // half of five rows, rounded down
    expect(rows).toEqual(Array.from({ length: 11 }, (_, k) => (first + k) % 5));
    expect(instants[0]).toBe(0);
    const span = 10 + meanGap(trace);
    expect(instants[5]).toBeCloseTo(span, 9);
    expect(instants[10]).toBeCloseTo(2 * span, 9);
  });

  test("all tenants begin at the same place of the trace, and take different rows", () => {
    const long: TraceSpec = { name: "long", times: Float64Array.from({ length: 1000 }, (_, k) => k), columns: {} };
    const spec: ArrivalSpec = { kind: "trace", trace: long, share: 0.1, speed: 1 };
    const taken = ["a", "b"].map((name) => times(spec, 100, name));
    expect(taken[0]).not.toEqual(taken[1]);
    expect(Math.max(...taken.map((each) => each[0]))).toBeLessThan(100);
  });

  test("twice the speed halves every time", () => {
    const slow = times({ kind: "trace", trace, share: 1, speed: 1 }, 12);
    const fast = times({ kind: "trace", trace, share: 1, speed: 2 }, 12);
    slow.forEach((time, k) => expect(fast[k]).toBeCloseTo(time / 2, 9));
  });
});
