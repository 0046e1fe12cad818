import { type Diagnostic, type Range, SourceText } from "./diagnostics.ts";
/** Keys and list positions that lead from the top of a file to a value. */
export type Path = readonly (string | number)[];
interface Entry {
    readonly key: Range;
    readonly tree: Tree;
}
interface Tree {
    readonly range: Range;
    readonly value: unknown;
    readonly entries?: ReadonlyMap<string, Entry>;
    readonly items?: readonly Tree[];
}
export declare class InputDocument {
    #private;
    readonly source: SourceText;
    readonly value: unknown;
    constructor(source: SourceText, root: Tree);
    /** Where a value (or its key) is written; for a path that leads nowhere, the nearest thing that exists. */
    locate(path: Path, part?: "key" | "value"): Range;
    /** Line of a value [1-based]. */
    line(path: Path): number;
    has(path: Path): boolean;
}
/** Parses; in YAML, everything the standard calls an error is one, and duplicate keys and tabs for indentation are errors. Keys `x-...` are left out. */
export declare function parseDocumentText(file: string, text: string): InputDocument | {
    readonly diagnostics: Diagnostic[];
};
export {};
