import type { Nanoseconds } from "../../kernel/time.ts";
import { type DistributionSpec, meanOf, varianceOf } from "../distributions.ts";
import type { RandomStream } from "../stream.ts";
import { type ArrivalKind, ArrivalProcess } from "./arrival-process.ts";
import { Draws } from "./draws.ts";

/** Independent gaps of one distribution [s]. */
export interface RenewalSpec {
  readonly kind: "renewal";
  readonly gap: DistributionSpec;
}

class RenewalArrivals extends ArrivalProcess {
  private readonly gaps: Draws;
  private time: Nanoseconds = 0;

  constructor({ gap }: RenewalSpec, stream: RandomStream) {
    super();
    this.gaps = new Draws("renewal arrivals: gap", gap, stream);
  }

  next(): Nanoseconds {
    this.time += this.gaps.duration();
    return this.time;
  }
}

export const renewal: ArrivalKind<RenewalSpec> = {
  create: (spec, { stream }) => new RenewalArrivals(spec, stream),
  meanRate: ({ gap }) => 1 / meanOf(gap),
  /** Squared coefficient of variation of the gaps, if they are independent: those of a trace are not. Source: Cox, Renewal Theory, 1962. */
  dispersion: ({ gap }) => (gap.kind === "trace" ? undefined : varianceOf(gap) / (meanOf(gap) * meanOf(gap))),
  example: { kind: "renewal", gap: { kind: "gamma", mean: 0.3, cv: 2 } },
};
