/** Reads a request trace: CSV with a header row, one request a row, ascending in time. */
import type { TraceSpec } from "../../../models/index.ts";
import { type Diagnostic } from "../text/diagnostics.ts";
export interface TraceRequest {
    readonly name: string;
    /** Name to show in messages. */
    readonly file: string;
    readonly timeColumn: string;
    /** Columns whose values are needed; the others may hold anything. */
    readonly columns: readonly string[];
}
/** The trace, or what is wrong with it row by row. `header` is there as soon as there is one. */
export declare function parseTrace(input: string, request: TraceRequest): {
    trace: TraceSpec;
} | {
    diagnostics: Diagnostic[];
    header?: readonly string[];
};
/** Whole seconds and the fraction apart, so that 100 ns digits survive eight orders of magnitude of seconds since 1970. */
interface Instant {
    readonly seconds: number;
    readonly fraction: number;
}
/** Seconds as a number, or a time of the calendar in UTC. */
export declare function parseInstant(text: string): Instant | undefined;
export {};
