import { type Nanoseconds, nanoseconds } from "../../kernel/time.ts";
import type { RandomStream } from "../stream.ts";
import { type ArrivalKind, ArrivalProcess, requirePositive } from "./arrival-process.ts";

/** Independent arrivals at `rate` [1/s]. */
export interface PoissonSpec {
  readonly kind: "poisson";
  readonly rate: number;
}

class PoissonArrivals extends ArrivalProcess {
  /** [s] */
  private readonly meanGap: number;
  private readonly stream: RandomStream;
  private time: Nanoseconds = 0;

  constructor({ rate }: PoissonSpec, stream: RandomStream) {
    super();
    requirePositive("poisson", "rate", rate);
    this.meanGap = 1 / rate;
    this.stream = stream;
  }

  next(): Nanoseconds {
    this.time += nanoseconds(this.stream.exponential(this.meanGap));
    return this.time;
  }
}

export const poisson: ArrivalKind<PoissonSpec> = {
  create: (spec, { stream }) => new PoissonArrivals(spec, stream),
  meanRate: ({ rate }) => rate,
  dispersion: () => 1,
  example: { kind: "poisson", rate: 5 },
};
