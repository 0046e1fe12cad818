/** How busy each resource is at the load line, with its interval: bars under each resource for a few deployments, a row each for many. */
import { type Estimate, type StudyRecord, UTILIZATIONS } from "../../scenarios/study/record.ts";
import { formatEstimate, formatMeasured } from "../format.ts";
import { displayName } from "../select.ts";
import { type Chart, type Size, type Spec, textWidth } from "./chart.ts";
import { Drawing, gridOf } from "./drawing.ts";
import { hasOwnColours, identities, identityOf } from "./identity.ts";
import { shortNames } from "./names.ts";
import { linearScale } from "./scale.ts";
import { mainPoint, shownPoints } from "./shown.ts";
import { css } from "./theme.ts";
import { UTILIZATION_WORDS, WHERE_WORDS } from "./words.ts";

type Resource = (typeof UTILIZATIONS)[number];

interface Row {
  readonly name: string;
  readonly colour: string;
  readonly utilization: Readonly<Record<Resource, Estimate>>;
}

const rowsOf = (record: StudyRecord): readonly Row[] =>
  record.deployments.flatMap((deployment): Row[] => {
    const point = mainPoint(deployment);
    if (point === undefined) return [];
    const { colour } = identityOf(record, deployment.name);
    return [{ name: displayName(deployment).text, colour, utilization: point.utilization }];
  });

const resourcesOf = (rows: readonly Row[]): readonly Resource[] =>
  UTILIZATIONS.filter((resource) => rows.some(({ utilization }) => (utilization[resource].value ?? 0) > 0));

const HEAD = 30; // [px]
const BAR = 10;
const STEP = 18;
const FOOT = 28;
const LEAST = { wide: 200, narrow: 200 } as const;

const shareText = ({ value }: Estimate): string => (value === null ? "n/a" : formatMeasured(value, "share"));

/** A panel for each resource, a bar for each deployment in the same order: what is full stands out in any number of them. */
function spec(rows: readonly Row[], size: Size): Spec {
  const resources = resourcesOf(rows);
  const drawing = new Drawing(size);
  const names = shortNames(
    rows.map(({ name }) => name),
    size.name === "wide" ? 18 : 13,
  );
  const left = 12 + Math.max(0, ...names.map((name) => textWidth(name, 12)));
  const grid = gridOf(resources.length, size.width - left - 2, LEAST[size.name], 24);
  const height = HEAD + STEP * rows.length + FOOT;
  for (const [index, resource] of resources.entries()) {
    const from = left + grid.left(index);
    const scale = linearScale(1, [from, from + grid.width - 52]);
    const top = grid.row(index) * height;
    const first = top + HEAD;
    const bottom = first + STEP * rows.length;
    drawing.text({ x: from, y: top + 12 }, UTILIZATION_WORDS[resource], { weight: 600 });
    for (const tick of [0, 0.5, 1]) {
      const x = scale.place(tick);
      drawing.rule({ x, y: first }, { x, y: bottom }, { colour: css("--page-rule") });
      drawing.textWhereFree([{ x, y: bottom + 11, align: tick === 0 ? "left" : "center" }], `${tick * 100} %`, {
        size: 12,
        colour: css("--page-muted"),
      });
    }
    for (const [row, { colour, utilization }] of rows.entries()) {
      const y = first + STEP * (row + 0.5);
      const estimate = utilization[resource];
      const value = Math.min(1, estimate.value ?? 0);
      const [low, high] = [estimate.low ?? value, estimate.high ?? value];
      if (index % grid.columns === 0) drawing.text({ x: left - 10, y }, names[row], { size: 12, align: "right" });
      if (value > 0) drawing.bar({ x: from, x2: scale.place(value), y: y - BAR / 2, y2: y + BAR / 2 }, colour);
      if (high > low) drawing.rule({ x: scale.place(low), y }, { x: scale.place(high), y }, { colour: css("--page-ink"), width: 1.5 });
      drawing.text({ x: scale.place(Math.max(value, high)) + 6, y }, shareText(estimate), { size: 12, halo: true });
    }
  }
  return drawing.spec(grid.rows * height);
}

export function utilizationChart(record: StudyRecord): Chart {
  const rows = rowsOf(record);
  const looks = identities(record);
  const details = record.deployments.flatMap((deployment) =>
    shownPoints(deployment).map((one) => ({ deployment: displayName(deployment).text, ...one })),
  );
  const words = resourcesOf(rows).map(
    (resource) =>
      `${UTILIZATION_WORDS[resource]}: ${rows.map(({ name, utilization }) => `${name} ${shareText(utilization[resource])}`).join(", ")}`,
  );
  const legend = record.deployments.flatMap((deployment) => {
    const look = looks.get(deployment.name);
    return look === undefined || deployment.points.length === 0 ? [] : [{ label: displayName(deployment).text, colour: look.colour }];
  });
  return {
    id: "utilization",
    title: "How busy the machine is",
    description: `Utilization of each resource at the load line. ${words.join("; ")}.`,
    legend: hasOwnColours(record) && legend.length > 1 ? legend : [],
    spec: (size) => spec(rows, size),
    table: {
      columns: [
        { title: "deployment", align: "left" },
        { title: "tenants", align: "right" },
        ...UTILIZATIONS.map((resource) => ({ title: UTILIZATION_WORDS[resource], align: "right" as const })),
      ],
      rows: details.map(({ deployment, where, point }) => [
        deployment,
        `${point.tenants} (${WHERE_WORDS[where]})`,
        ...UTILIZATIONS.map((resource) => formatEstimate(point.utilization[resource], "share").compact),
      ]),
    },
  };
}
