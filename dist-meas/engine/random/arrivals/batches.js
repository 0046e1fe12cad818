import { meanOf, varianceOf } from "../distributions.js";
import { ArrivalProcess } from "./arrival-process.js";
import { Draws } from "./draws.js";
class BatchArrivals extends ArrivalProcess {
    row = -1;
    arrivals;
    sizes;
    time = 0;
    left = 0;
    constructor(arrivals, size, stream) {
        super();
        this.arrivals = arrivals;
        this.sizes = new Draws("batches: size", size, stream);
    }
    next() {
        if (this.left === 0) {
            this.time = this.arrivals.next();
            this.row = this.arrivals.row;
            this.left = Math.max(1, Math.round(this.sizes.number()));
        }
        this.left--;
        return this.time;
    }
}
export const batches = {
    create: ({ arrivals, size }, { create, stream }) => new BatchArrivals(create(arrivals), size, stream),
    /** Exact for sizes that are whole numbers. */
    meanRate: ({ arrivals, size }, meanRateOf) => meanRateOf(arrivals) * meanOf(size),
    /** Variance of a sum of as many independent sizes as there are batches. Exact for sizes that are whole numbers. */
    dispersion({ arrivals, size }, dispersionOf) {
        const batches = dispersionOf(arrivals);
        return batches === undefined || size.kind === "trace" ? undefined : varianceOf(size) / meanOf(size) + batches * meanOf(size);
    },
    example: { kind: "batches", arrivals: { kind: "poisson", rate: 2 }, size: { kind: "zipf", exponent: 1, n: 5 } },
};
