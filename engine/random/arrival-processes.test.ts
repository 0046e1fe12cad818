import { describe, expect, test } from "vitest";
import { ARRIVALS } from "../golden/variates.ts";
import { Simulation } from "../kernel/simulation.ts";
import { HORIZON, nanoseconds } from "../kernel/time.ts";
import { Histogram } from "../statistics/histogram.ts";
import { kolmogorovSmirnov } from "../statistics/kolmogorov-smirnov.ts";
import { Tally } from "../statistics/tally.ts";
import { TimeWeighted } from "../statistics/time-weighted.ts";
import {
  type ArrivalProcess,
  batchArrivals,
  mmppArrivals,
  onOffArrivals,
  poissonArrivals,
  renewalArrivals,
  traceArrivals,
  varyingPoissonArrivals,
} from "./arrival-processes.ts";
import { traceSampler } from "./distributions.ts";
import { createStream } from "./stream.ts";

const stream = (name = "arrivals") => createStream(21, name);

function until(process: ArrivalProcess, end: number): number[] {
  const times: number[] = [];
  for (let time = process.next(); time <= end; time = process.next()) times.push(time);
  return times;
}

/** Counts in windows of unit length. */
function counts(times: readonly number[], windows: number): Float64Array {
  const result = new Float64Array(windows);
  for (const time of times) if (time < windows) result[Math.floor(time)]++;
  return result;
}

const mean = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0) / values.length;
const variance = (values: Float64Array) => {
  const center = mean(values);
  return mean(values.map((x) => (x - center) ** 2));
};

test("poisson: exponential gaps; variance of counts equals their mean", () => {
  const times = until(poissonArrivals(4, stream()), 20_000);
  const gaps = times.map((time, i) => time - (times[i - 1] ?? 0));
  expect(kolmogorovSmirnov(gaps, (x) => 1 - Math.exp(-4 * x)).pValue).toBeGreaterThan(0.001);
  const perWindow = counts(times, 20_000);
  expect(Math.abs(mean(perWindow) - 4)).toBeLessThan(4 * Math.sqrt(4 / 20_000));
  expect(variance(perWindow) / mean(perWindow)).toBeCloseTo(1, 1);
});

test("renewal: fixed gaps give a metronome; a negative gap is refused", () => {
  expect(
    until(
      renewalArrivals(() => 0.5),
      2,
    ),
  ).toEqual([0.5, 1, 1.5, 2]);
  expect(() => renewalArrivals(() => -1).next()).toThrow(/found a gap of -1, expected 0 or more/);
});

describe("varying poisson (thinning)", () => {
  test("times are distributed by the integral of the rate", () => {
    // rate t on 0..200: arrival times, given their number, have distribution function (t / 200)².
    const times = until(varyingPoissonArrivals({ rate: (t) => Math.min(t, 200), maximum: 200, end: 200 }, stream()), 1e9);
    expect(kolmogorovSmirnov(times, (t) => (t / 200) ** 2).pValue).toBeGreaterThan(0.001);
    expect(Math.abs(times.length - 20_000)).toBeLessThan(4 * Math.sqrt(20_000));
  });

  test("ends: Infinity after the end, also where the rate is 0 for good", () => {
    const silent = varyingPoissonArrivals({ rate: () => 0, maximum: 1, end: 1000 }, stream());
    expect([silent.next(), silent.next()]).toEqual([Infinity, Infinity]);
  });

  test("a rate above the maximum is an error that names the time", () => {
    const process = varyingPoissonArrivals({ rate: () => 3, maximum: 2, end: 10 }, stream());
    expect(() => process.next()).toThrow(/found rate 3 at time .*expected 0 to the maximum 2; raise the maximum/);
  });
});

