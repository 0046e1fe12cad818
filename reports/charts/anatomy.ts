/** Where the response time went, as shares of the mean and of the slowest 1 %, at the load line and at the first load beyond. */
import { COMPONENTS, type Component } from "../../models/vocabulary.ts";
import type { DeploymentRecord, StudyRecord } from "../../scenarios/study/record.ts";
import { formatMeasured } from "../format.ts";
import { displayName } from "../select.ts";
import type { Chart, LegendItem } from "./chart.ts";
import { type ShownPoint, shownPoints } from "./shown.ts";
import { type Group, headingsOf, type Segment, stack, stackSpec } from "./stacked.ts";
import { css } from "./theme.ts";
import { COMPONENT_WORDS, WHERE_WORDS } from "./words.ts";

export type Anatomy = Readonly<Record<Component, number>>;

interface Case {
  readonly deployment: DeploymentRecord;
  readonly shown: ShownPoint;
  readonly bars: readonly { readonly of: "mean" | "slowest 1 %"; readonly anatomy: Anatomy; readonly total: number }[];
}

/** The response time that the parts make up [s]. */
export const totalOf = (anatomy: Anatomy): number => COMPONENTS.reduce((total, component) => total + anatomy[component], 0);

/** The parts of a response time as parts of one. */
export function sharesOf(anatomy: Anatomy): readonly Segment[] {
  const total = totalOf(anatomy);
  const size = (component: Component) => (total > 0 ? anatomy[component] / total : 0);
  return stack(
    COMPONENTS.map((component) => ({
      label: COMPONENT_WORDS[component].short,
      property: `--part-${component}`,
      size: size(component),
    })),
  );
}

export const componentLegend = (shown: readonly Component[]): readonly LegendItem[] =>
  shown.map((component) => ({
    label: `${COMPONENT_WORDS[component].short}: ${COMPONENT_WORDS[component].meaning}`,
    colour: css(`--part-${component}`),
  }));

export const PERCENT_TICKS = [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, label: `${at * 100} %` }));

const casesOf = (record: StudyRecord): readonly Case[] =>
  record.deployments.flatMap((deployment) =>
    shownPoints(deployment).flatMap((shown): Case[] => {
      const { mean, tail } = shown.point.anatomy;
      const bars = [
        { of: "mean" as const, anatomy: mean, total: totalOf(mean) },
        ...(tail === null ? [] : [{ of: "slowest 1 %" as const, anatomy: tail, total: totalOf(tail) }]),
      ].filter(({ total }) => total > 0); // nothing was answered
      return bars.length === 0 ? [] : [{ deployment, shown, bars }];
    }),
  );

function groupsOf(record: StudyRecord, cases: readonly Case[]): readonly Group[] {
  const headingOf = headingsOf(record);
  return cases.map(({ deployment, shown, bars }) => ({
    heading: headingOf(deployment, shown),
    rows: bars.map(({ of, anatomy, total }) => ({ label: of, segments: sharesOf(anatomy), total: formatMeasured(total, "duration") })),
  }));
}

export const largestOf = (anatomy: Anatomy): Component =>
  COMPONENTS.reduce((most, component) => (anatomy[component] > anatomy[most] ? component : most));

export function anatomyChart(record: StudyRecord): Chart {
  const cases = casesOf(record);
  const bars = cases.flatMap((one) => one.bars.map((bar) => ({ ...one, bar })));
  const tails = bars.filter(({ shown, bar }) => shown.where !== "beyond" && bar.of === "slowest 1 %");
  const words = tails.map(({ deployment, bar }) => `${displayName(deployment).text}: ${COMPONENT_WORDS[largestOf(bar.anatomy)].short}`);
  const parts = COMPONENTS.filter((component) => bars.some(({ bar }) => bar.anatomy[component] > 0));
  const where = tails.some(({ shown }) => shown.where === "at") ? "at the load line" : "at the load that was simulated";
  return {
    id: "anatomy",
    title: "Where the time went",
    description: `Stacked bars of the parts of the response time.${words.length > 0 ? ` Largest part of the slowest 1 % ${where}: ${words.join("; ")}.` : ""}`,
    legend: componentLegend(parts),
    spec: (size) => stackSpec({ groups: groupsOf(record, cases), marks: [], most: 1, ticks: PERCENT_TICKS }, size),
    table: {
      columns: [
        { title: "deployment", align: "left" },
        { title: "tenants", align: "right" },
        { title: "of", align: "left" },
        { title: "total", align: "right" },
        ...parts.map((component) => ({ title: COMPONENT_WORDS[component].short, align: "right" as const })),
      ],
      rows: bars.map(({ deployment, shown: { where, point }, bar }) => [
        displayName(deployment).text,
        `${point.tenants} (${WHERE_WORDS[where]})`,
        bar.of,
        formatMeasured(bar.total, "duration"),
        ...parts.map((component) => (bar.anatomy[component] > 0 ? formatMeasured(bar.anatomy[component], "duration") : "–")),
      ]),
    },
  };
}
