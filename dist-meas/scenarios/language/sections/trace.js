import { fileDiagnostic, SourceText } from "../text/diagnostics.js";
import { listed, nearest } from "../text/suggest.js";
/** Bad rows that are shown one by one. */
const SHOWN = 10;
/** The trace, or what is wrong with it row by row. `header` is there as soon as there is one. */
export function parseTrace(input, request) {
    const text = input.startsWith("\uFEFF") ? input.slice(1) : input;
    const source = new SourceText(request.file, text);
    const end = text.indexOf("\n");
    const headerLine = (end < 0 ? text : text.slice(0, end)).replace(/\r$/, "");
    if (headerLine.trim() === "") {
        return {
            diagnostics: [fileDiagnostic(request.file, { message: "the trace is empty", expected: "a header row and one row for each request" })],
        };
    }
    const header = headerLine.split(",").map((name) => unquoted(name));
    const wanted = [request.timeColumn, ...request.columns];
    const positions = wanted.map((name) => header.indexOf(name));
    if (positions.includes(-1)) {
        const diagnostics = wanted
            .filter((name) => !header.includes(name))
            .map((name) => source.diagnostic(unknownColumn(name, header), { start: 0, end: headerLine.length }));
        return { diagnostics, header };
    }
    return readRows(source, text, end, header, positions, request);
}
function unknownColumn(name, header) {
    const guess = nearest(name, header);
    return {
        message: `the trace has no column "${name}"`,
        expected: listed(header),
        ...(guess === undefined ? {} : { fix: `did you mean "${guess}"?` }),
    };
}
function readRows(source, text, headerEnd, header, positions, request) {
    const times = [];
    const columns = request.columns.map(() => []);
    const diagnostics = [];
    let bad = 0;
    let first;
    for (const { line, start } of rows(text, headerEnd)) {
        const cells = line.split(",");
        const row = readRow(cells, header, positions);
        const objection = "cell" in row ? row : isEarlier(row.when, first, times.at(-1), positions[0]);
        if (objection !== undefined) {
            const { cell, ...problem } = objection;
            const from = cell < 0 ? start : start + cells.slice(0, cell).reduce((sum, each) => sum + each.length + 1, 0);
            const length = cell < 0 ? line.length : cells[cell].length;
            if (++bad <= SHOWN)
                diagnostics.push(source.diagnostic(problem, { start: from, end: from + Math.max(1, length) }));
        }
        else if (!("cell" in row)) {
            first ??= row.when;
            times.push(elapsed(first, row.when));
            for (const [index, value] of row.numbers.entries())
                columns[index].push(value);
        }
    }
    const wrong = (problem) => diagnostics.push(fileDiagnostic(source.file, problem));
    if (bad > SHOWN)
        wrong({ message: `and ${bad - SHOWN} more rows like these`, expected: "rows that fit the header" });
    else if (bad === 0 && times.length < 2) {
        const found = times.length === 0 ? "no request" : "only one request";
        wrong({ message: `the trace has ${found}`, expected: "at least 2 requests, to know how often they come" });
    }
    else if (bad === 0 && times.at(-1) === 0)
        wrong({ message: "all requests have the same time", expected: "requests spread over time" });
    if (diagnostics.length > 0)
        return { diagnostics, header };
    const named = Object.fromEntries(request.columns.map((name, index) => [name, Float64Array.from(columns[index])]));
    return { trace: { name: request.name, times: Float64Array.from(times), columns: named } };
}
/** Lines after the header; an empty one at the end of the file is none. */
function* rows(text, headerEnd) {
    let start = headerEnd < 0 ? text.length : headerEnd + 1;
    while (start < text.length) {
        const newline = text.indexOf("\n", start);
        const end = newline < 0 ? text.length : newline;
        const line = text.slice(start, end).replace(/\r$/, "");
        if (line !== "" || end + 1 < text.length)
            yield { line, start };
        start = end + 1;
    }
}
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
/** Time and numbers of a row, `positions` being where the time and the columns in use stand. */
function readRow(cells, header, positions) {
    if (cells.length !== header.length) {
        const message = cells.length === 1 && cells[0] === "" ? "an empty row" : `${cells.length} value${cells.length === 1 ? "" : "s"} in this row`;
        return { cell: -1, message, expected: `${header.length}: ${header.join(", ")}` };
    }
    const [time, ...values] = positions.map((position) => unquoted(cells[position]));
    const when = parseInstant(time);
    if (when === undefined) {
        return { cell: positions[0], message: `"${time}" is not a time`, expected: 'seconds, or "2023-11-16 18:17:03.9799600"' };
    }
    const numbers = values.map((value) => (NUMBER.test(value) ? Number(value) : Number.NaN));
    const wrong = numbers.findIndex((value) => !(value >= 0 && Number.isFinite(value)));
    if (wrong < 0)
        return { when, numbers };
    return { cell: positions[wrong + 1], message: `"${values[wrong]}" is not a number of 0 or more`, expected: "a number" };
}
function isEarlier(when, first, last, cell) {
    if (first === undefined || last === undefined || elapsed(first, when) >= last)
        return undefined;
    return { cell, message: "this row is earlier than the one above it", expected: "rows ascending in time", fix: "sort the file by time" };
}
const elapsed = (from, to) => to.seconds - from.seconds + (to.fraction - from.fraction);
const unquoted = (cell) => cell.trim().replace(/^"(.*)"$/, "$1");
const CALENDAR = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?(?:Z|\+00:00)?$/;
/** Seconds as a number, or a time of the calendar in UTC. */
export function parseInstant(text) {
    if (/^\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) {
        const value = Number(text);
        return Number.isFinite(value) ? { seconds: Math.floor(value), fraction: value - Math.floor(value) } : undefined;
    }
    const match = CALENDAR.exec(text);
    if (match === null)
        return undefined;
    const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
    if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) || hour > 23 || minute > 59 || second > 60)
        return undefined;
    return { seconds: daysSince1970(year, month, day) * 86400 + hour * 3600 + minute * 60 + second, fraction: Number(match[7] ?? 0) };
}
const isLeap = (year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysInMonth = (year, month) => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
/** Proleptic Gregorian calendar; years counted from March, so that the leap day is the last one. */
function daysSince1970(year, month, day) {
    const y = month <= 2 ? year - 1 : year;
    const m = (month + 9) % 12;
    const day1 = y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((m * 306 + 5) / 10) + day - 1;
    return day1 - 719468;
}
