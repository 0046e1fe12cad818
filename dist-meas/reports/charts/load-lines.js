import { objectiveText } from "../select.js";
import { clip } from "../table.js";
import { lineText, list, relativeText, standings } from "../verdict.js";
import { colourField, innerWidth, layered, pixelY, textWidth } from "./chart.js";
import { identities } from "./identity.js";
import { css } from "./theme.js";
const BAR = 24; // [px]
function barSpec(record, all, size) {
    const looks = identities(record);
    const narrow = size.name === "narrow";
    const step = narrow ? 58 : 44;
    const barTop = narrow ? 24 : 10;
    const names = narrow ? 0 : Math.min(170, 16 + Math.max(...all.map(({ name }) => textWidth(name))));
    const frame = { size, height: step * all.length, margin: { top: 4, right: 6, bottom: 4, left: names } };
    const labels = 16 + Math.max(...all.map((standing) => textWidth(lineText(standing))));
    const longest = Math.max(1, ...all.map(({ low, high }) => (Number.isFinite(high) ? Math.max(low, high) : low)));
    const scale = { domain: [0, (longest * innerWidth(frame)) / (innerWidth(frame) - labels)], nice: false };
    const x = (field) => ({ field, type: "quantitative", axis: null, scale });
    const rows = all.map((standing, index) => {
        const high = Number.isFinite(standing.high) ? Math.max(standing.high, standing.low) : standing.low;
        return {
            name: clip(standing.name, narrow ? 40 : 22),
            colour: looks.get(standing.deployment.name)?.colour,
            low: standing.low,
            high,
            label: lineText(standing),
            top: index * step + barTop,
            bottom: index * step + barTop + BAR,
            middle: index * step + barTop + BAR / 2,
            nameY: narrow ? index * step + 14 : index * step + barTop + BAR / 2,
        };
    });
    const y = { y: pixelY("top", frame.height), y2: { field: "bottom" } };
    const colour = colourField("colour");
    const text = (field, at, mark, position) => ({
        mark: { type: "text", baseline: "middle", ...mark },
        encoding: { ...position, y: pixelY(at, frame.height), text: { field } },
    });
    return {
        ...layered(frame, [
            { mark: { type: "bar", opacity: 0.32 }, encoding: { x: x("low"), x2: { field: "high" }, ...y, color: colour } },
            { mark: { type: "bar" }, encoding: { x: x("low"), x2: { datum: 0 }, ...y, color: colour } },
            { mark: { type: "rule", strokeWidth: 2 }, encoding: { x: x("high"), ...y, color: colour } },
            text("label", "middle", { align: "left", dx: 9, fontWeight: 600 }, { x: x("high") }),
            text("name", "nameY", { align: narrow ? "left" : "right", dx: narrow ? 0 : -12, color: css("--page-ink") }, { x: { value: 0 } }),
        ]),
        data: { values: rows },
    };
}
export function loadLinesChart(record) {
    const all = standings(record);
    const words = all.map((standing) => `${standing.name}: ${lineText(standing)}`);
    return {
        id: "load-lines",
        title: "Load lines",
        description: `Bars of the largest number of tenants that meets ${objectiveText(record)}. ${list(words)}.`,
        legend: [],
        spec: (size) => barSpec(record, all, size),
        table: {
            columns: [
                { title: "deployment", align: "left" },
                { title: "tenants", align: "right" },
                { title: "against best", align: "right" },
                { title: "how", align: "left" },
            ],
            rows: all.map((standing) => [standing.name, lineText(standing), relativeText(standing) || "–", standing.deployment.label]),
        },
    };
}
