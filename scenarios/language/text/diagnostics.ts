/** Errors and warnings about an input file: where, what was found, what was expected, the fix. */
import type { Problem } from "./problem.ts";

export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly file: string;
  /** 1-based; absent when the whole file is meant. */
  readonly line?: number;
  readonly column?: number;
  /** Characters to underline. */
  readonly length?: number;
  /** What was found. */
  readonly message: string;
  readonly expected?: string;
  readonly fix?: string;
  /** The line in question with its neighbour above. */
  readonly frame?: readonly { readonly line: number; readonly text: string }[];
}

/** Range of characters in a text, [start, end). */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A text with its name, that can point at its characters. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  readonly #lineStarts: number[] = [0];

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#lineStarts.push(at + 1);
  }

  /** 1-based line and column of a character. */
  position(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#lineStarts[low] as number) + 1 };
  }

  lineText(line: number): string {
    const start = this.#lineStarts[line - 1] ?? this.text.length;
    const end = this.#lineStarts[line] ?? this.text.length + 1;
    return this.text.slice(start, end - 1).replace(/\r$/, "");
  }

  diagnostic(problem: Problem, range: Range, severity: Diagnostic["severity"] = "error"): Diagnostic {
    const { line, column } = this.position(Math.min(range.start, this.text.length));
    const text = this.lineText(line);
    const length = Math.max(1, Math.min(range.end - range.start, text.length - column + 1));
    const above = line > 1 && this.lineText(line - 1).trim() !== "" ? [{ line: line - 1, text: this.lineText(line - 1) }] : [];
    return { severity, file: this.file, line, column, length, ...problem, frame: [...above, { line, text }] };
  }
}

/** About a file as a whole. */
export function fileDiagnostic(file: string, problem: Problem): Diagnostic {
  return { severity: "error", file, ...problem };
}

/** How to decorate the parts of a message; plain text unless a terminal says otherwise. */
export type Style = (part: "error" | "warning" | "location" | "caret" | "label", text: string) => string;

/** Like a good compiler: one block a diagnostic, with code frame and caret. Ends without a newline. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], options: { readonly style?: Style } = {}): string {
  const style = options.style ?? ((_, text) => text);
  return diagnostics.map((diagnostic) => formatOne(diagnostic, style)).join("\n\n");
}

/** Longest line shown; traces and JSON can have very long ones. */
const WIDEST = 160;

function formatOne(diagnostic: Diagnostic, style: Style): string {
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
  const note = (label: string, text: string) =>
    lines.push(`${" ".repeat(gutter)} ${style("label", "=")} ${style("label", `${label}:`)} ${text}`);
  if (expected !== undefined) note("expected", expected);
  if (fix !== undefined) note("fix", fix);
  return lines.join("\n");
}

/** In the order of the file; those without a line first. */
export function sorted(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
