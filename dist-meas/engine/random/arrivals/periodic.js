import { nanoseconds } from "../../kernel/time.js";
import { ArrivalProcess, requireNotNegative, requirePositive } from "./arrival-process.js";
class PeriodicArrivals extends ArrivalProcess {
    every;
    jitter;
    stream;
    /** [s] */
    phase;
    count = 0;
    last = 0;
    constructor({ every, jitter }, stream) {
        super();
        requirePositive("periodic", "every", every);
        requireNotNegative("periodic", "jitter", jitter);
        this.every = every;
        this.jitter = jitter;
        this.stream = stream;
        this.phase = stream.next() * every;
    }
    next() {
        const planned = this.phase + this.count * this.every + this.jitter * (2 * this.stream.next() - 1);
        this.count++;
        this.last = Math.max(this.last, nanoseconds(Math.max(0, planned)));
        return this.last;
    }
}
export const periodic = {
    create: (spec, { stream }) => new PeriodicArrivals(spec, stream),
    meanRate: ({ every }) => 1 / every,
    dispersion: () => 0,
    example: { kind: "periodic", every: 0.2, jitter: 0.05 },
};
