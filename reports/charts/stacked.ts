/** Rows of stacked bars with headings between them, laid out by hand: what is where doesn't depend on anything but the data. */
import { type Frame, innerWidth, layered, pixelY, colourField, type Size, type Spec, textWidth, withHalo } from "./chart.ts";
import { clip } from "../table.ts";
import { capital } from "../standings.ts";
import { css } from "./theme.ts";
import { WHERE_WORDS } from "./words.ts";

export interface Segment {
  readonly label: string;
  /** Property of its colour, e.g. "--part-running". */
  readonly property: string;
  readonly from: number;
  readonly to: number;
}

export interface Row {
  /** Starts a group: printed above the row, the narrow form where there is little room. */
  readonly heading?: Readonly<Record<Size["name"], string>>;
  /** To the left of the bar. */
  readonly label: string;
  readonly segments: readonly Segment[];
  /** To the right of the bar. */
  readonly total: string;
}

/** A vertical line across all rows, e.g. the host's memory. */
export interface Mark {
  readonly at: number;
  readonly label: string;
  readonly property: string;
}

export interface Stack {
  readonly rows: readonly Row[];
  readonly marks: readonly Mark[];
  readonly most: number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

const BAR = 24; // [px]
const ROW = 30;
const HEADING = 32;

/** One bar's segments from the parts of a whole, in their order; parts of nothing are left out. */
export function stack(parts: readonly { readonly label: string; readonly property: string; readonly size: number }[]): readonly Segment[] {
  let from = 0;
  return parts.flatMap(({ label, property, size }) => {
    const segment = { label, property, from, to: from + size };
    from = segment.to;
    return size > 0 ? [segment] : [];
  });
}

/** "Containers, 87 tenants (at the line): 3.4 GiB"; the narrow form is shorter, and no name is too long for it. */
export function headingOf(
  deployment: string,
  tenants: number,
  where: "at" | "beyond",
  amount = "",
): Readonly<Record<Size["name"], string>> {
  const noun = tenants === 1 ? "tenant" : "tenants";
  const end = amount === "" ? "" : `: ${amount}`;
  const name = capital(deployment);
  return {
    wide: `${clip(name, 50)}, ${tenants} ${noun} (${WHERE_WORDS[where]})${end}`,
    narrow: amount === "" ? `${clip(name, 18)}, ${tenants} (${WHERE_WORDS[where]})` : `${clip(name, 18)}, ${tenants}${end}`,
  };
}

const onProperty = (property: string): string => property.replace("--", "--on-");

export function stackSpec({ rows, marks, most, ticks }: Stack, size: Size): Spec {
  const left = 12 + Math.max(0, ...rows.map(({ label }) => textWidth(label)));
  const right = 14 + Math.max(0, ...rows.map(({ total }) => textWidth(total)));
  const top = marks.length > 0 ? 24 : 4;
  let y = 0;
  const placed = rows.map((row) => {
    const heading = row.heading === undefined ? undefined : { text: row.heading[size.name], y: y + HEADING / 2 + 3 };
    if (heading !== undefined) y += HEADING;
    const bar = { top: y + (ROW - BAR) / 2, bottom: y + (ROW + BAR) / 2, middle: y + ROW / 2 };
    y += ROW;
    return { row, heading, ...bar };
  });
  const frame: Frame = { size, height: y, margin: { top, right, bottom: 30, left } };
  const perUnit = innerWidth(frame) / most;
  const axis = {
    title: null,
    values: ticks.map(({ at }) => at),
    labelExpr: `${JSON.stringify(ticks.map(({ label }) => label))}[indexof(${JSON.stringify(ticks.map(({ at }) => at))}, datum.value)]`,
    domain: false,
    ticks: false,
    grid: false,
  };
  const x = (field: string) => ({ field, type: "quantitative", stack: null, scale: { domain: [0, most], nice: false }, axis });
  const vertical = (field: string) => pixelY(field, frame.height);
  const segments = placed.flatMap(({ row, top: above, bottom, middle }) =>
    row.segments.map((segment) => ({
      from: segment.from,
      to: segment.to,
      centre: (segment.from + segment.to) / 2,
      top: above,
      bottom,
      middle,
      colour: css(segment.property),
      ink: css(onProperty(segment.property)),
      label: (segment.to - segment.from) * perUnit >= textWidth(segment.label) + 8 ? segment.label : "",
    })),
  );
  const beside = placed.map(({ row, middle }) => ({ label: row.label, total: row.total, end: row.segments.at(-1)?.to ?? 0, middle }));
  const headings = placed.flatMap(({ heading }) => (heading === undefined ? [] : [heading]));
  // A label ends at its mark; one without room beside the mark before it is left out.
  const labelled = (index: number) => index === 0 || (marks[index].at - marks[index - 1].at) * perUnit > textWidth(marks[index].label) + 8;
  const layers: Spec[] = [
    {
      data: { values: segments },
      mark: { type: "bar", stroke: css("--page-paper"), strokeWidth: 1 },
      encoding: { x: x("from"), x2: { field: "to" }, y: vertical("top"), y2: { field: "bottom" }, color: colourField("colour") },
    },
    {
      data: { values: segments.filter(({ label }) => label !== "") },
      mark: { type: "text", baseline: "middle", fontSize: 12 },
      encoding: { x: x("centre"), y: vertical("middle"), text: { field: "label" }, color: colourField("ink") },
    },
    {
      data: { values: beside },
      mark: { type: "text", align: "right", baseline: "middle", dx: -10, color: css("--page-muted") },
      encoding: { x: { value: 0 }, y: vertical("middle"), text: { field: "label" } },
    },
    {
      data: { values: beside },
      mark: { type: "text", align: "left", baseline: "middle", dx: 8, fontWeight: 600 },
      encoding: { x: x("end"), y: vertical("middle"), text: { field: "total" } },
    },
    ...marks.flatMap((mark, index): Spec[] => [
      {
        data: { values: [{ at: mark.at }] },
        mark: { type: "rule", strokeWidth: 1.6, strokeDash: [4, 3], color: css(mark.property) },
        encoding: { x: x("at") },
      },
      {
        data: { values: [{ at: mark.at }] },
        mark: {
          type: "text",
          text: labelled(index) ? mark.label : "",
          align: "right",
          baseline: "bottom",
          dx: 0,
          dy: -6,
          color: css(mark.property),
        },
        encoding: { x: x("at"), y: { value: 0 } },
      },
    ]),
    ...withHalo({
      data: { values: headings },
      mark: { type: "text", align: "left", baseline: "middle", dx: 2 - left, fontWeight: 600 },
      encoding: { x: { value: 0 }, y: vertical("y"), text: { field: "text" } },
    }),
  ];
  return layered(frame, layers);
}
