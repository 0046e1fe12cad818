/** Building blocks of the page: tables, legends, figures. Everything that comes from a record is escaped here. */
import { type Chart, type LegendItem, SIZES } from "../charts/chart.ts";
import { renderSvg } from "../charts/render.ts";
import { withLightColours } from "../charts/theme.ts";
import { glue } from "../format.ts";
import type { Table } from "../table.ts";
import { escapeContent, escapeHtml } from "./escape.ts";

/** Escaped, with numbers tied to their units. */
export const say = (text: string): string => escapeHtml(glue(text));

/** Vega's symbols in a square of side 2 around the origin. */
const SYMBOLS: Readonly<Record<string, string>> = {
  circle: '<circle r=".8"/>',
  square: '<path d="M-.72-.72H.72V.72H-.72Z"/>',
  "triangle-up": '<path d="M0-.85.9.7H-.9Z"/>',
  diamond: '<path d="M0-1 .75 0 0 1-.75 0Z"/>',
  cross: '<path d="M-.9-.3H-.3V-.9H.3V-.3H.9V.3H.3V.9H-.3V.3H-.9Z"/>',
};

const STROKES = {
  saltire: '<path d="M-.8-.8.8.8M-.8.8.8-.8" fill="none" stroke="currentColor" stroke-width=".3"/>',
  stroke: '<path d="M0-1V1" fill="none" stroke="currentColor" stroke-width=".4"/>',
  ring: '<circle r=".7" fill="none" stroke="currentColor" stroke-width=".3"/>',
};
/** Marks that are not filled. */
const OUTLINES: Readonly<Record<string, string>> = {
  saltire: STROKES.saltire,
  stroke: STROKES.stroke,
  hollow: STROKES.ring,
  dotted: `${STROKES.ring}<circle r=".3"/>`,
  crossed: STROKES.ring + STROKES.saltire,
};

/** A small area or marker in a colour of the charts; decoration only, the words stand beside it. */
export function swatch({ colour, shape }: Pick<LegendItem, "colour" | "shape">): string {
  if (shape === undefined) return `<span class="swatch" style="background:${escapeHtml(colour)}"></span>`;
  const drawing = OUTLINES[shape] ?? SYMBOLS[shape] ?? SYMBOLS.circle;
  return `<svg class="symbol" viewBox="-1 -1 2 2" fill="${escapeHtml(colour)}" color="${escapeHtml(colour)}" aria-hidden="true">${drawing}</svg>`;
}

function legendHtml(items: readonly LegendItem[]): string {
  if (items.length === 0) return "";
  const explained = items.some(({ label }) => label.includes(": "));
  const entries = items.map((item) => {
    const [word, meaning] = item.label.split(/: (.*)/s);
    const text = meaning === undefined ? say(word) : `<span><b>${say(word)}</b> ${say(meaning)}</span>`;
    return `<li>${swatch(item)}${text}</li>`;
  });
  return `<ul class="legend${explained ? " explained" : ""}">${entries.join("")}</ul>`;
}

/** Longer cells may break; numbers never do. */
const LONG = 40;

/** Rows of a table that stays on one page of paper, and of one that is left out there. */
const SHORT = 16;
const TOO_LONG_FOR_PAPER = 60;
/** Columns of a table that is set smaller on paper. */
const MANY = 9;
/** And of one whose titles may be broken there. */
const CROWD = 12;

export interface TableOptions {
  /** Says what the table holds, for those who hear it. */
  readonly caption: string;
  /** Put before a title or a row's first cell with this text. */
  readonly marks?: ReadonlyMap<string, string>;
  /** Columns of equal width. */
  readonly even?: boolean;
}

function crowd(columns: number): string {
  if (columns >= CROWD) return " dense crowded";
  if (columns >= MANY) return " dense";
  return columns === 2 ? " pair" : "";
}

