/** What a chart is before it is drawn: a Vega-Lite specification for each width, words for those who can't see it, and its numbers. */
import type { Table } from "../table.ts";
/** Width of the drawing [px]; the narrow one is for phones, where a scaled wide one would be too small to read. */
export interface Size {
    readonly name: "wide" | "narrow";
    readonly width: number;
}
export declare const SIZES: readonly Size[];
/** A Vega-Lite specification. Plain JSON: its own types cost more than they find here, and the compiler checks it when it is drawn. */
export type Spec = {
    readonly [key: string]: unknown;
};
export interface LegendItem {
    readonly label: string;
    readonly colour: string;
    /** A Vega symbol; a plain square area if none. */
    readonly shape?: string;
}
export interface Chart {
    /** Unique on the page; letters and dashes. */
    readonly id: string;
    readonly title: string;
    /** The text alternative: what the chart shows, with its main numbers. */
    readonly description: string;
    readonly legend: readonly LegendItem[];
    readonly spec: (size: Size) => Spec;
    readonly table: Table;
}
export declare const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
export declare const FONT_SIZE = 13;
/** Rough width of a text in the charts' font [px]; only for placing labels. */
export declare const textWidth: (text: string) => number;
export interface Frame {
    readonly size: Size;
    readonly height: number;
    readonly margin: {
        readonly top: number;
        readonly right: number;
        readonly bottom: number;
        readonly left: number;
    };
}
/** Width of the area inside the margins [px]. */
export declare const innerWidth: ({ size, margin }: Frame) => number;
/** A layered drawing of exactly the frame's size: nothing is measured, so nothing depends on the fonts of the machine that draws. */
export declare function layered(frame: Frame, layers: readonly Spec[]): Spec;
/** Vertical position in pixels from the top of the frame, for drawings that are laid out by hand. */
export declare const pixelY: (field: string, height: number) => Spec;
/** A text over lines: first its outline in the colour of the paper, then itself. */
export declare function withHalo(layer: {
    readonly mark: Spec;
    readonly encoding: Spec;
    readonly data?: Spec;
    readonly transform?: readonly Spec[];
}): readonly Spec[];
/** Takes the colour as it stands in the data. */
export declare const colourField: (field: string) => Spec;
