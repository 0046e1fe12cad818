import { describe, expect, test } from "vitest";
import { Simulation } from "../../kernel/simulation.ts";
import { HORIZON, nanoseconds } from "../../kernel/time.ts";
import { Histogram } from "../../statistics/histogram.ts";
import { kolmogorovSmirnov } from "../../statistics/kolmogorov-smirnov.ts";
import { Tally } from "../../statistics/tally.ts";
import { TimeWeighted } from "../../statistics/time-weighted.ts";
import { traceSampler } from "../distributions.ts";
import { createStream } from "../stream.ts";
import { ARRIVAL_EXAMPLES, type ArrivalSpec, createArrivals, cycleOf, dispersion, meanRate, meanRateWithin } from "./registry.ts";
import { meanGap, type TraceSpec } from "./trace.ts";

const source = (spec: ArrivalSpec, name = "arrivals") => createArrivals(spec, createStream(21, name), 0.5);

/** The first instants [s]. */
const times = (spec: ArrivalSpec, count: number, name?: string) => {
  const arrivals = source(spec, name);
  return Array.from({ length: count }, () => arrivals.next() / 1e9);
};

/** All instants up to `end` [s]. */
function until(spec: ArrivalSpec, end: number): number[] {
  const arrivals = source(spec);
  const instants: number[] = [];
  for (let time = arrivals.next() / 1e9; time <= end; time = arrivals.next() / 1e9) instants.push(time);
  return instants;
}

const gapsOf = (instants: readonly number[]) => instants.map((time, i) => time - (instants[i - 1] ?? 0));

/** Counts in windows of 1 s. */
function counts(instants: readonly number[], windows: number): Float64Array {
  const result = new Float64Array(windows);
  for (const time of instants) if (time < windows) result[Math.floor(time)]++;
  return result;
}

const mean = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0) / values.length;
const variance = (values: Float64Array) => {
  const center = mean(values);
  return mean(values.map((x) => (x - center) ** 2));
};

const trace: TraceSpec = {
  name: "trace",
  times: Float64Array.from([0, 1, 1, 4, 10]),
  columns: { Tokens: Float64Array.from([10, 20, 30, 40, 50]) },
};

/** Two states with rates 0 and 10, mean stays of 2 and 0.5 s: share of time 0.8 and 0.2. */
const bursty = [
  { rate: 0, transitions: [0, 0.5] },
  { rate: 10, transitions: [2, 0] },
];

/** All kinds but those that come to an end by themselves. */
const ENDLESS = ARRIVAL_EXAMPLES.filter((spec) => meanRate(spec) > 0);

describe.each(ENDLESS)("$kind", (spec) => {
  test("instants are whole nanoseconds, never go back, and come at the rate that the spec says", () => {
    const arrivals = source(spec);
    const count = 20_000;
    let last = 0;
    for (let k = 0; k < count; k++) {
      const time = arrivals.next();
      if (!(Number.isSafeInteger(time) && time >= last)) expect.fail(`${time} ns after ${last} ns`);
      last = time;
    }
    expect(count / (last / 1e9) / meanRate(spec)).toBeGreaterThan(0.95);
    expect(count / (last / 1e9) / meanRate(spec)).toBeLessThan(1.05);
  });

  test("the number of arrivals varies as much as theory says, where it says anything", () => {
    const expected = dispersion(spec);
    if (expected === undefined) return;
    const windows = 1000;
    const windowOf = (time: number) => Math.floor(time / 100e9);
    const arrivals = source(spec);
    const perWindow = new Float64Array(windows);
    for (let window = windowOf(arrivals.next()); window < windows; window = windowOf(arrivals.next())) perWindow[window]++;
    // The estimate has a standard deviation of a share sqrt(2 / windows); what the ends of a window cut is far below 0.05.
    expect(Math.abs(variance(perWindow) / mean(perWindow) - expected)).toBeLessThan(4 * Math.sqrt(2 / windows) * expected + 0.05);
  });

  test("a saved simulation goes on where the source was", () => {
    const build = () => {
      const simulation = new Simulation({ seed: 4 });
      const arrivals = createArrivals(spec, simulation.stream("arrivals"), 0.5);
      const sizes = traceSampler([3, 1, 4, 1, 5]);
      const seen = { size: new Histogram(), time: new Tally(), number: new TimeWeighted() };
      for (const [name, part] of Object.entries({ arrivals, sizes, ...seen })) simulation.keep(name, part);
      const arrive = simulation.on("arrive", () => {
        seen.size.add(sizes());
        seen.time.add(simulation.now);
        seen.number.set(seen.time.n % 7, simulation.now);
        simulation.at(arrivals.next(), arrive);
      });
      simulation.at(0, arrive);
      const outcome = () => [
        simulation.fingerprint(),
        arrivals.row,
        seen.size.toJSON(),
        seen.time.mean,
        seen.time.variance,
        seen.number.mean(HORIZON),
      ];
      return { simulation, outcome };
    };
    const first = build();
    first.simulation.run(nanoseconds(40));
    const saved = structuredClone(first.simulation.save());
    first.simulation.run(nanoseconds(200));
    expect(first.simulation.eventCount).toBeGreaterThan(100);
    const expected = first.outcome();
    for (const other of [first, build()]) {
      other.simulation.restore(saved);
      other.simulation.run(nanoseconds(200));
      expect(other.outcome()).toEqual(expected);
    }
  });
});

