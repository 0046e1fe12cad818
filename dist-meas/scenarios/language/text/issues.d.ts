/** From what the schema objects to, to messages that say where, what, what was expected and the fix. */
import type { z } from "zod";
import type { Diagnostic } from "./diagnostics.ts";
import type { InputDocument, Path } from "./document.ts";
type Issue = z.core.$ZodIssue;
export interface Located {
    readonly path: Path;
    readonly diagnostic: Diagnostic;
}
/** `schemaKeys` gives the keys that the schema knows at a path, for suggestions. */
export declare function explainIssues(issues: readonly Issue[], document: InputDocument, schema: z.ZodType): Located[];
export {};
