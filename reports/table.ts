/** Tables from one set of rows: aligned text that fits a given width, and Markdown. */
import { glue } from "./format.ts";

export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
}

export interface Table {
  /** The first columns that say what a row is about: where the table is too wide, it is split and they are repeated. Without it, it is turned. */
  readonly keys?: number;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** Terminal cells that a text takes: two for wide East Asian characters, none for combining marks. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mark}/u.test(character)) continue;
    const code = character.codePointAt(0) ?? 0;
    const wide = (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3);
    width += wide || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xff00 && code <= 0xff60) || code >= 0x1f300 ? 2 : 1;
  }
  return width;
}

export function pad(text: string, width: number, align: "left" | "right" = "left"): string {
  const fill = " ".repeat(Math.max(0, width - displayWidth(text)));
  return align === "left" ? text + fill : fill + text;
}

/** Cuts `text` to `width` cells, the last one an ellipsis. */
export function clip(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = "";
  for (const character of text) {
    if (displayWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return width < 1 ? "" : `${kept}…`;
}

/** Breaks a text at spaces into lines of at most `width` cells, never between a number and its unit; a longer word stands alone. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of glue(text).split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && displayWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map((each) => each.replaceAll("\u00a0", " "));
}

/** The same cells with rows and columns exchanged: the first column's cells become the titles. */
export function transpose(table: Table, corner = ""): Table {
  return {
    columns: [{ title: corner, align: "left" }, ...table.rows.map((row): Column => ({ title: row[0], align: "right" }))],
    rows: table.columns.slice(1).map((column, index) => [column.title, ...table.rows.map((row) => row[index + 1])]),
  };
}

const widthsOf = (table: Table): number[] =>
  table.columns.map((column, index) => Math.max(displayWidth(column.title), ...table.rows.map((row) => displayWidth(row[index]))));

const GAP = 2;

/** Its keys leave room beside them in so many cells; otherwise it has to be turned. */
export const canBeSplit = (table: Table, width: number): boolean =>
  table.keys !== undefined &&
  widthsOf(table)
    .slice(0, table.keys)
    .reduce((sum, each) => sum + each + GAP, 0) <=
    width / 2;

/** Width of the table as `textTable` prints it [cells]. */
export const tableWidth = (table: Table): number => widthsOf(table).reduce((sum, width) => sum + width + GAP, -GAP);

/** Aligned lines, the titles first; `style` colours the title line and the first column after padding. */
export function textTable(
  table: Table,
  style: { readonly title: (text: string) => string } = { title: (text) => text },
): readonly string[] {
  const widths = widthsOf(table);
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => pad(cell, widths[index], table.columns[index].align))
      .join(" ".repeat(GAP))
      .trimEnd();
  return [style.title(line(table.columns.map(({ title }) => title))), ...table.rows.map(line)];
}

/** Splits a table into blocks no wider than `width`, each with the first columns, its keys. A single column that is too wide stands alone. */
export function blocks(table: Table, width: number): readonly Table[] {
  const widths = widthsOf(table);
  const keys = table.columns.slice(0, table.keys ?? 1).map((_, index) => index);
  const keysWidth = keys.reduce((sum, index) => sum + widths[index] + GAP, 0);
  const groups: number[][] = [];
  let used = 0;
  for (let index = keys.length; index < table.columns.length; index++) {
    const group = groups.at(-1);
    if (group === undefined || used + GAP + widths[index] > width) {
      groups.push([...keys, index]);
      used = keysWidth + widths[index];
    } else {
      group.push(index);
      used += GAP + widths[index];
    }
  }
  return groups.map((group) => ({
    columns: group.map((index) => table.columns[index]),
    rows: table.rows.map((row) => group.map((index) => row[index])),
  }));
}

const markdownCell = (text: string): string => text.replace(/[\\|<>*_`[\]]/g, "\\$&").replace(/\r?\n/g, " ");

/** A GitHub-flavoured Markdown table; characters with a meaning in Markdown are escaped. */
export function markdownTable(table: Table): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    row(table.columns.map(({ title }) => markdownCell(title))),
    row(table.columns.map(({ align }) => (align === "left" ? ":---" : "---:"))),
    ...table.rows.map((cells) => row(cells.map(markdownCell))),
  ].join("\n");
}
