import { nanoseconds } from "../../kernel/time.js";
import { ArrivalProcess, requirePositive } from "./arrival-process.js";
class PoissonArrivals extends ArrivalProcess {
    /** [s] */
    meanGap;
    stream;
    time = 0;
    constructor({ rate }, stream) {
        super();
        requirePositive("poisson", "rate", rate);
        this.meanGap = 1 / rate;
        this.stream = stream;
    }
    next() {
        this.time += nanoseconds(this.stream.exponential(this.meanGap));
        return this.time;
    }
}
export const poisson = {
    create: (spec, { stream }) => new PoissonArrivals(spec, stream),
    meanRate: ({ rate }) => rate,
    dispersion: () => 1,
    example: { kind: "poisson", rate: 5 },
};
