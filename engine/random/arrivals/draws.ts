import { SavedFields } from "../../kernel/saved-fields.ts";
import { isSaveable } from "../../kernel/saved-state.ts";
import { type Nanoseconds, nanoseconds } from "../../kernel/time.ts";
import { type DistributionSpec, sampler } from "../distributions.ts";
import type { RandomStream } from "../stream.ts";

/** Draws from a distribution, one by one; where it stands in a list of values (distribution `trace`) is saved with it. */
export class Draws extends SavedFields {
  private readonly draw: () => number;
  private readonly what: string;

  /** `what` is drawn, for errors: "renewal arrivals: gap". @throws RangeError if the distribution's parameters are impossible */
  constructor(what: string, distribution: DistributionSpec, stream: RandomStream) {
    super();
    this.what = what;
    this.draw = sampler(distribution, stream);
  }

  /** A number of at least 0. */
  number(): number {
    const value = this.draw();
    if (!(value >= 0)) {
      throw new RangeError(`${this.what}: found ${value}, expected 0 or more; choose a distribution that is never negative`);
    }
    return value;
  }

  /** A duration, drawn in seconds [ns]. */
  duration(): Nanoseconds {
    return nanoseconds(this.number());
  }

  override save(): unknown {
    return isSaveable(this.draw) ? this.draw.save() : undefined;
  }

  override restore(state: unknown): void {
    if (isSaveable(this.draw)) this.draw.restore(state);
  }
}
