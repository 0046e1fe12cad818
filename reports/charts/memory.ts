/** The memory map: what fills the host's memory, and what was moved out to swap. */
import { MEMORY_KINDS } from "../../models/vocabulary.ts";
import type { DeploymentRecord, Point, StudyRecord } from "../../scenarios/study/record.ts";
import { formatBytes, formatCount, formatEstimate, formatMeasured } from "../format.ts";
import { displayName, firstHost } from "../select.ts";
import type { Chart } from "./chart.ts";
import { byteTicks } from "./scale.ts";
import { shownPoints, type Where } from "./shown.ts";
import { type Group, headingsOf, type Mark, stack, stackSpec } from "./stacked.ts";
import { css, GROUP_OF, MEMORY_GROUPS, type MemoryGroup } from "./theme.ts";
import { MEMORY_GROUP_WORDS, MEMORY_KIND_WORDS, WHERE_WORDS } from "./words.ts";

interface Case {
  readonly deployment: DeploymentRecord;
  readonly where: Where;
  readonly point: Point;
}

function groupsOf({ memory }: Point): Readonly<Record<MemoryGroup, number>> {
  const groups: Record<MemoryGroup, number> = {
    host: 0,
    guest: 0,
    runtime: 0,
    application: 0,
    shared: 0,
    free: memory.free,
    swapped: memory.swapped,
  };
  for (const kind of MEMORY_KINDS) groups[GROUP_OF[kind]] += memory.resident[kind];
  return groups;
}

const used = ({ memory }: Point): number => memory.total - memory.free;

function groupOf({ deployment, where, point }: Case, headingOf: ReturnType<typeof headingsOf>): Group {
  const groups = groupsOf(point);
  const parts = MEMORY_GROUPS.map((group) => ({
    label: MEMORY_GROUP_WORDS[group].short,
    property: `--memory-${group}`,
    size: groups[group],
  }));
  const swapped = point.memory.swapped > 0 ? ` + ${formatMeasured(point.memory.swapped, "bytes")} swap` : "";
  return {
    heading: headingOf(deployment, { where, point }, `${formatMeasured(used(point), "bytes")}${swapped}`),
    rows: [{ label: "", segments: stack(parts), total: "" }],
  };
}

const ticksOf = (most: number): readonly { readonly at: number; readonly label: string }[] =>
  byteTicks(most).map((at) => ({ at, label: at === 0 ? "0" : formatBytes(at) }));

export function memoryChart(record: StudyRecord): Chart {
  const cases = record.deployments.flatMap((deployment) =>
    shownPoints(deployment).map(({ where, point }): Case => ({ deployment, where, point })),
  );
  const headingOf = headingsOf(record);
  const host = firstHost(record);
  const total = Math.max(host.memory, ...cases.map(({ point }) => point.memory.total));
  const swapped = Math.max(0, ...cases.map(({ point }) => point.memory.swapped));
  const most = total + (swapped > 0 ? Math.max(swapped, host.swap) : 0);
  const memoryMark: Mark = { at: total, label: `memory ${formatBytes(total)}`, property: "--page-limit" };
  const swapMark: Mark = { at: total + host.swap, label: `swap ${formatBytes(host.swap)}`, property: "--page-limit" };
  const marks = swapped > 0 && host.swap > 0 ? [memoryMark, swapMark] : [memoryMark];
  const shown = MEMORY_GROUPS.filter((group) => cases.some(({ point }) => groupsOf(point)[group] > 0));
  const kinds = MEMORY_KINDS.filter((kind) => cases.some(({ point }) => point.memory.resident[kind] > 0));
  const words = cases
    .filter(({ where }) => where !== "beyond")
    .map(
      ({ deployment, point }) => `${displayName(deployment).text} with ${point.tenants} tenants ${formatMeasured(used(point), "bytes")}`,
    );
  return {
    id: "memory",
    title: "Memory map",
    description: `Stacked bars of the host's ${formatBytes(total)} by use, averaged over time. In use: ${words.join("; ")}.`,
    legend: shown.map((group) => ({
      label: `${MEMORY_GROUP_WORDS[group].short}: ${MEMORY_GROUP_WORDS[group].meaning}`,
      colour: css(`--memory-${group}`),
    })),
    spec: (size) => stackSpec({ groups: cases.map((one) => groupOf(one, headingOf)), marks, most, ticks: ticksOf(most) }, size),
    table: {
      columns: [
        { title: "deployment", align: "left" },
        { title: "tenants", align: "right" },
        ...kinds.map((kind) => ({ title: MEMORY_KIND_WORDS[kind], align: "right" as const })),
        { title: "free", align: "right" },
        { title: "swapped", align: "right" },
        { title: "page faults from disk", align: "right" },
        { title: "killed for memory", align: "right" },
        { title: "idle evicted", align: "right" },
      ],
      rows: cases.map(({ deployment, where, point }) => [
        displayName(deployment).text,
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
