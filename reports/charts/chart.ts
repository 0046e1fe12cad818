/** What a chart is before it is drawn: a Vega-Lite specification for each width, words for those who can't see it, and its numbers. */
import type { Table } from "../table.ts";
import { css } from "./theme.ts";

/** Width of the drawing [px]; the narrow one is for phones, where a scaled wide one would be too small to read. */
export interface Size {
  readonly name: "wide" | "narrow";
  readonly width: number;
}

export const SIZES: readonly Size[] = [
  { name: "wide", width: 820 },
  { name: "narrow", width: 350 },
];

/** A Vega-Lite specification. Plain JSON: its own types cost more than they find here, and the compiler checks it when it is drawn. */
export type Spec = { readonly [key: string]: unknown };

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

export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
export const FONT_SIZE = 13;

/** Widths of characters in a sans-serif font, parts of its size; rather too wide, as readers' fonts differ. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\u2066-\u2069\u200b-\u200f]|\p{Mark}/u, 0],
  [/[ijl.,:;'|!()[\] ]/, 0.34],
  [/[mwMW%@…]/, 0.92],
  [/[A-Z≥≤±×−]/, 0.7],
  [/[ -~\u00a0-\u024f]/, 0.59],
  [/[\u0250-\u1fff]/, 0.7],
];
const WIDEST = 1.1;

/** Width of a text in the charts' font [px], from above; only for placing labels. */
export function textWidth(text: string, size = FONT_SIZE): number {
  let width = 0;
  for (const character of text) width += WIDTHS.find(([pattern]) => pattern.test(character))?.[1] ?? WIDEST;
  return Math.ceil(width * size);
}

export interface Frame {
  readonly size: Size;
  readonly height: number;
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
}

/** Width of the area inside the margins [px]. */
export const innerWidth = ({ size, margin }: Frame): number => size.width - margin.left - margin.right;

/** A layered drawing of exactly the frame's size: nothing is measured, so nothing depends on the fonts of the machine that draws. */
export function layered(frame: Frame, layers: readonly Spec[]): Spec {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    width: innerWidth(frame),
    height: frame.height,
    padding: frame.margin,
    autosize: "none",
    background: null,
    layer: layers,
    config: {
      font: FONT,
      aria: false,
      view: { stroke: null },
      text: { fontSize: FONT_SIZE, color: css("--page-ink") },
      axis: {
        labelFontSize: FONT_SIZE - 1,
        titleFontSize: FONT_SIZE - 1,
        titleFontWeight: "normal",
        labelColor: css("--page-muted"),
        titleColor: css("--page-muted"),
        gridColor: css("--page-rule"),
        domainColor: css("--page-rule"),
        tickColor: css("--page-rule"),
        labelLimit: 0,
        titleLimit: 0,
        labelPadding: 6,
        titlePadding: 8,
      },
    },
  };
}

/** Vertical position in pixels from the top of the frame, for drawings that are laid out by hand. */
export const pixelY = (field: string, height: number): Spec => ({
  field,
  type: "quantitative",
  axis: null,
  scale: { domain: [0, height], range: [0, height], nice: false, zero: false },
});

/** A text over lines: first its outline in the colour of the paper, then itself. */
export function withHalo(layer: {
  readonly mark: Spec;
  readonly encoding: Spec;
  readonly data?: Spec;
  readonly transform?: readonly Spec[];
}): readonly Spec[] {
  return [{ ...layer, mark: { ...layer.mark, stroke: css("--page-paper"), strokeWidth: 4, strokeJoin: "round" } }, layer];
}

/** Takes the colour as it stands in the data. */
export const colourField = (field: string): Spec => ({ field, type: "nominal", scale: null, legend: null });
