export interface Column {
    readonly title: string;
    readonly align: "left" | "right";
}
export interface Table {
    readonly columns: readonly Column[];
    readonly rows: readonly (readonly string[])[];
}
/** Terminal cells that a text takes: two for wide East Asian characters, none for combining marks. */
export declare function displayWidth(text: string): number;
export declare function pad(text: string, width: number, align?: "left" | "right"): string;
/** Cuts `text` to `width` cells, the last one an ellipsis. */
export declare function clip(text: string, width: number): string;
/** Breaks a text at spaces into lines of at most `width` cells, never between a number and its unit; a longer word stands alone. */
export declare function wrap(text: string, width: number): readonly string[];
/** The same cells with rows and columns exchanged: the first column's cells become the titles. */
export declare function transpose(table: Table, corner?: string): Table;
/** Width of the table as `textTable` prints it [cells]. */
export declare const tableWidth: (table: Table) => number;
/** Aligned lines, the titles first; `style` colours the title line and the first column after padding. */
export declare function textTable(table: Table, style?: {
    readonly title: (text: string) => string;
}): readonly string[];
/** Splits a table into blocks no wider than `width`, each with the first column. A single column that is too wide stands alone. */
export declare function blocks(table: Table, width: number): readonly Table[];
/** A GitHub-flavoured Markdown table; characters with a meaning in Markdown are escaped. */
export declare function markdownTable(table: Table): string;
