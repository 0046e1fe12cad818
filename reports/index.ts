/** Reports: result record in; terminal, Markdown, CSV, JSON and HTML out. `writeReports` loads the charts only when it needs them. */
export { renderCsv } from "./csv.ts";
export { formatBytes, formatCount, formatDuration, formatEstimate, formatRate, formatShare, toAscii } from "./format.ts";
export { renderJson, resultJsonSchema } from "./json.ts";
export type { Environment } from "./manifest.ts";
export { renderMarkdown } from "./markdown.ts";
export { renderPreset } from "./preset.ts";
export { OutputError } from "./output-error.ts";
export { plainStyle, renderTerminal, type TerminalOptions, type TerminalStyle } from "./terminal.ts";
export type { Standing } from "./standings.ts";
export { type Verdict, verdict } from "./verdict.ts";
export { prepareDirectory, type ReportPaths, writeReports } from "./write.ts";
