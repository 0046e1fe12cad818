import { formatEstimate, formatMeasured } from "./format.js";
import { memoryPerTenant, objectiveLatency, objectiveStatistic, pointAtLine } from "./select.js";
import { lineText, relativeText, verdict } from "./verdict.js";
const NOTHING = "–";
const startText = ({ starts: { p50 } }) => (p50 === null ? NOTHING : formatMeasured(p50, "duration"));
function bottleneckText(standing) {
    const line = standing.deployment.loadLine;
    if (line === null)
        return NOTHING;
    if (line.bottleneck !== null)
        return line.bottleneck.resource;
    return line.endOfRange ? "none in the range" : NOTHING;
}
/** @param options.labels with a column that says what each deployment is. Latency, throughput, errors and memory are those at the load line. */
export function comparisonTable(record, options = { labels: false }) {
    const statistic = objectiveStatistic(record);
    const rows = verdict(record).standings.map((standing) => {
        const point = pointAtLine(standing.deployment);
        const measured = point === undefined
            ? [NOTHING, NOTHING, NOTHING, NOTHING]
            : [
                formatEstimate(point.latency.p50, "duration").compact,
                formatEstimate(objectiveLatency(record, point), "duration").compact,
                formatEstimate(point.throughput, "rate").compact,
                formatEstimate(point.errorRate, "share").compact,
            ];
        return [
            standing.name,
            ...(options.labels ? [standing.deployment.label] : []),
            lineText(standing),
            standing.relative === null ? NOTHING : relativeText(standing),
            ...measured,
            bottleneckText(standing),
            point === undefined ? NOTHING : formatMeasured(memoryPerTenant(point), "bytes"),
            point === undefined ? NOTHING : startText(point),
        ];
    });
    const right = (title) => ({ title, align: "right" });
    return {
        columns: [
            { title: "deployment", align: "left" },
            ...(options.labels ? [right("is")] : []),
            right("tenants"),
            right("against best"),
            right("p50"),
            right(statistic === "p50" ? "objective p50" : statistic),
            right("throughput"),
            right("errors"),
            { title: "stops at", align: "left" },
            right("memory per tenant"),
            right("start (median)"),
        ],
        rows,
    };
}
/** How many replications are behind the numbers, and with which confidence; one sentence. */
export function precisionText(record) {
    const points = record.deployments.flatMap((deployment) => pointAtLine(deployment) ?? []);
    const replications = points.map((point) => point.replications);
    const confidence = `${formatEstimate({ value: record.experiment.confidence, low: null, high: null, n: 1 }, "share").value}`;
    if (replications.length === 0)
        return `Intervals are at ${confidence} confidence.`;
    const [least, most] = [Math.min(...replications), Math.max(...replications)];
    const runs = least === most ? `${least} replications` : `${least} to ${most} replications`;
    return `Latency and throughput are those at the load line, from ${runs}; ± is the ${confidence} confidence interval.`;
}
