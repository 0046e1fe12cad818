/** Page replacement under independent references of Zipf popularity: LRU exactly, by Che's approximation, and the clock in closed form. */
import { portable, sampler, Simulation } from "../../../engine/index.ts";

/** Probabilities of `pages` pages, proportional to rank^-exponent. */
export function zipfPopularity(pages: number, exponent: number): Float64Array {
  const weights = Float64Array.from({ length: pages }, (_, k) => portable.pow(k + 1, -exponent));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

/**
 * Miss ratio of a memory of `capacity` pages in which a page of popularity p is with probability `resident(p T)`; the characteristic time T follows
 * from the sum over all pages.
 */
export function missRatio(probabilities: Float64Array, capacity: number, resident: (x: number) => number): number {
  let low = 0;
  let high = 1e9;
  for (let step = 0; step < 100; step++) {
    const time = (low + high) / 2;
    if (probabilities.reduce((sum, p) => sum + resident(p * time), 0) < capacity) low = time;
    else high = time;
  }
  return probabilities.reduce((sum, p) => sum + p * (1 - resident(p * low)), 0);
}

/** Che, Tung, Wang, IEEE JSAC 20(7), 2002. */
export const residentByLru = (x: number): number => -portable.expm1(-x);

/**
 * The clock by the same argument: the hand comes every T. A page that was read in has its bit set and survives once for certain, then each round in
 * which it was referred to: it stays T (1 + e^x) on average and is away 1 / p, with x = p T.
 */
export function residentByClock(x: number): number {
  const stay = x * (1 + portable.exp(Math.min(x, 500)));
  return stay / (stay + 1);
}

/** LRU as it is, the second half of `references` counted: an insertion-ordered map has the least recently used first. */
export function exactLruMissRatio(pages: number, exponent: number, capacity: number, references: number): number {
  const draw = sampler({ kind: "zipf", exponent, n: pages }, new Simulation({ seed: 2 }).stream("references"));
  const cache = new Map<number, true>();
  let misses = 0;
  for (let k = 0; k < references; k++) {
    const page = draw();
    if (!cache.delete(page)) {
      if (k >= references / 2) misses++;
      if (cache.size >= capacity) cache.delete(cache.keys().next().value as number);
    }
    cache.set(page, true);
  }
  return misses / (references / 2);
}
