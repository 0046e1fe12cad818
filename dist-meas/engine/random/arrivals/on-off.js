import { meanOf } from "../distributions.js";
import { ArrivalProcess } from "./arrival-process.js";
import { Draws } from "./draws.js";
const MOST_EMPTY = 1_000_000;
class OnOffArrivals extends ArrivalProcess {
    on;
    off;
    gap;
    time = 0;
    periodEnd;
    constructor({ on, off, gap }, stream) {
        super();
        this.on = new Draws("on/off arrivals: on", on, stream);
        this.off = new Draws("on/off arrivals: off", off, stream);
        this.gap = new Draws("on/off arrivals: gap", gap, stream);
        this.periodEnd = this.on.duration();
    }
    next() {
        for (let empty = 0; empty <= MOST_EMPTY; empty++) {
            const candidate = this.time + this.gap.duration();
            if (candidate < this.periodEnd)
                return (this.time = candidate);
            this.time = this.periodEnd + this.off.duration();
            this.periodEnd = this.time + this.on.duration();
        }
        throw new RangeError("on/off arrivals: found a million periods without an arrival, expected gaps shorter than the on periods");
    }
}
export const onOff = {
    create: (spec, { stream }) => new OnOffArrivals(spec, stream),
    /** Exact for exponential gaps, which do not feel that one is cut off; for others good where periods are long against gaps. */
    meanRate: ({ on, off, gap }) => meanOf(on) / (meanOf(on) + meanOf(off)) / meanOf(gap),
    example: {
        kind: "onOff",
        on: { kind: "exponential", mean: 2 },
        off: { kind: "trace", values: [1, 3] },
        gap: { kind: "exponential", mean: 0.1 },
    },
};
