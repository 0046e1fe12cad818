/** The memory map: what fills the host's memory, and what was moved out to swap. */
import { MEMORY_KINDS } from "../../models/vocabulary.js";
import { formatBytes, formatCount, formatEstimate, formatMeasured } from "../format.js";
import { detailedPoints, displayName, firstHost } from "../select.js";
import { headingOf, stack, stackSpec } from "./stacked.js";
import { css, GROUP_OF, MEMORY_GROUPS } from "./theme.js";
import { MEMORY_GROUP_WORDS, MEMORY_KIND_WORDS, WHERE_WORDS } from "./words.js";
function groupsOf({ memory }) {
    const groups = {
        host: 0,
        guest: 0,
        runtime: 0,
        application: 0,
        shared: 0,
        free: memory.free,
        swapped: memory.swapped,
    };
    for (const kind of MEMORY_KINDS)
        groups[GROUP_OF[kind]] += memory.resident[kind];
    return groups;
}
const used = ({ memory }) => memory.total - memory.free;
function rowOf({ deployment, where, point }) {
    const groups = groupsOf(point);
    const parts = MEMORY_GROUPS.map((group) => ({
        label: MEMORY_GROUP_WORDS[group].short,
        property: `--memory-${group}`,
        size: groups[group],
    }));
    const swapped = point.memory.swapped > 0 ? ` + ${formatMeasured(point.memory.swapped, "bytes")} swap` : "";
    return {
        heading: headingOf(deployment, point.tenants, where, `${formatMeasured(used(point), "bytes")}${swapped}`),
        label: "",
        segments: stack(parts),
        total: "",
    };
}
/** Whole GiB up to the most, or quarters of the most on small machines. */
function ticksOf(most) {
    const units = [1, 4, 16, 64, 256, 1024, 4096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304].flatMap((mebi) => [mebi / 2, mebi].map((size) => size * 1024 * 1024));
    const step = units.find((size) => most / size <= 8) ?? most;
    return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => ({
        at: index * step,
        label: index === 0 ? "0" : formatBytes(index * step),
    }));
}
export function memoryChart(record) {
    const cases = record.deployments.flatMap((deployment) => detailedPoints(deployment).map(({ where, point }) => ({ deployment: displayName(deployment).text, where, point })));
    const host = firstHost(record);
    const total = Math.max(host.memory, ...cases.map(({ point }) => point.memory.total));
    const swapped = Math.max(0, ...cases.map(({ point }) => point.memory.swapped));
    const most = total + (swapped > 0 ? Math.max(swapped, host.swap) : 0);
    const memoryMark = { at: total, label: `memory ${formatBytes(total)}`, property: "--page-limit" };
    const swapMark = { at: total + host.swap, label: `swap ${formatBytes(host.swap)}`, property: "--page-limit" };
    const marks = swapped > 0 && host.swap > 0 ? [memoryMark, swapMark] : [memoryMark];
    const shown = MEMORY_GROUPS.filter((group) => cases.some(({ point }) => groupsOf(point)[group] > 0));
    const kinds = MEMORY_KINDS.filter((kind) => cases.some(({ point }) => point.memory.resident[kind] > 0));
    const words = cases
        .filter(({ where }) => where === "at")
        .map(({ deployment, point }) => `${deployment} with ${point.tenants} tenants ${formatMeasured(used(point), "bytes")}`);
    return {
        id: "memory",
        title: "Memory map",
        description: `Stacked bars of the host's ${formatBytes(total)} by use, averaged over time. In use at the load line: ${words.join("; ")}.`,
        legend: shown.map((group) => ({
            label: `${MEMORY_GROUP_WORDS[group].short}: ${MEMORY_GROUP_WORDS[group].meaning}`,
            colour: css(`--memory-${group}`),
        })),
        spec: (size) => stackSpec({ rows: cases.map(rowOf), marks, most, ticks: ticksOf(most) }, size),
        table: {
            columns: [
                { title: "deployment", align: "left" },
                { title: "tenants", align: "right" },
                ...kinds.map((kind) => ({ title: MEMORY_KIND_WORDS[kind], align: "right" })),
                { title: "free", align: "right" },
                { title: "swapped", align: "right" },
                { title: "page faults from disk", align: "right" },
                { title: "killed for memory", align: "right" },
                { title: "idle evicted", align: "right" },
            ],
            rows: cases.map(({ deployment, where, point }) => [
                deployment,
                `${point.tenants} (${WHERE_WORDS[where]})`,
                ...kinds.map((kind) => formatMeasured(point.memory.resident[kind], "bytes")),
                formatMeasured(point.memory.free, "bytes"),
                formatMeasured(point.memory.swapped, "bytes"),
                formatEstimate(point.majorFaults, "rate").compact,
                formatCount(point.outOfMemoryKills),
                formatCount(point.evictions),
            ]),
        },
    };
}
