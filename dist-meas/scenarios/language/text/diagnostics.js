/** A text with its name, that can point at its characters. */
export class SourceText {
    file;
    text;
    #lineStarts = [0];
    constructor(file, text) {
        this.file = file;
        this.text = text;
        for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
            this.#lineStarts.push(at + 1);
    }
    /** 1-based line and column of a character. */
    position(offset) {
        let low = 0;
        let high = this.#lineStarts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (this.#lineStarts[middle] <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: offset - this.#lineStarts[low] + 1 };
    }
    lineText(line) {
        const start = this.#lineStarts[line - 1] ?? this.text.length;
        const end = this.#lineStarts[line] ?? this.text.length + 1;
        return this.text.slice(start, end - 1).replace(/\r$/, "");
    }
    diagnostic(problem, range, severity = "error") {
        const { line, column } = this.position(Math.min(range.start, this.text.length));
        const text = this.lineText(line);
        const length = Math.max(1, Math.min(range.end - range.start, text.length - column + 1));
        const above = line > 1 && this.lineText(line - 1).trim() !== "" ? [{ line: line - 1, text: this.lineText(line - 1) }] : [];
        return { severity, file: this.file, line, column, length, ...problem, frame: [...above, { line, text }] };
    }
}
/** About a file as a whole. */
export function fileDiagnostic(file, problem) {
    return { severity: "error", file, ...problem };
}
/** Like a good compiler: one block a diagnostic, with code frame and caret. Ends without a newline. */
export function formatDiagnostics(diagnostics, options = {}) {
    const style = options.style ?? ((_, text) => text);
    return diagnostics.map((diagnostic) => formatOne(diagnostic, style)).join("\n\n");
}
/** Longest line shown; traces and JSON can have very long ones. */
const WIDEST = 160;
function formatOne(diagnostic, style) {
    const { severity, file, line, column, length, message, expected, fix, frame } = diagnostic;
    const lines = [`${style(severity, `${severity}:`)} ${message}`];
    const gutter = String(line ?? 1).length;
    lines.push(`${" ".repeat(gutter)}${style("location", "-->")} ${file}${line === undefined ? "" : `:${line}:${column}`}`);
    if (frame !== undefined && line !== undefined && column !== undefined) {
        const bar = style("location", "|");
        const from = column > WIDEST - 40 ? column - 40 : 0;
        lines.push(`${" ".repeat(gutter)} ${bar}`);
        for (const { line: number, text } of frame) {
            const cut = text.slice(from, from + WIDEST).replaceAll("\t", " ");
            lines.push(`${style("location", String(number).padStart(gutter))} ${bar} ${cut}`.trimEnd());
        }
        const carets = "^".repeat(Math.max(1, Math.min(length ?? 1, WIDEST - (column - 1 - from))));
        lines.push(`${" ".repeat(gutter)} ${bar} ${" ".repeat(column - 1 - from)}${style("caret", carets)}`);
    }
    const note = (label, text) => lines.push(`${" ".repeat(gutter)} ${style("label", "=")} ${style("label", `${label}:`)} ${text}`);
    if (expected !== undefined)
        note("expected", expected);
    if (fix !== undefined)
        note("fix", fix);
    return lines.join("\n");
}
/** In the order of the file; those without a line first. */
export function sorted(diagnostics) {
    return [...diagnostics].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
