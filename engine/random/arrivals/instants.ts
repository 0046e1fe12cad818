import { type Nanoseconds, nanoseconds } from "../../kernel/time.ts";
import { type ArrivalKind, ArrivalProcess } from "./arrival-process.ts";

/** One arrival at each of these times [s], ascending, and none after the last. Nothing is drawn. */
export interface InstantsSpec {
  readonly kind: "instants";
  readonly times: readonly number[];
}

class InstantArrivals extends ArrivalProcess {
  private readonly times: readonly number[];
  private count = 0;

  constructor({ times }: InstantsSpec) {
    super();
    times.forEach((time, index) => {
      const before = times[index - 1] ?? 0;
      if (!(time >= before && time < Infinity))
        throw new RangeError(
          `instants arrivals: times[${index}]: found ${time} s after ${before} s, expected ascending times of at least 0`,
        );
    });
    this.times = times;
  }

  next(): Nanoseconds {
    return this.count < this.times.length ? nanoseconds(this.times[this.count++]) : Infinity;
  }
}

export const instants: ArrivalKind<InstantsSpec> = {
  create: (spec) => new InstantArrivals(spec),
  meanRate: () => 0,
  within: ({ times }, duration) => times.filter((time) => time <= duration).length,
  example: { kind: "instants", times: [1, 2.5, 2.5, 90] },
};
