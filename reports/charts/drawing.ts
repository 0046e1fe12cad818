/**
 * A drawing laid out by hand, in pixels from its upper left corner: bars, lines, marks and texts that become one Vega-Lite specification with a few
 * layers. It knows where its texts lie, so that labels can be put where there is room.
 */
import { FONT_SIZE, layered, type Size, type Spec, textWidth } from "./chart.ts";
import { css } from "./theme.ts";

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface LineLook {
  readonly colour: string;
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
}

export interface TextLook {
  readonly align?: "left" | "right" | "center";
  readonly colour?: string;
  readonly weight?: number;
  readonly size?: number;
  /** An outline in the colour of the paper, for texts over lines. */
  readonly halo?: boolean;
}

export interface PointLook {
  /** Name of a Vega symbol, or a path. */
  readonly shape: string;
  readonly fill: string;
  readonly stroke: string;
  /** Area of the mark [px²]. */
  readonly size?: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Space that is kept around a label [px]. */
const CLEARANCE = 3;

type Row = Readonly<Record<string, string | number>>;

/** What looks alike makes one layer: its rows hold places only. */
class Layers {
  readonly #rows = new Map<string, Row[]>();

  add(look: Spec, ...rows: readonly Row[]): void {
    const key = JSON.stringify(look);
    const known = this.#rows.get(key);
    if (known === undefined) this.#rows.set(key, [...rows]);
    else known.push(...rows);
  }

  toSpecs(encoding: Spec): readonly Spec[] {
    return [...this.#rows].map(([look, values]) => ({ data: { values }, mark: JSON.parse(look) as Spec, encoding }));
  }
}

/** Two diagonal strokes: "not settled". */
export const SALTIRE = "M-.8,-.8L.8,.8M-.8,.8L.8,-.8";

export class Drawing {
  readonly size: Size;
  readonly #areas = new Layers();
  readonly #bars = new Layers();
  readonly #rules = new Layers();
  readonly #lines = new Layers();
  readonly #points = new Layers();
  readonly #texts = new Layers();
  readonly #boxes: Box[] = [];
  /** Where curves run: labels stay off them if they can. */
  readonly #ink: Box[] = [];
  #series = 0;

  constructor(size: Size) {
    this.size = size;
  }

  area(rows: readonly { readonly x: number; readonly low: number; readonly high: number }[], color: string, opacity: number): void {
    const series = this.#series++;
    this.#areas.add({ type: "area", color, opacity }, ...rows.map(({ x, low, high }) => ({ x, y: low, y2: high, series })));
  }

  bar(corners: { readonly x: number; readonly x2: number; readonly y: number; readonly y2: number }, color: string, opacity = 1): void {
    this.#bars.add({ type: "rect", color, opacity }, corners);
  }

  rule(from: Place, to: Place, { colour: color, width: strokeWidth = 1, dash: strokeDash = [], opacity = 1 }: LineLook): void {
    const look = { type: "rule", color, strokeWidth, opacity, ...(strokeDash.length === 0 ? {} : { strokeDash }) };
    this.#rules.add(look, { x: from.x, y: from.y, x2: to.x, y2: to.y });
  }

  /** Points from left to right. */
  line(points: readonly Place[], { colour: color, width: strokeWidth = 2, dash: strokeDash = [], opacity = 1 }: LineLook): void {
    const series = this.#series++;
    const look = { type: "line", color, strokeWidth, opacity, strokeJoin: "round", ...(strokeDash.length === 0 ? {} : { strokeDash }) };
    this.#lines.add(look, ...points.map(({ x, y }) => ({ x, y, series })));
  }

  point({ x, y }: Place, { shape, fill, stroke, size = 46 }: PointLook): void {
    this.#points.add({ type: "point", strokeWidth: 1.6, opacity: 1, shape, fill, stroke, size }, { x, y });
  }

  text({ x, y }: Place, text: string, look: TextLook = {}): void {
    const { align = "left", colour: color = css("--page-ink"), weight: fontWeight = 400, size: fontSize = FONT_SIZE, halo = false } = look;
    const mark = { type: "text", baseline: "middle", align, fontSize, fontWeight, color };
    if (halo) this.#texts.add({ ...mark, stroke: css("--page-paper"), strokeWidth: 4, strokeJoin: "round" }, { x, y, text });
    this.#texts.add(mark, { x, y, text });
    this.#boxes.push(boxOf({ x, y }, text, look));
  }

