import seedrandom from "seedrandom";
import { describe, expect, test } from "vitest";
import { kolmogorovSmirnov } from "../statistics/kolmogorov-smirnov.ts";
import { createStream, Streams } from "./stream.ts";

const draw = (n: number, next: () => number) => Float64Array.from({ length: n }, next);
const portion = (n: number, hit: () => boolean) => {
  let hits = 0;
  for (let i = 0; i < n; i++) if (hit()) hits++;
  return hits / n;
};

describe("generator", () => {
  test("gives the numbers of seedrandom's alea, half a step up", () => {
    const reference = seedrandom.alea('["42","disk"]');
    const stream = createStream(42, "disk");
    for (let i = 0; i < 10_000; i++) expect(stream.next()).toBe(reference() + 1 / 2 ** 33);
  });

  test("never gives 0 or 1, even where alea gives its extremes", () => {
    const lowest = createStream(1, "a");
    lowest.restore([0, 0, 0, 0]); // alea's next number is 0
    expect(lowest.next()).toBe(2 ** -33);
    lowest.restore([0, 0, 0, 0]);
    expect(lowest.exponential(1)).toBeGreaterThan(0);
    const highest = createStream(1, "a", { antithetic: true });
    highest.restore([0, 0, 0, 0]);
    expect(highest.next()).toBe(1 - 2 ** -33);
  });

  test("goes on from a saved state that went through JSON", () => {
    const stream = createStream("seed", "a");
    for (let i = 0; i < 17; i++) stream.normal();
    const state = JSON.parse(JSON.stringify(stream.save()));
    const expected = draw(100, () => stream.exponential(1) + stream.normal() + stream.integer(10));
    stream.restore(state);
    expect(draw(100, () => stream.exponential(1) + stream.normal() + stream.integer(10))).toEqual(expected);
  });
});

describe("registry", () => {
  test("the same name gives the same stream, and a new one disturbs no other", () => {
    const alone = new Streams(7);
    const expected = draw(100, () => alone.get("arrivals").next());
    const streams = new Streams(7);
    expect(streams.get("arrivals")).toBe(streams.get("arrivals"));
    expect(
      draw(100, () => {
        streams.get("newcomer").next();
        return streams.get("arrivals").next();
      }),
    ).toEqual(expected);
  });

  test("seed and name can't be confused: 1 + 2/x is not 12 + /x", () => {
    expect(createStream("1", "2/x").next()).not.toBe(createStream("12", "/x").next());
  });

  test("a number and its text are the same seed", () => {
    expect(createStream(5, "x").next()).toBe(createStream("5", "x").next());
  });

  test("saves and restores all streams; one born later starts afresh", () => {
    const streams = new Streams(7, { antithetic: true });
    streams.get("a").next();
    const state = streams.save();
    const next = () => [streams.get("a").next(), streams.get("b").next()];
    const expected = next();
    streams.restore(state);
    expect(next()).toEqual(expected);
  });

  test.each([1.5, NaN, Infinity, 12345678901234567890])("refuses the seed %d", (seed) => {
    expect(() => new Streams(seed)).toThrow(/seed: found .*expected an integer.*quotes/);
  });
});

