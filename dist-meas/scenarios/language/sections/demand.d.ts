/** CPU demands: how long a request computes, drawn from a distribution or summed over columns of a trace. */
import { z } from "zod";
import type { DemandSpec } from "../../../models/index.ts";
import type { Path } from "../text/document.ts";
import type { Compilation } from "../text/resolve.ts";
/** A demand, and `on` which core it was measured. */
export declare const demandSchema: () => z.ZodType;
export declare function compileDemand(path: Path, into: Compilation): {
    readonly demand: DemandSpec;
    readonly speed: number;
};
/** Columns of a trace that the demand at `path` names; undefined if it is none of columns. */
export declare function columnsOf(path: Path, into: Compilation): string[] | undefined;
