import type { Nanoseconds } from "../../kernel/time.ts";
import { type DistributionSpec, meanOf, varianceOf } from "../distributions.ts";
import type { RandomStream } from "../stream.ts";
import { type ArrivalKind, ArrivalProcess } from "./arrival-process.ts";
import { Draws } from "./draws.ts";
import type { ArrivalSpec } from "./registry.ts";

/** Every arrival of `arrivals` brings `size` customers at the same instant; sizes are rounded to whole numbers, at least 1. */
export interface BatchesSpec {
  readonly kind: "batches";
  readonly arrivals: ArrivalSpec;
  readonly size: DistributionSpec;
}

class BatchArrivals extends ArrivalProcess {
  override row = -1;
  private readonly arrivals: ArrivalProcess;
  private readonly sizes: Draws;
  private time: Nanoseconds = 0;
  private left = 0;

  constructor(arrivals: ArrivalProcess, size: DistributionSpec, stream: RandomStream) {
    super();
    this.arrivals = arrivals;
    this.sizes = new Draws("batches: size", size, stream);
  }

  next(): Nanoseconds {
    if (this.left === 0) {
      this.time = this.arrivals.next();
      this.row = this.arrivals.row;
      this.left = Math.max(1, Math.round(this.sizes.number()));
    }
    this.left--;
    return this.time;
  }
}

export const batches: ArrivalKind<BatchesSpec> = {
  create: ({ arrivals, size }, { create, stream }) => new BatchArrivals(create(arrivals), size, stream),
  /** Exact for sizes that are whole numbers. */
  meanRate: ({ arrivals, size }, meanRateOf) => meanRateOf(arrivals) * meanOf(size),
  within: ({ arrivals, size }, _, withinOf) => withinOf(arrivals) * meanOf(size),
  /** Variance of a sum of as many independent sizes as there are batches. Exact for sizes that are whole numbers. */
  dispersion({ arrivals, size }, dispersionOf) {
    const batches = dispersionOf(arrivals);
    return batches === undefined || size.kind === "trace" ? undefined : varianceOf(size) / meanOf(size) + batches * meanOf(size);
  },
  cycle: ({ arrivals }, cycleOf) => cycleOf(arrivals),
  example: { kind: "batches", arrivals: { kind: "poisson", rate: 2 }, size: { kind: "zipf", exponent: 1, n: 5 } },
};
