/** Where the response time went, as shares of the mean and of the slowest 1 %, at the load line and at the first load beyond. */
import { COMPONENTS, type Component } from "../../models/vocabulary.ts";
import type { StudyRecord } from "../../scenarios/study/record.ts";
import { formatMeasured } from "../format.ts";
import { displayName } from "../select.ts";
import type { Chart, LegendItem } from "./chart.ts";
import { shownPoints, type Where } from "./shown.ts";
import { type Group, headingOf, type Segment, stack, stackSpec } from "./stacked.ts";
import { css } from "./theme.ts";
import { COMPONENT_WORDS, WHERE_WORDS } from "./words.ts";

export type Anatomy = Readonly<Record<Component, number>>;

interface Case {
  readonly deployment: string;
  readonly tenants: number;
  readonly where: Where;
  readonly of: "mean" | "slowest 1 %";
  readonly anatomy: Anatomy;
  readonly total: number;
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

function casesOf(record: StudyRecord): readonly Case[] {
  return record.deployments.flatMap((deployment) =>
    shownPoints(deployment).flatMap(({ where, point }): Case[] => {
      const base = { deployment: displayName(deployment).text, tenants: point.tenants, where };
      const { mean, tail } = point.anatomy;
      return [
        { ...base, of: "mean" as const, anatomy: mean, total: totalOf(mean) },
        ...(tail === null ? [] : [{ ...base, of: "slowest 1 %" as const, anatomy: tail, total: totalOf(tail) }]),
      ].filter(({ total }) => total > 0); // nothing was answered
    }),
  );
}

function groupsOf(cases: readonly Case[]): readonly Group[] {
  const first = (one: Case, index: number) =>
    index === 0 || cases[index - 1].tenants !== one.tenants || cases[index - 1].deployment !== one.deployment;
  return cases.flatMap((one, index): Group[] => {
    if (!first(one, index)) return [];
    const own = cases.filter(
      ({ deployment, tenants, where }) => deployment === one.deployment && tenants === one.tenants && where === one.where,
    );
    const rows = own.map(({ of, anatomy, total }) => ({
      label: of,
      segments: sharesOf(anatomy),
      total: formatMeasured(total, "duration"),
    }));
    return [{ heading: headingOf(one.deployment, one.tenants, one.where), rows }];
  });
}

export const largestOf = (anatomy: Anatomy): Component =>
  COMPONENTS.reduce((most, component) => (anatomy[component] > anatomy[most] ? component : most));

export function anatomyChart(record: StudyRecord): Chart {
  const cases = casesOf(record);
  const tails = cases.filter(({ where, of }) => where !== "beyond" && of === "slowest 1 %");
  const words = tails.map((one) => `${one.deployment}: ${COMPONENT_WORDS[largestOf(one.anatomy)].short}`);
  const shown = COMPONENTS.filter((component) => cases.some(({ anatomy }) => anatomy[component] > 0));
  const where = tails.some((one) => one.where === "at") ? "at the load line" : "at the load that was simulated";
  return {
    id: "anatomy",
    title: "Where the time went",
    description: `Stacked bars of the parts of the response time.${words.length > 0 ? ` Largest part of the slowest 1 % ${where}: ${words.join("; ")}.` : ""}`,
    legend: componentLegend(shown),
    spec: (size) => stackSpec({ groups: groupsOf(cases), marks: [], most: 1, ticks: PERCENT_TICKS }, size),
    table: {
      columns: [
        { title: "deployment", align: "left" },
        { title: "tenants", align: "right" },
        { title: "of", align: "left" },
        { title: "total", align: "right" },
        ...shown.map((component) => ({ title: COMPONENT_WORDS[component].short, align: "right" as const })),
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