test("poisson: exponential gaps; variance of counts equals their mean", () => {
  const instants = until({ kind: "poisson", rate: 4 }, 20_000);
  expect(kolmogorovSmirnov(gapsOf(instants), (x) => 1 - Math.exp(-4 * x)).pValue).toBeGreaterThan(0.001);
  const perWindow = counts(instants, 20_000);
  expect(Math.abs(mean(perWindow) - 4)).toBeLessThan(4 * Math.sqrt(4 / 20_000));
  expect(variance(perWindow) / mean(perWindow)).toBeCloseTo(1, 1);
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
  const meanSize = sizes.reduce((a, b) => a + b, 0) / sizes.length;
  const single = sizes.filter((each) => each === 1).length / sizes.length;
  expect(Math.abs(meanSize - 5)).toBeLessThan(4 * Math.sqrt(20 / sizes.length)); // variance of a geometric: (1 - p) / p^2 = 20
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

  test("once: the recorded times from the first row on, then no more", () => {
    const arrivals = source({ kind: "trace", trace, share: 1, speed: 1, once: true });
    const taken = Array.from({ length: 7 }, () => [arrivals.next() / 1e9, arrivals.row]);
    expect(taken).toEqual([...[0, 1, 1, 4, 10].map((time, row) => [time, row]), [Infinity, -1], [Infinity, -1]]);
  });

  test("times that do not ascend are refused where they are met, an empty trace at once", () => {
    const of = (...recorded: number[]): ArrivalSpec => ({
      kind: "trace",
      trace: { name: "odd", times: Float64Array.from(recorded), columns: {} },
      share: 1,
      speed: 1,
      once: true,
    });
    expect(() => times(of(1, 3, 2), 3)).toThrow('row 2 of "odd": found time 2 s after 3 s, expected ascending times; sort the trace');
    expect(() => source(of())).toThrow('found no rows in "odd"');
  });
});

describe("instants", () => {
  const spec: ArrivalSpec = { kind: "instants", times: [1, 2.5, 2.5, 90] };

  test("come once each, as given, and then no more", () => {
    expect(times(spec, 6)).toEqual([1, 2.5, 2.5, 90, Infinity, Infinity]);
    expect(times({ kind: "instants", times: [] }, 1)).toEqual([Infinity]);
  });

  test("a saved source goes on where it was", () => {
    const arrivals = source(spec);
    arrivals.next();
    const saved = structuredClone(arrivals.save());
    expect([arrivals.next(), arrivals.next(), arrivals.next()]).toEqual([2.5e9, 2.5e9, 90e9]);
    arrivals.restore(saved);
    expect(arrivals.next()).toBe(2.5e9);
  });

  test("that go back are refused", () => {
    expect(() => source({ kind: "instants", times: [1, 3, 2] })).toThrow("instants arrivals: times[2]: found 2 s after 3 s");
    expect(() => source({ kind: "instants", times: [-1] })).toThrow("instants arrivals: times[0]: found -1 s after 0 s");
  });
});

describe("those that come to an end", () => {
  const once: ArrivalSpec = { kind: "trace", trace, share: 0.5, speed: 2, once: true };
  const instants: ArrivalSpec = { kind: "instants", times: [1, 2.5, 2.5, 90] };

  test("have no rate in the long run, and as many a second as come in the first seconds", () => {
    for (const spec of [once, instants]) expect(meanRate(spec)).toBe(0);
    expect(meanRateWithin(instants, 2)).toBe(1 / 2);
    expect(meanRateWithin(instants, 100)).toBe(4 / 100);
    expect(meanRateWithin(once, 2)).toBe((0.5 * 4) / 2); // all but the last of the five rows
    const batches: ArrivalSpec = { kind: "batches", arrivals: instants, size: { kind: "constant", value: 3 } };
    expect(meanRate(batches)).toBe(0);
    expect(meanRateWithin(batches, 100)).toBeCloseTo(12 / 100, 12);
  });

  test("the others have the same rate all the time", () => {
    for (const spec of ENDLESS) expect(meanRateWithin(spec, 7)).toBeCloseTo(meanRate(spec), 12);
  });
});