  /** A line that labels keep off where they can. */
  avoid(points: readonly Place[]): void {
    for (const [index, { x, y }] of points.slice(1).entries()) {
      const from = points[index];
      const steps = Math.max(1, Math.ceil(Math.hypot(x - from.x, y - from.y) / 6));
      for (let step = 0; step <= steps; step++) {
        const at = { x: from.x + ((x - from.x) * step) / steps, y: from.y + ((y - from.y) * step) / steps };
        this.#ink.push({ left: at.x - 2, right: at.x + 2, top: at.y - 2, bottom: at.y + 2 });
      }
    }
  }

  /** Writes at the first of the places that has room: off other texts and curves, or else off other texts. False if there is none. */
  textWhereFree(candidates: readonly (Place & { readonly align?: TextLook["align"] })[], text: string, look: TextLook = {}): boolean {
    const places = candidates
      .map(({ align = look.align ?? "left", x, y }) => ({ place: { x, y }, own: { ...look, align } }))
      .map(({ place, own }) => ({ place, own, box: boxOf(place, text, own) }))
      .filter(({ box }) => box.left >= 0 && box.right <= this.size.width && box.top >= 0)
      .filter(({ box }) => this.#boxes.every((other) => apart(box, other)));
    const chosen = places.find(({ box }) => this.#ink.every((other) => apart(box, other))) ?? places[0];
    if (chosen === undefined) return false;
    this.text(chosen.place, text, chosen.own);
    return true;
  }

  spec(height: number): Spec {
    const { width } = this.size;
    const scale = (end: number) => ({ domain: [0, end], range: [0, end], nice: false, zero: false });
    const x = { field: "x", type: "quantitative", axis: null, scale: scale(width) };
    const y = { field: "y", type: "quantitative", axis: null, scale: scale(height) };
    const ends = { x, y, x2: { field: "x2" }, y2: { field: "y2" } };
    const layers = [
      ...this.#areas.toSpecs({ x, y, y2: { field: "y2" }, detail: { field: "series" } }),
      ...this.#bars.toSpecs(ends),
      ...this.#rules.toSpecs(ends),
      ...this.#lines.toSpecs({ x, y, detail: { field: "series" } }),
      ...this.#points.toSpecs({ x, y }),
      ...this.#texts.toSpecs({ x, y, text: { field: "text", type: "nominal" } }),
    ];
    return layered({ size: this.size, height, margin: { top: 0, right: 0, bottom: 0, left: 0 } }, layers);
  }
}

const apart = (a: Box, b: Box): boolean =>
  a.left >= b.right + CLEARANCE || b.left >= a.right + CLEARANCE || a.top >= b.bottom || b.top >= a.bottom;

function boxOf({ x, y }: Place, text: string, { align = "left", size = FONT_SIZE, weight = 400 }: TextLook): Box {
  const width = textWidth(text, size) * (weight > 500 ? 1.06 : 1);
  const left = align === "left" ? x : align === "right" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - size * 0.62, bottom: y + size * 0.62 };
}

/** The grid of small multiples: as many columns as have the least width. */
export interface Grid {
  readonly columns: number;
  /** Of one panel [px]. */
  readonly width: number;
  readonly left: (index: number) => number;
  readonly row: (index: number) => number;
  readonly rows: number;
}

export function gridOf(count: number, width: number, least: number, gap: number): Grid {
  const most = Math.max(1, Math.floor((width + gap) / (least + gap)));
  // As few columns as the same number of rows allows: 4 panels stand as 2 x 2 rather than as 3 + 1.
  const rows = Math.ceil(count / Math.min(most, count));
  const columns = Math.ceil(count / rows);
  const own = Math.floor((width - gap * (columns - 1)) / columns);
  return { columns, width: own, rows, left: (index) => (index % columns) * (own + gap), row: (index) => Math.floor(index / columns) };
}
