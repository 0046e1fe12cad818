/** Arrivals: when the requests of one tenant come. Another process is an entry in the table of processes, and nothing else in the language. */
import type { z } from "zod";
import type { ArrivalSpec } from "../../../models/index.ts";
import type { Path } from "../text/document.ts";
import type { Compilation } from "../text/resolve.ts";
import type { TraceReader } from "./trace-reader.ts";
interface Context {
    readonly into: Compilation;
    readonly traces: TraceReader;
    /** Columns of traces that the requests use. */
    readonly columns: readonly string[];
}
export declare const arrivalsSchema: () => z.ZodType;
/** The streams at `path`: one, or a list of them. */
export declare function compileArrivals(path: Path, context: Context): Promise<ArrivalSpec[]>;
/** Whether all streams at `path` bring columns with their requests. */
export declare function allHaveColumns(path: Path, into: Compilation): boolean;
export {};