test("renewal: fixed gaps give a metronome; a negative gap is refused", () => {
  expect(until({ kind: "renewal", gap: { kind: "constant", value: 0.5 } }, 2)).toEqual([0.5, 1, 1.5, 2]);
  const negative = source({ kind: "renewal", gap: { kind: "constant", value: -1 } });
  expect(() => negative.next()).toThrow("renewal arrivals: gap: found -1, expected 0 or more");
});

describe("varying", () => {
  test("times are distributed by the integral of the rate", () => {
    // Rate t on 0..200: arrival times, given their number, have distribution function (t / 200)².
    const points = [0, 200].map((time) => ({ time, rate: time }));
    const instants = until({ kind: "varying", points }, 200);
    expect(kolmogorovSmirnov(instants, (t) => (t / 200) ** 2).pValue).toBeGreaterThan(0.001);
    expect(Math.abs(instants.length - 20_000)).toBeLessThan(4 * Math.sqrt(20_000));
  });

  test("the pattern comes again after its last point; where the rate is 0 nobody comes", () => {
    const rates = [50, 50, 0, 0];
    const points = [0, 1, 1, 4].map((time, index) => ({ time, rate: rates[index] }));
    const instants = until({ kind: "varying", points }, 4000);
    expect(instants.every((time) => time % 4 < 1)).toBe(true);
    expect(Math.abs(instants.length - 50_000)).toBeLessThan(4 * Math.sqrt(50_000));
  });

  test("patterns without sense are refused", () => {
    const of = (...points: [number, number][]) => source({ kind: "varying", points: points.map(([time, rate]) => ({ time, rate })) });
    expect(() => of()).toThrow("found the first point at undefined s, expected time 0");
    expect(() => of([0, 1], [2, 1], [1, 1])).toThrow("points[2]: found rate 1 at 1 s after 2 s");
    expect(() => of([0, 1], [1, -1])).toThrow("points[1]: found rate -1 at 1 s");
    expect(() => of([0, 0], [1, 0])).toThrow("found a pattern without length or arrivals");
  });
});

describe("mmpp", () => {
  test("has the stationary rate and the index of dispersion of the textbook", () => {
    const length = 60_000;
    const perWindow = counts(until({ kind: "mmpp", states: bursty }, length), length);
    expect(meanRate({ kind: "mmpp", states: bursty })).toBeCloseTo(0.2 * 10, 12);
    expect(mean(perWindow)).toBeCloseTo(0.2 * 10, 1);
    // Fischer and Meier-Hellstern 1993: Var N(t) / E N(t) for two states.
    const [l1, l2, r1, r2, t] = [0, 10, 0.5, 2, 1];
    const r = r1 + r2;
    const burst = (2 * r1 * r2 * (l1 - l2) ** 2) / (r * r * (l1 * r2 + l2 * r1));
    const dispersion = 1 + burst - (burst / (r * t)) * (1 - Math.exp(-r * t));
    expect(variance(perWindow) / mean(perWindow) / dispersion).toBeCloseTo(1, 1);
  });

  test("with one rate everywhere it is a Poisson process", () => {
    const instants = until({ kind: "mmpp", states: bursty.map((state) => ({ ...state, rate: 3 })) }, 10_000);
    expect(kolmogorovSmirnov(gapsOf(instants), (x) => 1 - Math.exp(-3 * x)).pValue).toBeGreaterThan(0.001);
  });

  test("the rate in the long run: a ring, whose states are visited alike, and states that are left for good", () => {
    // Stays of 1, 1/2 and 1/4 s, one after the other: shares 4/7, 2/7, 1/7.
    const ring = [
      { rate: 7, transitions: [0, 1, 0] },
      { rate: 14, transitions: [0, 0, 2] },
      { rate: 70, transitions: [4, 0, 0] },
    ];
    expect(meanRate({ kind: "mmpp", states: ring })).toBeCloseTo(4 + 4 + 10, 12);
    const settles = [
      { rate: 9, transitions: [0, 1, 0] },
      { rate: 0, transitions: [3, 0, 1] },
      { rate: 5, transitions: [0, 0, 0] },
    ];
    expect(meanRate({ kind: "mmpp", states: settles })).toBe(5);
  });

  test("impossible environments are refused", () => {
    const of = (states: { rate: number; transitions: number[] }[], start = 0) => source({ kind: "mmpp", states, start });
    expect(() => of([{ rate: 0, transitions: [0] }])).toThrow("mmpp arrivals: found no arrivals in the states that are visited for ever");
    expect(() => of([{ rate: 1, transitions: [] }])).toThrow(/found 0 transition rates, expected 1/);
    expect(() => of([{ rate: -1, transitions: [0] }])).toThrow(/mmpp arrivals: state 0: found rate -1/);
    expect(() => of(bursty, 2)).toThrow(/found start state 2, expected 0 to 1/);
    const apart = bursty.map(({ rate }) => ({ rate, transitions: [0, 0] }));
    expect(() => of(apart)).toThrow("found no state that all others lead to");
  });
});

