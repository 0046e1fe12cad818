/** The verdict for a terminal: sentence, bars and an aligned table, in whatever width there is. */
import type { StudyRecord } from "../scenarios/study/record.ts";
import { precisionText } from "./comparison.ts";
import { toAscii } from "./format.ts";
import { singleLoad } from "./single-load.ts";
import { blocks, canBeSplit, clip, pad, displayWidth, type Table, tableWidth, textTable, transpose, wrap } from "./table.ts";
import { tablesOf } from "./tables-of.ts";
import { lineText, type Standing } from "./standings.ts";
import { verdict } from "./verdict.ts";
import { helpSentences } from "./what-helps.ts";

type Paint = (text: string) => string;

/** Colours, as picocolors has them; every meaning is in the words too. */
export interface TerminalStyle {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly cyan: Paint;
  readonly yellow: Paint;
}

export const plainStyle: TerminalStyle = { bold: (text) => text, dim: (text) => text, cyan: (text) => text, yellow: (text) => text };

export interface TerminalOptions {
  /** Width [cells]; 80 if the terminal doesn't say. Below 40 lines may be longer than the width. */
  readonly columns: number;
  /** False: ASCII only. */
  readonly unicode: boolean;
  readonly style: TerminalStyle;
}

const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A bar of up to `width` cells for `share` of the whole, to an eighth of a cell (ASCII: to a cell). */
export function bar(share: number, width: number, unicode: boolean): string {
  const cells = Math.min(Math.max(share, 0), 1) * width;
  if (!unicode) return "#".repeat(share > 0 ? Math.max(1, Math.round(cells)) : 0);
  const eighths = share > 0 ? Math.max(1, Math.round(cells * 8)) : 0;
  return "█".repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
}

function bars(standings: readonly Standing[], { columns, unicode, style }: TerminalOptions, say: Paint): readonly string[] {
  const names = Math.min(24, Math.max(...standings.map(({ name }) => displayWidth(say(name)))));
  const labels = Math.max(...standings.map((standing) => displayWidth(say(lineText(standing)))));
  const width = Math.min(60, columns - names - labels - 4);
  if (width < 8) return [];
  const most = Math.max(1, ...standings.map(({ low }) => low));
  return standings.map((standing) => {
    const drawn = bar(standing.low / most, width, unicode);
    const name = pad(clip(say(standing.name), names), names);
    return `${name}  ${style.cyan(drawn)}${drawn === "" ? "" : "  "}${say(lineText(standing))}`;
  });
}

/** Verdict, bars and tables, ending with a newline; a single load has no bars, and a table of its own shape. */
export function renderTerminal(record: StudyRecord, options: TerminalOptions): string {
  const { columns, style } = options;
  // Before the layout: the ASCII form of a text can be longer.
  const say = options.unicode ? (text: string) => text : toAscii;
  const { headline, details, standings } = verdict(record);
  const sentence = wrap(say(headline.map(({ text }) => text).join("")), columns).map(style.bold);
  const rest = details.flatMap((detail) => wrap(say(detail), columns));
  const helps = helpSentences(record).flatMap((each) => wrap(say(each), columns));
  const single = singleLoad(record);
  const lines = [
    ...sentence,
    ...(record.complete ? rest : rest.map(style.yellow)),
    ...helps,
    "",
    ...(single !== undefined || standings.length === 0 ? [] : [...bars(standings, options, say), ""]),
    ...tablesOf(record).flatMap(({ title, table }) => tableLines(title, table, options, say)),
    ...wrap(say(precisionText(record)), columns).map(style.dim),
  ];
  return `${lines.join("\n")}\n`;
}

/** Side by side, or one below the other where that is too wide. */
function tableLines(title: string, table: Table, { columns, style }: TerminalOptions, say: Paint): readonly string[] {
  const said: Table = {
    ...table,
    columns: table.columns.map((column) => ({ title: say(column.title), align: column.align })),
    rows: table.rows.map((row) => row.map(say)),
  };
  const tables = tableWidth(said) > columns ? blocks(canBeSplit(said, columns) ? said : transpose(said), columns) : [said];
  const heading = title === "" ? [] : wrap(say(title), columns).map(style.cyan);
  return [...heading, ...tables.flatMap((each) => [...textTable(each, { title: style.bold }), ""])];
}
