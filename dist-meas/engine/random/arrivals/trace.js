import { nanoseconds } from "../../kernel/time.js";
import { ArrivalProcess, requirePositive } from "./arrival-process.js";
/** Mean time between rows [s]; one mean gap also separates the last row from the first when the trace wraps. */
export function meanGap(trace) {
    const rows = trace.times.length;
    return (trace.times[rows - 1] ?? 0) / Math.max(1, rows - 1);
}
class TraceArrivals extends ArrivalProcess {
    row = -1;
    trace;
    share;
    speed;
    once;
    stream;
    /** Time from one pass over the trace to the next, and the recorded instant at which this replay begins [s]. */
    span;
    origin;
    nextRow;
    passes = 0;
    last = 0;
    constructor({ trace, share, speed, once = false }, stream, start) {
        super();
        const rows = trace.times.length;
        if (rows === 0)
            throw new RangeError(`trace arrivals: found no rows in "${trace.name}", expected at least one`);
        if (!(share > 0 && share <= 1))
            throw new RangeError(`trace arrivals: share: found ${share}, expected a number above 0 and at most 1`);
        requirePositive("trace", "speed", speed);
        this.trace = trace;
        this.share = share;
        this.speed = speed;
        this.once = once;
        this.stream = stream;
        this.span = trace.times[rows - 1] + meanGap(trace);
        this.nextRow = once ? 0 : Math.floor(start * rows);
        this.origin = once ? 0 : trace.times[this.nextRow];
    }
    next() {
        const { times } = this.trace;
        do {
            if (this.once && this.passes > 0) {
                this.row = -1;
                return Infinity;
            }
            this.row = this.nextRow;
            this.nextRow++;
            if (this.nextRow === times.length) {
                this.nextRow = 0;
                this.passes++;
            }
        } while (this.stream.next() >= this.share);
        const passes = this.row + 1 === times.length ? this.passes - 1 : this.passes;
        const time = nanoseconds((times[this.row] + passes * this.span - this.origin) / this.speed);
        if (!(time >= this.last))
            this.refuseRow();
        this.last = time;
        return time;
    }
    /** Looked at on the way, because a trace may be long and have many readers. */
    refuseRow() {
        const { row, trace } = this;
        throw new RangeError(`trace arrivals: row ${row} of "${trace.name}": found time ${trace.times[row]} s after ${trace.times[row - 1] ?? 0} s, ` +
            "expected ascending times; sort the trace");
    }
}
export const trace = {
    create: (spec, { stream, traceStart }) => new TraceArrivals(spec, stream, traceStart),
    meanRate: (spec) => (spec.share * spec.speed) / meanGap(spec.trace),
    example: {
        kind: "trace",
        trace: { name: "trace", times: Float64Array.from([0, 1, 1, 4, 10]), columns: { Tokens: Float64Array.from([10, 20, 30, 40, 50]) } },
        share: 1,
        speed: 2,
    },
};