describe("mmpp", () => {
  // Two states with rates 0 and 10, mean stays of 2 and 0.5: share of time 0.8 and 0.2.
  const bursty = [
    { rate: 0, transitions: [0, 0.5] },
    { rate: 10, transitions: [2, 0] },
  ];

  test("has the stationary rate and the index of dispersion of the textbook", () => {
    const length = 60_000;
    const times = until(mmppArrivals(bursty, stream()), length);
    const perWindow = counts(times, length);
    const rate = 0.2 * 10;
    expect(mean(perWindow)).toBeCloseTo(rate, 1);
    // Fischer and Meier-Hellstern 1993: Var N(t) / E N(t) for two states.
    const [l1, l2, r1, r2, t] = [0, 10, 0.5, 2, 1];
    const r = r1 + r2;
    const burst = (2 * r1 * r2 * (l1 - l2) ** 2) / (r * r * (l1 * r2 + l2 * r1));
    const dispersion = 1 + burst - (burst / (r * t)) * (1 - Math.exp(-r * t));
    expect(variance(perWindow) / mean(perWindow) / dispersion).toBeCloseTo(1, 1);
  });

  test("with one rate everywhere it is a Poisson process", () => {
    const times = until(
      mmppArrivals(
        bursty.map((state) => ({ ...state, rate: 3 })),
        stream(),
      ),
      10_000,
    );
    const gaps = times.map((time, i) => time - (times[i - 1] ?? 0));
    expect(kolmogorovSmirnov(gaps, (x) => 1 - Math.exp(-3 * x)).pValue).toBeGreaterThan(0.001);
  });

  test("impossible environments are refused", () => {
    expect(() => mmppArrivals([{ rate: 0, transitions: [0] }], stream())).toThrow(/mmpp state 0: found no way to a state with arrivals/);
    expect(() => mmppArrivals([{ rate: 1, transitions: [] }], stream())).toThrow(/found 0 transition rates, expected 1/);
    expect(() => mmppArrivals([{ rate: -1, transitions: [0] }], stream())).toThrow(/mmpp state 0: found rate -1/);
    expect(() => mmppArrivals(bursty, stream(), 2)).toThrow(/found start state 2, expected 0 to 1/);
  });
});

describe("on/off", () => {
  test("arrives only while on, at the long-run rate share x gap rate", () => {
    const random = stream();
    const times = until(onOffArrivals({ on: () => 1, off: () => 3, gap: () => random.exponential(0.1) }), 40_000);
    expect(times.every((time) => time % 4 <= 1 + 1e-9)).toBe(true);
    expect(Math.abs(times.length - 100_000)).toBeLessThan(4 * Math.sqrt(100_000));
  });

  test("gaps longer than every on period are an error, not a loop", () => {
    const process = onOffArrivals({ on: () => 1, off: () => 1, gap: () => 2 });
    expect(() => process.next()).toThrow(/a million periods without an arrival/);
  });
});

describe("batches and traces", () => {
  test("a batch shares one instant", () => {
    const sizes = [2, 1, 3];
    let batch = 0;
    const process = batchArrivals(traceArrivals([1, 5, 7]), () => sizes[batch++ % 3]);
    expect(until(process, 100)).toEqual([1, 1, 5, 7, 7, 7]);
    expect(process.next()).toBe(Infinity);
  });

  test("a trace ends, and must ascend", () => {
    const process = traceArrivals([0, 2, 2]);
    expect([process.next(), process.next(), process.next(), process.next()]).toEqual([0, 2, 2, Infinity]);
    expect(() => traceArrivals([1, 3, 2])).toThrow(/times\[2\]: found 2 after 3, expected ascending times; sort the trace/);
  });
});

test("impossible rates are refused", () => {
  expect(() => poissonArrivals(0, stream())).toThrow(/poisson arrivals: rate: found 0, expected a finite number above 0/);
});

test.each(Object.entries(ARRIVALS))("%s: a saved simulation goes on where the source was", (_, source) => {
  const build = () => {
    const simulation = new Simulation({ seed: 4 });
    const arrivals = source(simulation.stream("arrivals"));
    const sizes = traceSampler([3, 1, 4, 1, 5]);
    const seen = { size: new Histogram(), time: new Tally(), number: new TimeWeighted() };
    for (const [name, part] of Object.entries({ arrivals, sizes, ...seen })) simulation.keep(name, part);
    const arrive = simulation.on("arrive", () => {
      seen.size.add(sizes());
      seen.time.add(simulation.now);
      seen.number.set(seen.time.n % 7, simulation.now);
      const next = arrivals.next();
      if (next < Infinity) simulation.at(nanoseconds(next), arrive);
    });
    simulation.at(0, arrive);
    const outcome = () => [simulation.fingerprint(), seen.size.toJSON(), seen.time.mean, seen.time.variance, seen.number.mean(HORIZON)];
    return { simulation, outcome };
  };
  const first = build();
  first.simulation.run(nanoseconds(2));
  const saved = structuredClone(first.simulation.save());
  first.simulation.run(nanoseconds(5));
  expect(first.simulation.eventCount).toBeGreaterThan(100);
  const expected = first.outcome();
  for (const other of [first, build()]) {
    other.simulation.restore(saved);
    other.simulation.run(nanoseconds(5));
    expect(other.outcome()).toEqual(expected);
  }
});
