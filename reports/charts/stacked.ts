/** Groups of stacked bars under headings, in one or two columns: what is where depends on nothing but the data. */
import type { DeploymentRecord, StudyRecord } from "../../scenarios/study/record.ts";
import { type Size, type Spec, textWidth } from "./chart.ts";
import { Drawing } from "./drawing.ts";
import { isolated, shortDeployments, shortNames } from "./names.ts";
import type { ShownPoint } from "./shown.ts";
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
  /** To the left of the bar; empty if the heading says it all. */
  readonly label: string;
  readonly segments: readonly Segment[];
  /** To the right of the bar. */
  readonly total: string;
  /** The row that the heading is about, such as the application that binds. */
  readonly strong?: boolean;
}

export interface Group {
  /** Printed above the rows, the narrow form where there is little room. */
  readonly heading: Readonly<Record<Size["name"], string>>;
  readonly rows: readonly Row[];
}

/** A vertical line across all rows, e.g. the host's memory. */
export interface Mark {
  readonly at: number;
  readonly label: string;
  readonly property: string;
}

export interface Stack {
  readonly groups: readonly Group[];
  readonly marks: readonly Mark[];
  readonly most: number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

/** One bar's segments from the parts of a whole, in their order; parts of nothing are left out. */
export function stack(parts: readonly { readonly label: string; readonly property: string; readonly size: number }[]): readonly Segment[] {
  let from = 0;
  return parts.flatMap(({ label, property, size }) => {
    const segment = { label, property, from, to: from + size };
    from = segment.to;
    return size > 0 ? [segment] : [];
  });
}

/** Cells that a name in a heading may take. */
const HEADING_NAME = { wide: 30, narrow: 16 } as const;

/** "containers, 87 tenants (at the line): 3.4 GiB" for any deployment; the narrow form is shorter, and no name is too long for it. */
export function headingsOf(record: StudyRecord): (deployment: DeploymentRecord, shown: ShownPoint, amount?: string) => Group["heading"] {
  const [wide, narrow] = [shortDeployments(record, HEADING_NAME.wide), shortDeployments(record, HEADING_NAME.narrow)];
  return (deployment, { where, point: { tenants } }, amount = "") => {
    const noun = tenants === 1 ? "tenant" : "tenants";
    const end = amount === "" ? "" : `: ${amount}`;
    return {
      wide: `${wide(deployment)}, ${tenants} ${noun} (${WHERE_WORDS[where]})${end}`,
      narrow: `${narrow(deployment)}, ${tenants}${amount === "" ? ` (${WHERE_WORDS[where]})` : end}`,
    };
  };
}

const HEADING = 30; // [px]
const GAP = 28;
/** Groups from which on two columns are needed: the drawing has to fit on a page. */
const ONE_COLUMN = 6;
const LABEL = { wide: 24, narrow: 14, half: 15 } as const; // [cells]

const onProperty = (property: string): string => property.replace("--", "--on-");

/** Groups split into columns of about equal height, each group whole. */
function columnsOf(groups: readonly Group[], count: number, height: (group: Group) => number): readonly (readonly Group[])[] {
  const total = groups.reduce((sum, group) => sum + height(group), 0);
  const columns: Group[][] = Array.from({ length: count }, () => []);
  let above = 0;
  for (const group of groups) {
    columns[Math.min(count - 1, Math.floor((count * (above + height(group) / 2)) / total))].push(group);
    above += height(group);
  }
  return columns;
}

export function stackSpec({ groups, marks, most, ticks }: Stack, size: Size): Spec {
  const two = size.name === "wide" && groups.length > ONE_COLUMN;
  const many = groups.length > ONE_COLUMN || groups.some(({ rows }) => rows.length > 4);
  const [bar, row] = many ? [17, 22] : [24, 30];
  const names = groups.flatMap(({ rows }) => rows.map(({ label }) => label));
  const short = new Map(
    shortNames([...new Set(names)], two ? LABEL.half : LABEL[size.name]).map((name, index) => [[...new Set(names)][index], name]),
  );
  const labels = [...short.values()];
  const widest = Math.max(0, ...labels.map((label) => textWidth(label)));
  const left = widest === 0 ? 2 : 12 + widest;
  const right = 12 + Math.max(0, ...groups.flatMap(({ rows }) => rows.map(({ total }) => textWidth(total) * 1.06)));
  const width = two ? (size.width - GAP) / 2 : size.width;
  const top = marks.length > 0 ? 24 : 4;
  const drawing = new Drawing(size);
  const heightOf = (group: Group) => HEADING + row * group.rows.length;
  const columns = columnsOf(groups, two ? 2 : 1, heightOf);
  const bottom = top + Math.max(...columns.map((column) => column.reduce((sum, group) => sum + heightOf(group), 0)));
  const form = groups.every(({ heading }) => textWidth(heading[size.name]) * 1.06 < width) ? size.name : "narrow";
  for (const [index, column] of columns.entries()) {
    const origin = index * (width + GAP);
    const inner = width - left - right;
    const x = (value: number) => Math.round(10 * (origin + left + (inner * value) / most)) / 10;
    let y = top;
    for (const group of column) {
      drawing.text({ x: origin, y: y + HEADING / 2 + 3 }, group.heading[form], { weight: 600, halo: true });
      y += HEADING;
      for (const { label, segments, total, strong = false } of group.rows) {
        const middle = y + row / 2;
        for (const segment of segments) {
          const [from, to] = [x(segment.from), x(segment.to)];
          drawing.bar({ x: from, x2: Math.max(from, to - 1), y: middle - bar / 2, y2: middle + bar / 2 }, css(segment.property));
          if (to - from >= textWidth(segment.label, 12) + 8) {
            drawing.text({ x: (from + to) / 2, y: middle }, segment.label, {
              size: 12,
              align: "center",
              colour: css(onProperty(segment.property)),
            });
          }
        }
        const look = strong ? { weight: 600 } : { colour: css("--page-muted") };
        if (label !== "")
          drawing.text({ x: origin + left - 10, y: middle }, short.get(label) ?? isolated(label), { align: "right", ...look });
        if (total !== "") drawing.text({ x: x(segments.at(-1)?.to ?? 0) + 7, y: middle }, total, { weight: 600 });
        y += row;
      }
    }
    for (const { at, label, property } of marks) {
      drawing.rule({ x: x(at), y: top - 4 }, { x: x(at), y }, { colour: css(property), width: 1.6, dash: [4, 3] });
      const places = [
        { x: x(at), y: top - 13, align: "right" as const },
        { x: x(at), y: top - 13, align: "left" as const },
      ];
      drawing.textWhereFree(places, label, { colour: css(property) });
    }
    for (const { at, label } of ticks) {
      const align = at === 0 ? ("left" as const) : ("center" as const);
      drawing.textWhereFree([{ x: x(at), y: y + 14, align }], label, { colour: css("--page-muted"), size: 12 });
    }
  }
  return drawing.spec(bottom + 26);
}
