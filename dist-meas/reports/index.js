/** Reports: result record in; terminal, Markdown, CSV, JSON and HTML out. `writeReports` loads the charts only when it needs them. */
export { renderCsv } from "./csv.js";
export { formatBytes, formatCount, formatDuration, formatEstimate, formatRate, formatShare, toAscii } from "./format.js";
export { renderJson, resultJsonSchema } from "./json.js";
export { renderMarkdown } from "./markdown.js";
export { renderPreset } from "./preset.js";
export { OutputError } from "./output-error.js";
export { plainStyle, renderTerminal } from "./terminal.js";
export { verdict } from "./verdict.js";
export { prepareDirectory, writeReports } from "./write.js";
