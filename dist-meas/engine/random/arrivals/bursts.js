import { nanoseconds } from "../../kernel/time.js";
import { portable } from "../portable-math.js";
import { ArrivalProcess, requireNotNegative, requirePositive } from "./arrival-process.js";
class BurstArrivals extends ArrivalProcess {
    every;
    gap;
    /** Logarithm of the probability that a burst goes on. */
    logStay;
    stream;
    left = 0;
    start = 0;
    time;
    constructor({ every, size, gap }, stream) {
        super();
        requirePositive("bursts", "every", every);
        requireNotNegative("bursts", "gap", gap);
        if (!(size >= 1 && size < Infinity))
            throw new RangeError(`bursts arrivals: size: found ${size}, expected a finite number of at least 1`);
        this.every = every;
        this.gap = nanoseconds(gap);
        this.logStay = size > 1 ? portable.ln(1 - 1 / size) : -Infinity;
        this.stream = stream;
        this.time = -this.gap;
    }
    next() {
        if (this.left === 0) {
            this.start += nanoseconds(this.stream.exponential(this.every));
            this.left = 1 + Math.floor(portable.ln(this.stream.next()) / this.logStay);
            this.time = Math.max(this.start, this.time + this.gap);
        }
        else
            this.time += this.gap;
        this.left--;
        return this.time;
    }
}
export const bursts = {
    create: (spec, { stream }) => new BurstArrivals(spec, stream),
    meanRate: ({ size, every }) => size / every,
    /** Of a compound Poisson process: E S^2 / E S, of a geometric size. */
    dispersion: ({ size }) => 2 * size - 1,
    example: { kind: "bursts", every: 4, size: 10, gap: 0.01 },
};
