import { type Nanoseconds, nanoseconds } from "../../kernel/time.ts";
import { portable } from "../portable-math.ts";
import type { RandomStream } from "../stream.ts";
import { type ArrivalKind, ArrivalProcess, requireNotNegative, requirePositive } from "./arrival-process.ts";

/**
 * Bursts of messages: they begin after exponential gaps of mean `every` s and have a geometric number of messages (mean `size`, at least
 * 1), `gap` s apart. A burst that would begin inside another waits for its end, so the rate is kept.
 */
export interface BurstsSpec {
  readonly kind: "bursts";
  readonly every: number;
  readonly size: number;
  readonly gap: number;
}

class BurstArrivals extends ArrivalProcess {
  private readonly every: number;
  private readonly gap: Nanoseconds;
  /** Logarithm of the probability that a burst goes on. */
  private readonly logStay: number;
  private readonly stream: RandomStream;
  private left = 0;
  private start: Nanoseconds = 0;
  private time: Nanoseconds;

  constructor({ every, size, gap }: BurstsSpec, stream: RandomStream) {
    super();
    requirePositive("bursts", "every", every);
    requireNotNegative("bursts", "gap", gap);
    if (!(size >= 1 && size < Infinity))
      throw new RangeError(`bursts arrivals: size: found ${size}, expected a finite number of at least 1`);
    this.every = every;
    this.gap = nanoseconds(gap);
    this.logStay = size > 1 ? portable.ln(1 - 1 / size) : -Infinity;
    this.stream = stream;
    this.time = -this.gap;
  }

  next(): Nanoseconds {
    if (this.left === 0) {
      this.start += nanoseconds(this.stream.exponential(this.every));
      this.left = 1 + Math.floor(portable.ln(this.stream.next()) / this.logStay);
      this.time = Math.max(this.start, this.time + this.gap);
    } else this.time += this.gap;
    this.left--;
    return this.time;
  }
}

export const bursts: ArrivalKind<BurstsSpec> = {
  create: (spec, { stream }) => new BurstArrivals(spec, stream),
  meanRate: ({ size, every }) => size / every,
  cycle: ({ every }) => ({ length: every, isCommon: false }),
  /** Of a compound Poisson process: E S^2 / E S, of a geometric size. */
  dispersion: ({ size }) => 2 * size - 1,
  example: { kind: "bursts", every: 4, size: 10, gap: 0.01 },
};
