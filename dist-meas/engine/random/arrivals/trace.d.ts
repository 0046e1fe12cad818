import { type ArrivalKind } from "./arrival-process.ts";
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
export declare function meanGap(trace: TraceSpec): number;
export declare const trace: ArrivalKind<TraceReplaySpec>;