export function tableHtml(table: Table, { caption, marks, even }: TableOptions): string {
  const long = table.columns.map((_, index) => table.rows.some((row) => row[index].length > LONG));
  const classes = (index: number, text = "") =>
    [table.columns[index].align === "right" ? "right" : "", long[index] ? "wrap" : "", /^(–|n\/a)/.test(text) ? "na" : ""]
      .filter((name) => name !== "")
      .join(" ");
  const attribute = (names: string) => (names === "" ? "" : ` class="${names}"`);
  const named = (text: string) => {
    const mark = marks?.get(text);
    return mark === undefined ? say(text) : `<span class="tag">${mark}${say(text)}</span>`;
  };
  const head = table.columns.map(({ title }, index) => `<th scope="col"${attribute(classes(index))}>${named(title)}</th>`);
  const rows = table.rows.map(([first, ...rest]) => {
    const cells = rest.map((cell, index) => `<td${attribute(classes(index + 1, cell))}>${say(cell)}</td>`);
    return `<tr><th scope="row"${attribute(classes(0))}>${named(first)}</th>${cells.join("")}</tr>`;
  });
  const label = escapeHtml(caption);
  const size = `${table.rows.length <= SHORT ? " short" : ""}${crowd(table.columns.length)}`;
  return `<div class="scroll${size}" tabindex="0" role="region" aria-label="${label}"><table${even === true ? ` class="even" style="--columns:${table.columns.length}"` : ""}><caption class="hidden">${label}</caption><thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}

export const details = (summary: string, body: string, name = ""): string =>
  `<details${name === "" ? "" : ` class="${name}"`}><summary>${say(summary)}</summary>${body}</details>`;

/** Rows of a table that all see at once. */
const LONG_TABLE = 16;

/** A table to open; the longest ones are left out on paper. */
export const foldedTable = (title: string, table: Table, options: TableOptions): string =>
  details(title, tableHtml(table, options), table.rows.length > TOO_LONG_FOR_PAPER ? "bulky" : "");

/** A table, folded if it is long. */
export const tableOrFold = (title: string, table: Table, options: TableOptions): string =>
  table.rows.length > LONG_TABLE ? foldedTable(title, table, options) : tableHtml(table, options);

/** The same with its title above it. */
export const titledTable = (title: string, table: Table, options: TableOptions): string =>
  `${table.rows.length > LONG_TABLE ? "" : `<h3>${say(title)}</h3>`}${tableOrFold(title, table, options)}`;

export interface FigureOptions {
  /** Stands under the chart in place of the folded table of its numbers. */
  readonly under?: string;
  readonly marks?: ReadonlyMap<string, string>;
}

/** The chart in both widths, its legend, its numbers and its specification. */
export async function figureHtml(chart: Chart, options: FigureOptions = {}): Promise<string> {
  const drawings: string[] = [];
  for (const size of SIZES) drawings.push(await renderSvg(chart, size));
  const marks = options.marks ?? new Map<string, string>();
  const numbers = foldedTable("The numbers behind this chart", chart.table, { caption: `${chart.title}: the numbers`, marks });
  const specification = withLightColours(JSON.stringify({ description: chart.description, ...chart.spec(SIZES[0]) }));
  const explained = chart.legend.some(({ label }) => label.includes(": "));
  const legend = legendHtml(chart.legend);
  return [
    `<figure id="figure-${chart.id}">${explained ? "" : legend}${drawings.join("")}${explained ? legend : ""}</figure>`,
    options.under ?? numbers,
    details("This chart as Vega-Lite", `<pre tabindex="0"><code>${escapeContent(specification)}</code></pre>`, "bulky"),
  ].join("\n");
}

export interface Section {
  readonly id: string;
  readonly title: string;
  /** The title in the list of sections, where it is shorter. */
  readonly short?: string;
  /** One or two sentences in plain words: what this section says and how to read it. */
  readonly lead: string;
  readonly content: string;
}

export const sectionHtml = ({ id, title, lead, content }: Section): string =>
  `<section id="${id}" aria-labelledby="${id}-heading"><div class="lead"><h2 id="${id}-heading">${say(title)}</h2><p>${say(lead)}</p></div>\n<div class="content">${content}</div></section>`;
