import { comparisonTable, precisionText } from "./comparison.js";
import { toAscii } from "./format.js";
import { blocks, clip, pad, displayWidth, tableWidth, textTable, transpose, wrap } from "./table.js";
import { lineText, verdict } from "./verdict.js";
export const plainStyle = { bold: (text) => text, dim: (text) => text, cyan: (text) => text, yellow: (text) => text };
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
/** A bar of up to `width` cells for `share` of the whole, to an eighth of a cell (ASCII: to a cell). */
export function bar(share, width, unicode) {
    const cells = Math.min(Math.max(share, 0), 1) * width;
    if (!unicode)
        return "#".repeat(share > 0 ? Math.max(1, Math.round(cells)) : 0);
    const eighths = share > 0 ? Math.max(1, Math.round(cells * 8)) : 0;
    return "█".repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
}
function bars(standings, { columns, unicode, style }, say) {
    const names = Math.min(24, Math.max(...standings.map(({ name }) => displayWidth(say(name)))));
    const labels = Math.max(...standings.map((standing) => displayWidth(say(lineText(standing)))));
    const width = Math.min(60, columns - names - labels - 4);
    if (width < 8)
        return [];
    const most = Math.max(1, ...standings.map(({ low }) => low));
    return standings.map((standing) => {
        const drawn = bar(standing.low / most, width, unicode);
        const name = pad(clip(say(standing.name), names), names);
        return `${name}  ${style.cyan(drawn)}${drawn === "" ? "" : "  "}${say(lineText(standing))}`;
    });
}
/** Verdict, bars and table, ending with a newline. */
export function renderTerminal(record, options) {
    const { columns, style } = options;
    // Before the layout: the ASCII form of a text can be longer.
    const say = options.unicode ? (text) => text : toAscii;
    const { headline, details, standings } = verdict(record);
    const sentence = wrap(say(headline.map(({ text }) => text).join("")), columns).map(style.bold);
    const rest = details.flatMap((detail) => wrap(say(detail), columns));
    const { columns: titles, rows } = comparisonTable(record);
    const table = {
        columns: titles.map(({ title, align }) => ({ title: say(title), align })),
        rows: rows.map((row) => row.map(say)),
    };
    const tables = tableWidth(table) > columns ? blocks(transpose(table), columns) : [table];
    const lines = [
        ...sentence,
        ...(record.complete ? rest : rest.map(style.yellow)),
        "",
        ...(standings.length === 0 ? [] : [...bars(standings, options, say), ""]),
        ...tables.flatMap((each) => [...textTable(each, { title: style.bold }), ""]),
        ...wrap(say(precisionText(record)), columns).map(style.dim),
    ];
    return `${lines.join("\n")}\n`;
}
