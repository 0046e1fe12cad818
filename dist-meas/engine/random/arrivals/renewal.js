import { meanOf, varianceOf } from "../distributions.js";
import { ArrivalProcess } from "./arrival-process.js";
import { Draws } from "./draws.js";
class RenewalArrivals extends ArrivalProcess {
    gaps;
    time = 0;
    constructor({ gap }, stream) {
        super();
        this.gaps = new Draws("renewal arrivals: gap", gap, stream);
    }
    next() {
        this.time += this.gaps.duration();
        return this.time;
    }
}
export const renewal = {
    create: (spec, { stream }) => new RenewalArrivals(spec, stream),
    meanRate: ({ gap }) => 1 / meanOf(gap),
    /** Squared coefficient of variation of the gaps, if they are independent: those of a trace are not. Source: Cox, Renewal Theory, 1962. */
    dispersion: ({ gap }) => (gap.kind === "trace" ? undefined : varianceOf(gap) / (meanOf(gap) * meanOf(gap))),
    example: { kind: "renewal", gap: { kind: "gamma", mean: 0.3, cv: 2 } },
};
