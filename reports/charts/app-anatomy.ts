/** Where the response time of each application went, the one nearest to its objective first. */
import { COMPONENTS } from "../../models/vocabulary.ts";
import type { AppResult, DeploymentRecord, Point, StudyRecord } from "../../scenarios/study/record.ts";
import { formatMeasured } from "../format.ts";
import { displayName } from "../select.ts";
import { largestOf, PERCENT_TICKS, sharesOf, totalOf } from "./anatomy.ts";
import type { Chart } from "./chart.ts";
import { pressureOf } from "./objective.ts";
import { shownPoints, type Where } from "./shown.ts";
import { type Group, headingsOf, stackSpec } from "./stacked.ts";
import { COMPONENT_WORDS, WHERE_WORDS } from "./words.ts";

interface Case {
  readonly deployment: DeploymentRecord;
  readonly where: Where;
  readonly point: Point;
  /** Nearest to its objective first. */
  readonly apps: readonly AppResult[];
}

/** With many deployments only the applications that matter most are drawn; the table has them all. */
const MOST_DRAWN = 6;

function casesOf(record: StudyRecord): readonly Case[] {
  return record.deployments.flatMap((deployment): Case[] => {
    const [first] = shownPoints(deployment);
    if (first === undefined) return [];
    const nearness = (app: AppResult) => pressureOf(record, app)?.ratio?.value ?? -1;
    const answered = first.point.apps.filter(({ anatomy }) => totalOf(anatomy.mean) > 0);
    return [{ deployment, ...first, apps: answered.toSorted((a, b) => nearness(b) - nearness(a)) }];
  });
}

export function appAnatomyChart(record: StudyRecord): Chart {
  const cases = casesOf(record);
  const few = cases.length <= 4;
  const drawn = (apps: readonly AppResult[]) => (few ? apps : apps.slice(0, MOST_DRAWN));
  const shown = COMPONENTS.filter((component) => cases.some(({ apps }) => apps.some(({ anatomy }) => anatomy.mean[component] > 0)));
  const headingOf = headingsOf(record);
  const groups = cases.map(({ deployment, where, point, apps }): Group => {
    const binding = deployment.loadLine?.binding?.app;
    const rows = drawn(apps).map((app) => ({
      label: app.name,
      segments: sharesOf(app.anatomy.mean),
      total: formatMeasured(totalOf(app.anatomy.mean), "duration"),
      strong: app.name === binding,
    }));
    return { heading: headingOf(deployment, { where, point }), rows };
  });
  const words = cases.flatMap(({ deployment, apps: [first] }) => {
    if (first === undefined) return [];
    const { mean } = first.anatomy;
    const most = largestOf(mean);
    const share = formatMeasured(mean[most] / totalOf(mean), "share");
    return [`${displayName(deployment).text}: ${first.name}, ${share} ${COMPONENT_WORDS[most].short}`];
  });
  return {
    id: "app-anatomy",
    title: "Where the time of each application went",
    description: `Stacked bars of the parts of each application’s mean response time. Nearest to its objective: ${words.join("; ")}.`,
    legend: [], // that of the picture of all applications
    spec: (size) => stackSpec({ groups, marks: [], most: 1, ticks: PERCENT_TICKS }, size),
    table: {
      columns: [
        { title: "deployment", align: "left" },
        { title: "tenants", align: "right" },
        { title: "application", align: "left" },
        { title: "mean", align: "right" },
        ...shown.map((component) => ({ title: COMPONENT_WORDS[component].short, align: "right" as const })),
      ],
      rows: cases.flatMap(({ deployment, where, point, apps }) =>
        apps.map(({ name, anatomy: { mean } }) => [
          displayName(deployment).text,
          `${point.tenants} (${WHERE_WORDS[where]})`,
          name,
          formatMeasured(totalOf(mean), "duration"),
          ...shown.map((component) => (mean[component] > 0 ? formatMeasured(mean[component], "duration") : "–")),
        ]),
      ),
    },
  };
}