describe("on/off", () => {
  const constant = (value: number) => ({ kind: "constant", value }) as const;

  test("arrives only while on, at the long-run rate share x gap rate", () => {
    const spec: ArrivalSpec = { kind: "onOff", on: constant(1), off: constant(3), gap: { kind: "exponential", mean: 0.1 } };
    const instants = until(spec, 40_000);
    expect(instants.every((time) => time % 4 <= 1 + 1e-9)).toBe(true);
    expect(Math.abs(instants.length - 100_000)).toBeLessThan(4 * Math.sqrt(100_000));
    expect(meanRate(spec)).toBeCloseTo(2.5, 12);
  });

  test("gaps longer than every on period are an error, not a loop", () => {
    const process = source({ kind: "onOff", on: constant(1), off: constant(1), gap: constant(2) });
    expect(() => process.next()).toThrow(/a million periods without an arrival/);
  });
});

test("batches: a batch shares one instant, and the row of the trace behind it", () => {
  const process = source({
    kind: "batches",
    arrivals: { kind: "trace", trace: { name: "three", times: Float64Array.from([1, 5, 7]), columns: {} }, share: 1, speed: 1, once: true },
    size: { kind: "trace", values: [2, 1, 3] },
  });
  const taken = Array.from({ length: 7 }, () => [process.next() / 1e9, process.row]);
  expect(taken).toEqual([
    [1, 0],
    [1, 0],
    [5, 1],
    [7, 2],
    [7, 2],
    [7, 2],
    [Infinity, -1],
  ]);
});

test("impossible parameters are refused", () => {
  expect(() => source({ kind: "poisson", rate: 0 })).toThrow("poisson arrivals: rate: found 0, expected a finite number above 0");
  expect(() => source({ kind: "periodic", every: 1, jitter: -1 })).toThrow("periodic arrivals: jitter: found -1");
  expect(() => source({ kind: "bursts", every: 1, size: 0.5, gap: 0 })).toThrow("bursts arrivals: size: found 0.5");
  expect(() => source({ kind: "trace", trace, share: 0, speed: 1 })).toThrow("trace arrivals: share: found 0");
  expect(() => source({ kind: "surprise" } as never)).toThrow("surprise: unknown kind of arrivals; expected one of poisson, periodic");
});

test.each(ENDLESS.map((spec) => [spec.kind, spec] as const))(
  "%s: over many cycles the arrivals of a cycle do not depend on those of the one before",
  (_, spec) => {
    const cycle = cycleOf(spec);
    if (cycle === undefined) return expect(["poisson", "renewal", "batches", "instants"]).toContain(spec.kind);
    const source = createArrivals(spec, createStream(1, "cycle"));
    const counts: number[] = [];
    for (let time = source.next() / 1e9; counts.length < 4000; time = source.next() / 1e9) {
      const index = Math.floor(time / cycle.length);
      while (counts.length <= index) counts.push(0);
      counts[index]++;
    }
    const whole = counts.slice(0, 4000);
    const mean = whole.reduce((sum, count) => sum + count, 0) / whole.length;
    expect(mean / cycle.length / meanRate(spec)).toBeGreaterThan(0.9);
    expect(mean / cycle.length / meanRate(spec)).toBeLessThan(1.1);
    // Neighbours that are three cycles apart: no correlation beyond four standard errors of none.
    const far = whole.slice(3).reduce((sum, count, k) => sum + (count - mean) * (whole[k] - mean), 0);
    const all = whole.reduce((sum, count) => sum + (count - mean) ** 2, 0);
    if (all > 0) expect(Math.abs(far / all)).toBeLessThan(4 / Math.sqrt(whole.length));
  },
);
