import type { Nanoseconds } from "../../kernel/time.ts";
import { type DistributionSpec, meanOf } from "../distributions.ts";
import type { RandomStream } from "../stream.ts";
import { type ArrivalKind, ArrivalProcess } from "./arrival-process.ts";
import { Draws } from "./draws.ts";

/**
 * Periods with arrivals alternate with silent ones, beginning with one that is on. In a period that is on arrivals are `gap` apart, the
 * first one `gap` after its beginning; a gap that its end cuts off is forgotten. All three in seconds.
 */
export interface OnOffSpec {
  readonly kind: "onOff";
  readonly on: DistributionSpec;
  readonly off: DistributionSpec;
  readonly gap: DistributionSpec;
}

const MOST_EMPTY = 1_000_000;

class OnOffArrivals extends ArrivalProcess {
  private readonly on: Draws;
  private readonly off: Draws;
  private readonly gap: Draws;
  private time: Nanoseconds = 0;
  private periodEnd: Nanoseconds;

  constructor({ on, off, gap }: OnOffSpec, stream: RandomStream) {
    super();
    this.on = new Draws("on/off arrivals: on", on, stream);
    this.off = new Draws("on/off arrivals: off", off, stream);
    this.gap = new Draws("on/off arrivals: gap", gap, stream);
    this.periodEnd = this.on.duration();
  }

  next(): Nanoseconds {
    for (let empty = 0; empty <= MOST_EMPTY; empty++) {
      const candidate = this.time + this.gap.duration();
      if (candidate < this.periodEnd) return (this.time = candidate);
      this.time = this.periodEnd + this.off.duration();
      this.periodEnd = this.time + this.on.duration();
    }
    throw new RangeError("on/off arrivals: found a million periods without an arrival, expected gaps shorter than the on periods");
  }
}

export const onOff: ArrivalKind<OnOffSpec> = {
  create: (spec, { stream }) => new OnOffArrivals(spec, stream),
  /** Exact for exponential gaps, which do not feel that one is cut off; for others good where periods are long against gaps. */
  meanRate: ({ on, off, gap }) => meanOf(on) / (meanOf(on) + meanOf(off)) / meanOf(gap),
  cycle: ({ on, off }) => ({ length: meanOf(on) + meanOf(off), isCommon: false }),
  example: {
    kind: "onOff",
    on: { kind: "exponential", mean: 2 },
    off: { kind: "trace", values: [1, 3] },
    gap: { kind: "exponential", mean: 0.1 },
  },
};
