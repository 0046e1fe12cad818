/** Where the results of a study go, and what they look like on standard output. */
import { basename, extname, join } from "node:path";
import { renderCsv, renderJson, renderMarkdown, renderTerminal } from "../reports/index.js";
/** Where results go unless --out says otherwise: plimsoll-out/iot-gateway for iot-gateway.yaml. */
export function defaultOut(file, part) {
    const name = basename(file, extname(file)) || "scenario";
    return join("plimsoll-out", part === undefined ? name : `${name}-${part.replaceAll(/[^\w.-]+/g, "-")}`);
}
export function render(record, format, { width, unicode, outColors }) {
    switch (format) {
        case "json":
            return renderJson(record);
        case "csv":
            return renderCsv(record);
        case "md":
            return renderMarkdown(record);
        case "table":
            return renderTerminal(record, { columns: width, unicode, style: outColors });
    }
}
