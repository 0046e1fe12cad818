import { type Nanoseconds, nanoseconds } from "../../kernel/time.ts";
import type { RandomStream } from "../stream.ts";
import { type ArrivalKind, ArrivalProcess, requirePositive } from "./arrival-process.ts";

/** A recording, parsed: request `i` arrives `times[i]` seconds after the first and carries `columns[name][i]`. */
export interface TraceSpec {
  readonly name: string;
  /** Seconds from the first row, ascending. */
  readonly times: Float64Array;
  readonly columns: Readonly<Record<string, Float64Array>>;
}

/**
 * Takes every row of the trace with probability `share`, in 0..1, at its recorded time divided by `speed`. A replay begins at the row that
 * `traceStart` says, which is time 0, and goes on from the first row at the end, one mean gap later. With `once` it begins at the first
 * row, keeps the recorded times, and ends with the last row.
 */
export interface TraceReplaySpec {
  readonly kind: "trace";
  readonly trace: TraceSpec;
  readonly share: number;
  readonly speed: number;
  readonly once?: boolean;
}

/** Mean time between rows [s]; one mean gap also separates the last row from the first when the trace wraps. */
export function meanGap(trace: Pick<TraceSpec, "times">): number {
  const rows = trace.times.length;
  return (trace.times[rows - 1] ?? 0) / Math.max(1, rows - 1);
}

class TraceArrivals extends ArrivalProcess {
  override row = -1;
  private readonly trace: TraceSpec;
  private readonly share: number;
  private readonly speed: number;
  private readonly once: boolean;
  private readonly stream: RandomStream;
  /** Time from one pass over the trace to the next, and the recorded instant at which this replay begins [s]. */
  private readonly span: number;
  private readonly origin: number;
  private nextRow: number;
  private passes = 0;
  private last: Nanoseconds = 0;

  constructor({ trace, share, speed, once = false }: TraceReplaySpec, stream: RandomStream, start: number) {
    super();
    const rows = trace.times.length;
    if (rows === 0) throw new RangeError(`trace arrivals: found no rows in "${trace.name}", expected at least one`);
    if (!(share > 0 && share <= 1)) throw new RangeError(`trace arrivals: share: found ${share}, expected a number above 0 and at most 1`);
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

  next(): Nanoseconds {
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
    if (!(time >= this.last)) this.refuseRow();
    this.last = time;
    return time;
  }

  /** Looked at on the way, because a trace may be long and have many readers. */
  private refuseRow(): never {
    const { row, trace } = this;
    throw new RangeError(
      `trace arrivals: row ${row} of "${trace.name}": found time ${trace.times[row]} s after ${trace.times[row - 1] ?? 0} s, ` +
        "expected ascending times; sort the trace",
    );
  }
}

export const trace: ArrivalKind<TraceReplaySpec> = {
  create: (spec, { stream, traceStart }) => new TraceArrivals(spec, stream, traceStart),
  cycle: ({ trace: { times }, speed, once = false }) =>
    once ? undefined : { length: (times[times.length - 1] + meanGap({ times })) / speed, isCommon: true },
  meanRate: ({ trace: recorded, share, speed, once = false }) => (once ? 0 : (share * speed) / meanGap(recorded)),
  within({ trace: { times }, share, speed, once = false }, duration) {
    return once ? share * times.filter((time) => time <= duration * speed).length : undefined;
  },
  example: {
    kind: "trace",
    trace: { name: "trace", times: Float64Array.from([0, 1, 1, 4, 10]), columns: { Tokens: Float64Array.from([10, 20, 30, 40, 50]) } },
    share: 1,
    speed: 2,
  },
};
