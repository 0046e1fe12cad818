/** Errors and warnings about an input file: where, what was found, what was expected, the fix. */
import type { Problem } from "./problem.ts";
export interface Diagnostic {
    readonly severity: "error" | "warning";
    readonly file: string;
    /** 1-based; absent when the whole file is meant. */
    readonly line?: number;
    readonly column?: number;
    /** Characters to underline. */
    readonly length?: number;
    /** What was found. */
    readonly message: string;
    readonly expected?: string;
    readonly fix?: string;
    /** The line in question with its neighbour above. */
    readonly frame?: readonly {
        readonly line: number;
        readonly text: string;
    }[];
}
/** Range of characters in a text, [start, end). */
export interface Range {
    readonly start: number;
    readonly end: number;
}
/** A text with its name, that can point at its characters. */
export declare class SourceText {
    #private;
    readonly file: string;
    readonly text: string;
    constructor(file: string, text: string);
    /** 1-based line and column of a character. */
    position(offset: number): {
        line: number;
        column: number;
    };
    lineText(line: number): string;
    diagnostic(problem: Problem, range: Range, severity?: Diagnostic["severity"]): Diagnostic;
}
/** About a file as a whole. */
export declare function fileDiagnostic(file: string, problem: Problem): Diagnostic;
/** How to decorate the parts of a message; plain text unless a terminal says otherwise. */
export type Style = (part: "error" | "warning" | "location" | "caret" | "label", text: string) => string;
/** Like a good compiler: one block a diagnostic, with code frame and caret. Ends without a newline. */
export declare function formatDiagnostics(diagnostics: readonly Diagnostic[], options?: {
    readonly style?: Style;
}): string;
/** In the order of the file; those without a line first. */
export declare function sorted(diagnostics: readonly Diagnostic[]): Diagnostic[];