describe("distribution of the basic variates (Kolmogorov-Smirnov, 100,000 draws, level 0.001)", () => {
  const normalCdf = (x: number) => {
    // Marsaglia's series (J. Stat. Software 11(4), 2004), independent of the code under test.
    let sum = x;
    let term = x;
    for (let i = 3; Math.abs(term) > 1e-17 && i < 500; i += 2) sum += term *= (x * x) / i;
    return 0.5 + sum * Math.exp(-0.5 * x * x - 0.9189385332046727);
  };
  test.each([
    ["uniform", (s: ReturnType<typeof createStream>) => s.next(), (x: number) => x],
    ["exponential", (s: ReturnType<typeof createStream>) => s.exponential(3), (x: number) => 1 - Math.exp(-x / 3)],
    ["normal", (s: ReturnType<typeof createStream>) => s.normal(), normalCdf],
  ] as const)("%s, plain and antithetic", (_, variate, cdf) => {
    for (const antithetic of [false, true]) {
      const stream = createStream(11, "ks", { antithetic });
      expect(
        kolmogorovSmirnov(
          draw(100_000, () => variate(stream)),
          cdf,
        ).pValue,
      ).toBeGreaterThan(0.001);
    }
  });

  test("the tails beyond the ziggurat's last layer have the right weight", () => {
    const stream = createStream(3, "tail");
    const n = 2_000_000;
    const tail = Math.exp(-8); // exponential beyond 8: the ziggurat ends at 7.7
    expect(Math.abs(portion(n, () => stream.exponential(1) > 8) - tail)).toBeLessThan(4 * Math.sqrt(tail / n));
    const normal = 2 * 1.078e-4; // |Z| > 3.7, published tables; the ziggurat ends at 3.654
    expect(Math.abs(portion(n, () => Math.abs(stream.normal()) > 3.7) - normal)).toBeLessThan(4 * Math.sqrt(normal / n));
  });

  test("integer is uniform over a range that does not divide 2^32, and includes both ends", () => {
    const stream = createStream(1, "integer");
    const counts = new Float64Array(7);
    for (let i = 0; i < 70_000; i++) counts[stream.integer(7)]++;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(22.46); // 6 degrees, level 0.001
    // A plain remainder would put half of the values into the first third.
    const third = portion(20_000, () => stream.integer(3 * 2 ** 30) < 2 ** 30);
    expect(Math.abs(third - 1 / 3)).toBeLessThan(4 * Math.sqrt(2 / 9 / 20_000));
    expect(stream.integer(1)).toBe(0);
  });

  test.each([0, -1, NaN, 2 ** 33])("integer(%d) is refused with the stream's name", (n) => {
    expect(() => createStream(1, "dice").integer(n)).toThrow(/stream dice: integer\(.*1 to 2\^32/);
  });
});

describe("antithetic streams", () => {
  test("mirror every variate and stay in step", () => {
    const plain = createStream(9, "pair");
    const mirror = createStream(9, "pair", { antithetic: true });
    // How far the worst pair of each kind is off: exactly mirrored, and F(x) + F(x') = 1 for exponential ones.
    const off = { uniform: 0, exponential: 0, normal: 0, integer: 0 };
    const note = (kind: keyof typeof off, difference: number) => void (off[kind] = Math.max(off[kind], Math.abs(difference)));
    for (let i = 0; i < 20_000; i++) {
      note("uniform", plain.next() + mirror.next() - 1);
      note("exponential", Math.exp(-plain.exponential(1)) + Math.exp(-mirror.exponential(1)) - 1);
      note("normal", plain.normal() + mirror.normal());
      note("integer", plain.integer(100) + mirror.integer(100) - 99);
    }
    expect(off).toEqual({ uniform: 0, exponential: expect.any(Number), normal: 0, integer: 0 });
    expect(off.exponential).toBeLessThan(5e-13);
    expect(mirror.save()).toEqual(plain.save());
  });

  test("the mean of a pair of exponentials has variance 1 - π²/12 of two independent ones halved", () => {
    // Cov(-ln U, -ln(1 - U)) = 1 - π²/6, so Var((X + X')/2) = (1 + 1 - π²/6) / 2.
    const plain = createStream(9, "variance");
    const mirror = createStream(9, "variance", { antithetic: true });
    const n = 200_000;
    const means = draw(n, () => (plain.exponential(1) + mirror.exponential(1)) / 2);
    const mean = means.reduce((sum, x) => sum + x, 0) / n;
    const variance = means.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1);
    expect(variance).toBeCloseTo(1 - Math.PI ** 2 / 12, 2);
  });
});

describe("independence", () => {
  test("no pair of 40 streams with look-alike names correlates at lags -2..2", () => {
    const n = 10_000;
    const streams = Array.from({ length: 40 }, (_, i) => {
      const stream = createStream(1, `tenant ${i} / arrivals`);
      return draw(n, () => (stream.next() - 0.5) * Math.sqrt(12)); // mean 0, variance 1
    });
    let worst = 0;
    for (let a = 0; a < streams.length; a++) {
      for (let b = 0; b <= a; b++) {
        for (let lag = -2; lag <= 2; lag++) {
          if (a === b && lag === 0) continue;
          let sum = 0;
          for (let i = 2; i < n - 2; i++) sum += streams[a][i] * streams[b][i + lag];
          worst = Math.max(worst, Math.abs(sum) / Math.sqrt(n - 4));
        }
      }
    }
    expect(worst).toBeLessThan(5.2); // 4,000 standard normals: level 0.001 over all
  });

  test("first draws of consecutive seeds, tenants and purposes are uniform and do not follow one another", () => {
    const families: ((i: number) => number)[] = [
      (i) => createStream(i, "arrivals").next(),
      (i) => createStream(1, `tenant ${i} / service`).next(),
      (i) => createStream(1, `${i}`).exponential(1),
    ];
    const cdfs = [(x: number) => x, (x: number) => x, (x: number) => 1 - Math.exp(-x)];
    families.forEach((first, family) => {
      const n = 20_000;
      const u = Float64Array.from({ length: n }, (_, i) => cdfs[family](first(i)));
      expect(kolmogorovSmirnov(u, (x) => x).pValue).toBeGreaterThan(0.001);
      for (const lag of [1, 2, 10]) {
        let sum = 0;
        for (let i = 0; i + lag < n; i++) sum += 12 * (u[i] - 0.5) * (u[i + lag] - 0.5);
        expect(Math.abs(sum) / Math.sqrt(n - lag)).toBeLessThan(4.2);
      }
    });
  });

  test("triples of successive draws fill the cube evenly (chi-square over 1,000 cells, level 0.001)", () => {
    const stream = createStream(1, "cube");
    const counts = new Float64Array(1000);
    const triples = 300_000;
    const digit = () => Math.floor(stream.next() * 10);
    for (let i = 0; i < triples; i++) counts[digit() * 100 + digit() * 10 + digit()]++;
    const expected = triples / 1000;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chiSquare).toBeLessThan(999 + 3.09 * Math.sqrt(2 * 999) + 6); // normal approximation of the upper tail
  });
});
