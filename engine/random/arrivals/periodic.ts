import { type Nanoseconds, nanoseconds } from "../../kernel/time.ts";
import type { RandomStream } from "../stream.ts";
import { type ArrivalKind, ArrivalProcess, requireNotNegative, requirePositive } from "./arrival-process.ts";

/**
 * One message every `every` s, from a phase that is uniform over a period. Each is moved by up to +-`jitter` s on its own: errors do not
 * add up. A jitter above half of the period would let messages overtake each other; those wait for the one before.
 */
export interface PeriodicSpec {
  readonly kind: "periodic";
  readonly every: number;
  readonly jitter: number;
}

class PeriodicArrivals extends ArrivalProcess {
  private readonly every: number;
  private readonly jitter: number;
  private readonly stream: RandomStream;
  /** [s] */
  private readonly phase: number;
  private count = 0;
  private last: Nanoseconds = 0;

  constructor({ every, jitter }: PeriodicSpec, stream: RandomStream) {
    super();
    requirePositive("periodic", "every", every);
    requireNotNegative("periodic", "jitter", jitter);
    this.every = every;
    this.jitter = jitter;
    this.stream = stream;
    this.phase = stream.next() * every;
  }

  next(): Nanoseconds {
    const planned = this.phase + this.count * this.every + this.jitter * (2 * this.stream.next() - 1);
    this.count++;
    this.last = Math.max(this.last, nanoseconds(Math.max(0, planned)));
    return this.last;
  }
}

export const periodic: ArrivalKind<PeriodicSpec> = {
  create: (spec, { stream }) => new PeriodicArrivals(spec, stream),
  meanRate: ({ every }) => 1 / every,
  dispersion: () => 0,
  cycle: ({ every }) => ({ length: every, isCommon: false }),
  example: { kind: "periodic", every: 0.2, jitter: 0.05 },
};
