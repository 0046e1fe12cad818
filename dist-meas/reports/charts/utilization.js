/** How busy each resource is at the load line: one bar a deployment, with its interval. */
import { UTILIZATIONS } from "../../scenarios/study/record.js";
import { formatEstimate, formatMeasured } from "../format.js";
import { detailedPoints, displayName, pointAtLine } from "../select.js";
import { clip } from "../table.js";
import { colourField, layered, pixelY, textWidth, withHalo } from "./chart.js";
import { identities } from "./identity.js";
import { css } from "./theme.js";
import { UTILIZATION_WORDS, WHERE_WORDS } from "./words.js";
const BAR = 10; // [px]
const ROW = 18;
const GROUP = 14;
function barsOf(record) {
    const looks = identities(record);
    const shown = record.deployments.flatMap((deployment) => {
        const point = pointAtLine(deployment);
        return point === undefined ? [] : [{ deployment, point }];
    });
    return UTILIZATIONS.filter((resource) => shown.some(({ point }) => (point.utilization[resource].value ?? 0) > 0)).flatMap((resource) => shown.map(({ deployment, point }, index) => {
        const estimate = point.utilization[resource];
        const value = Math.min(1, estimate.value ?? 0);
        return {
            resource: UTILIZATION_WORDS[resource],
            first: index === 0,
            colour: looks.get(deployment.name)?.colour ?? "",
            value,
            low: Math.max(0, Math.min(1, estimate.low ?? value)),
            high: Math.min(1, estimate.high ?? value),
            label: `${clip(displayName(deployment).text, 16)} ${estimate.value === null ? "n/a" : formatMeasured(estimate.value, "share")}`,
        };
    }));
}
function utilizationSpec(bars, size) {
    const narrow = size.name === "narrow"; // the resource stands above its bars, not beside them
    let y = 0;
    const rows = bars.map((bar) => {
        if (bar.first)
            y += narrow ? GROUP + ROW : GROUP;
        const top = y + (ROW - BAR) / 2;
        y += ROW;
        return { ...bar, top, bottom: top + BAR, middle: top + BAR / 2, nameY: top + BAR / 2 - (narrow ? ROW : 0) };
    });
    const left = narrow ? 2 : 16 + Math.max(0, ...bars.map(({ resource }) => textWidth(resource)));
    const right = 14 + Math.max(0, ...bars.map(({ label }) => textWidth(label)));
    const frame = { size, height: y, margin: { top: 0, right, bottom: 30, left } };
    const axis = { title: null, values: [0, 0.5, 1], labelExpr: "datum.value * 100 + ' %'", domain: false, ticks: false };
    const x = (field) => ({ field, type: "quantitative", stack: null, scale: { domain: [0, 1], nice: false }, axis });
    const vertical = (field) => pixelY(field, frame.height);
    return {
        ...layered(frame, [
            {
                mark: { type: "bar" },
                encoding: { x: x("value"), x2: { datum: 0 }, y: vertical("top"), y2: { field: "bottom" }, color: colourField("colour") },
            },
            {
                mark: { type: "rule", strokeWidth: 1.5, color: css("--page-ink") },
                encoding: { x: x("low"), x2: { field: "high" }, y: vertical("middle") },
            },
            ...withHalo({
                mark: { type: "text", align: "left", baseline: "middle", dx: 7, fontSize: 12 },
                encoding: { x: x("high"), y: vertical("middle"), text: { field: "label" } },
            }),
            ...withHalo({
                transform: [{ filter: "datum.first" }],
                mark: { type: "text", align: narrow ? "left" : "right", baseline: "middle", dx: narrow ? 0 : -12, fontWeight: 600 },
                encoding: { x: { value: 0 }, y: vertical("nameY"), text: { field: "resource" } },
            }),
        ]),
        data: { values: rows },
    };
}
export function utilizationChart(record) {
    const bars = barsOf(record);
    const looks = identities(record);
    const details = record.deployments.flatMap((deployment) => detailedPoints(deployment).map((one) => ({ deployment: displayName(deployment).text, ...one })));
    return {
        id: "utilization",
        title: "How busy the machine is",
        description: `Utilization of each resource at the load line. ${bars.map(({ resource, label }) => `${resource}: ${label}`).join("; ")}.`,
        legend: record.deployments.flatMap((deployment) => {
            const look = looks.get(deployment.name);
            return look === undefined || deployment.points.length === 0 ? [] : [{ label: displayName(deployment).text, colour: look.colour }];
        }),
        spec: (size) => utilizationSpec(bars, size),
        table: {
            columns: [
                { title: "deployment", align: "left" },
                { title: "tenants", align: "right" },
                ...UTILIZATIONS.map((resource) => ({ title: UTILIZATION_WORDS[resource], align: "right" })),
            ],
            rows: details.map(({ deployment, where, point }) => [
                deployment,
                `${point.tenants} (${WHERE_WORDS[where]})`,
                ...UTILIZATIONS.map((resource) => formatEstimate(point.utilization[resource], "share").compact),
            ]),
        },
    };
}
