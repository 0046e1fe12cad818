import { SavedFields } from "../../kernel/saved-fields.ts";
import { type Nanoseconds } from "../../kernel/time.ts";
import { type DistributionSpec } from "../distributions.ts";
import type { RandomStream } from "../stream.ts";
/** Draws from a distribution, one by one; where it stands in a list of values (distribution `trace`) is saved with it. */
export declare class Draws extends SavedFields {
    private readonly draw;
    private readonly what;
    /** `what` is drawn, for errors: "renewal arrivals: gap". @throws RangeError if the distribution's parameters are impossible */
    constructor(what: string, distribution: DistributionSpec, stream: RandomStream);
    /** A number of at least 0. */
    number(): number;
    /** A duration, drawn in seconds [ns]. */
    duration(): Nanoseconds;
    save(): unknown;
    restore(state: unknown): void;
}
