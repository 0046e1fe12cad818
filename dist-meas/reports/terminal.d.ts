/** The verdict for a terminal: sentence, bars and an aligned table, in whatever width there is. */
import type { StudyRecord } from "../scenarios/study/record.ts";
type Paint = (text: string) => string;
/** Colours, as picocolors has them; every meaning is in the words too. */
export interface TerminalStyle {
    readonly bold: Paint;
    readonly dim: Paint;
    readonly cyan: Paint;
    readonly yellow: Paint;
}
export declare const plainStyle: TerminalStyle;
export interface TerminalOptions {
    /** Width [cells]; 80 if the terminal doesn't say. Below 40 lines may be longer than the width. */
    readonly columns: number;
    /** False: ASCII only. */
    readonly unicode: boolean;
    readonly style: TerminalStyle;
}
/** A bar of up to `width` cells for `share` of the whole, to an eighth of a cell (ASCII: to a cell). */
export declare function bar(share: number, width: number, unicode: boolean): string;
/** Verdict, bars and table, ending with a newline. */
export declare function renderTerminal(record: StudyRecord, options: TerminalOptions): string;
export {};
