import { nanoseconds, seconds } from "../../kernel/time.js";
import { ArrivalProcess } from "./arrival-process.js";
/** Candidates at the highest rate, each kept with probability rate / highest (thinning; Lewis and Shedler 1979). */
class VaryingArrivals extends ArrivalProcess {
    points;
    stream;
    highest;
    length;
    time = 0;
    constructor({ points }, stream) {
        super();
        checkPoints(points);
        this.points = points;
        this.stream = stream;
        this.highest = Math.max(...points.map(({ rate }) => rate));
        this.length = nanoseconds(points[points.length - 1].time);
    }
    next() {
        do
            this.time += nanoseconds(this.stream.exponential(1 / this.highest));
        while (this.stream.next() * this.highest >= rateAt(this.points, seconds(this.time % this.length)));
        return this.time;
    }
}
function rateAt(points, time) {
    let next = 1;
    while (next < points.length - 1 && points[next].time <= time)
        next++;
    const [from, to] = [points[next - 1], points[next]];
    return from.rate + ((to.rate - from.rate) * (time - from.time)) / (to.time - from.time);
}
function checkPoints(points) {
    if (points[0]?.time !== 0)
        throw new RangeError(`varying arrivals: found the first point at ${points[0]?.time} s, expected time 0`);
    points.forEach(({ time, rate }, index) => {
        const before = points[index - 1]?.time ?? 0;
        if (!(time >= before && time < Infinity && rate >= 0 && rate < Infinity)) {
            throw new RangeError(`varying arrivals: points[${index}]: found rate ${rate} at ${time} s after ${before} s, expected a finite rate of at least 0 and ascending times`);
        }
    });
    if (!(nanoseconds(points[points.length - 1].time) > 0 && meanRateOf(points) > 0)) {
        throw new RangeError("varying arrivals: found a pattern without length or arrivals, expected a last time and some rate above 0");
    }
}
/** The area under the pattern by its length [1/s]. */
function meanRateOf(points) {
    let area = 0;
    for (let next = 1; next < points.length; next++) {
        area += ((points[next - 1].rate + points[next].rate) / 2) * (points[next].time - points[next - 1].time);
    }
    return area / points[points.length - 1].time;
}
export const varying = {
    create: (spec, { stream }) => new VaryingArrivals(spec, stream),
    meanRate: ({ points }) => meanRateOf(points),
    /** Over whole patterns. */
    dispersion: () => 1,
    example: {
        kind: "varying",
        points: [
            { time: 0, rate: 1 },
            { time: 4, rate: 9 },
            { time: 4, rate: 0 },
            { time: 10, rate: 4 },
        ],
    },
};
