/** Requests: what each does, step by step. */
import { z } from "zod";
import type { StepSpec } from "../../../models/index.ts";
import type { Path } from "../text/document.ts";
import type { Compilation } from "../text/resolve.ts";
export declare const payload: {
    readonly max: "16 GiB";
    readonly because: "one request carries it";
};
export declare const requestSchema: () => z.ZodType;
export declare function compileRequest(path: Path, into: Compilation): StepSpec[];
/** Columns of a trace that the steps of the request at `path` use: where they stand, and which. */
export declare function usedColumns(path: Path, into: Compilation): {
    readonly path: Path;
    readonly columns: readonly string[];
}[];
