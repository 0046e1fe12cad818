/** Where the response time went, as shares of the mean and of the slowest 1 %, at the load line and at the first load beyond. */
import { COMPONENTS } from "../../models/vocabulary.js";
import { formatMeasured } from "../format.js";
import { detailedPoints, displayName } from "../select.js";
import { headingOf, stack, stackSpec } from "./stacked.js";
import { css } from "./theme.js";
import { COMPONENT_WORDS, WHERE_WORDS } from "./words.js";
const sum = (anatomy) => COMPONENTS.reduce((total, component) => total + anatomy[component], 0);
function casesOf(record) {
    return record.deployments.flatMap((deployment) => detailedPoints(deployment).flatMap(({ where, point }) => {
        const base = { deployment: displayName(deployment).text, tenants: point.tenants, where };
        const { mean, tail } = point.anatomy;
        return [
            { ...base, of: "mean", anatomy: mean, total: sum(mean) },
            ...(tail === null ? [] : [{ ...base, of: "slowest 1 %", anatomy: tail, total: sum(tail) }]),
        ].filter(({ total }) => total > 0); // nothing was answered
    }));
}
function rowsOf(cases) {
    return cases.map((one) => {
        const heading = one.of === "mean" ? { heading: headingOf(one.deployment, one.tenants, one.where) } : {};
        const parts = COMPONENTS.map((component) => ({
            label: COMPONENT_WORDS[component].short,
            property: `--part-${component}`,
            size: one.total > 0 ? one.anatomy[component] / one.total : 0,
        }));
        return { ...heading, label: one.of, segments: stack(parts), total: formatMeasured(one.total, "duration") };
    });
}
const largest = (one) => COMPONENTS.reduce((most, component) => (one.anatomy[component] > one.anatomy[most] ? component : most));
const TICKS = [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, label: `${at * 100} %` }));
export function anatomyChart(record) {
    const cases = casesOf(record);
    const tails = cases.filter(({ where, of }) => where === "at" && of === "slowest 1 %");
    const words = tails.map((one) => `${one.deployment}: ${COMPONENT_WORDS[largest(one)].short}`);
    const shown = COMPONENTS.filter((component) => cases.some(({ anatomy }) => anatomy[component] > 0));
    return {
        id: "anatomy",
        title: "Where the time went",
        description: `Stacked bars of the parts of the response time.${words.length > 0 ? ` Largest part of the slowest 1 % at the load line: ${words.join("; ")}.` : ""}`,
        legend: shown.map((component) => ({
            label: `${COMPONENT_WORDS[component].short}: ${COMPONENT_WORDS[component].meaning}`,
            colour: css(`--part-${component}`),
        })),
        spec: (size) => stackSpec({ rows: rowsOf(cases), marks: [], most: 1, ticks: TICKS }, size),
        table: {
            columns: [
                { title: "deployment", align: "left" },
                { title: "tenants", align: "right" },
                { title: "of", align: "left" },
                { title: "total", align: "right" },
                ...shown.map((component) => ({ title: COMPONENT_WORDS[component].short, align: "right" })),
            ],
            rows: cases.map((one) => [
                one.deployment,
                `${one.tenants} (${WHERE_WORDS[one.where]})`,
                one.of,
                formatMeasured(one.total, "duration"),
                ...shown.map((component) => (one.anatomy[component] > 0 ? formatMeasured(one.anatomy[component], "duration") : "–")),
            ]),
        },
    };
}
