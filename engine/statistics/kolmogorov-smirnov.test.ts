import { expect, test } from "vitest";
import { createStream } from "../random/stream.ts";
import { kolmogorovSmirnov } from "./kolmogorov-smirnov.ts";

test("distance by hand: samples 0.1, 0.2, 0.9 against the uniform distribution", () => {
  expect(kolmogorovSmirnov([0.9, 0.1, 0.2], (x) => x).distance).toBeCloseTo(2 / 3 - 0.2, 12);
});

test("p-values of samples that follow the distribution are uniform", () => {
  const stream = createStream(1, "ks");
  const pValues = Array.from(
    { length: 500 },
    () =>
      kolmogorovSmirnov(
        Array.from({ length: 200 }, () => stream.next()),
        (x) => x,
      ).pValue,
  );
  expect(kolmogorovSmirnov(pValues, (x) => x).pValue).toBeGreaterThan(0.001);
});

test("the limiting distribution has its published percentiles: 1.358 at 5 %, 1.628 at 1 %", () => {
  // n samples at one quantile shifted by d make the distance d; solve the corrected argument for it.
  const n = 10_000;
  const samples = (shift: number) => Float64Array.from({ length: n }, (_, i) => (i + 0.5) / n + shift);
  for (const [argument, level] of [
    [1.358, 0.05],
    [1.628, 0.01],
  ]) {
    const distance = argument / (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n));
    const result = kolmogorovSmirnov(samples(distance - 0.5 / n), (x) => Math.min(1, x));
    expect(result.distance).toBeCloseTo(distance, 12);
    expect(result.pValue).toBeCloseTo(level, 3);
  }
});
