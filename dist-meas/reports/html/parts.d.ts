/** Building blocks of the page: tables, legends, figures. Everything that comes from a record is escaped here. */
import { type Chart, type LegendItem } from "../charts/chart.ts";
import type { Table } from "../table.ts";
/** Escaped, with numbers tied to their units. */
export declare const say: (text: string) => string;
/** A small area or marker in a colour of the charts; decoration only, the words stand beside it. */
export declare function swatch({ colour, shape }: Pick<LegendItem, "colour" | "shape">): string;
export interface TableOptions {
    /** Says what the table holds, for those who hear it. */
    readonly caption: string;
    /** Put before a title or a row's first cell with this text. */
    readonly marks?: ReadonlyMap<string, string>;
    /** Columns of equal width. */
    readonly even?: boolean;
}
export declare function tableHtml(table: Table, { caption, marks, even }: TableOptions): string;
export declare const details: (summary: string, body: string, name?: string) => string;
export interface FigureOptions {
    /** Stands under the chart in place of the folded table of its numbers. */
    readonly under?: string;
    readonly marks?: ReadonlyMap<string, string>;
}
/** The chart in both widths, its legend, its numbers and its specification. */
export declare function figureHtml(chart: Chart, options?: FigureOptions): Promise<string>;
export interface Section {
    readonly id: string;
    readonly title: string;
    /** The title in the list of sections, where it is shorter. */
    readonly short?: string;
    /** One or two sentences in plain words: what this section says and how to read it. */
    readonly lead: string;
    readonly content: string;
}
export declare const sectionHtml: ({ id, title, lead, content }: Section) => string;
