/** The distribution of the response times at one load, an application a drawing: for a load that was asked for by itself. */
import type { AppResult, DeploymentRecord, Estimate, Point, StudyRecord } from "../../scenarios/study/record.ts";
import { formatDuration, formatEstimate } from "../format.ts";
import { objectiveOf } from "../objectives.ts";
import { displayName } from "../select.ts";
import { type Chart, type Size, type Spec, textWidth } from "./chart.ts";
import { Drawing, gridOf } from "./drawing.ts";
import { type Identity, identityOf } from "./identity.ts";
import { VERDICT_WORDS } from "./marks.ts";
import { shortName } from "./names.ts";
import { linearScale, logScale, type Scale, spansDecades } from "./scale.ts";
import { mainPoint } from "./shown.ts";
import { css } from "./theme.ts";

const STATISTICS = ["mean", "p50", "p90", "p95", "p99", "p99.9", "max"] as const;

interface Panel {
  readonly deployment: DeploymentRecord;
  readonly point: Point;
  readonly app: AppResult;
  readonly look: Identity;
}

function panelsOf(record: StudyRecord): readonly Panel[] {
  return record.deployments.flatMap((deployment) => {
    const point = mainPoint(deployment);
    if (point === undefined) return [];
    const look = identityOf(record, deployment.name);
    return point.apps.map((app): Panel => ({ deployment, point, app, look }));
  });
}

const HEAD = 42; // [px]
const ROW = 20;
const BAR = 9;
const FOOT = 30;
const LABEL = 46;
const LEAST = { wide: 250, narrow: 300 } as const;

const measured = (panels: readonly Panel[]): readonly Estimate[] =>
  panels.flatMap(({ app }) => STATISTICS.map((statistic) => app.latency[statistic])).filter(({ value }) => value !== null && value > 0);

/** One scale for all, so that applications can be compared. */
function scaleOf(record: StudyRecord, panels: readonly Panel[], range: readonly [number, number]): Scale {
  const values = [...measured(panels).map(({ value }) => value ?? 0), ...record.objectives.map(({ latency }) => latency)];
  const most = Math.max(...values);
  if (!spansDecades(values, 30)) return linearScale(most * 1.02, range, { mostTicks: 4 });
  return logScale([Math.min(...values) / 1.6, most * 1.1], range, { mostTicks: 4 });
}

function spec(record: StudyRecord, panels: readonly Panel[], size: Size): Spec {
  const several = record.deployments.length > 1;
  const drawing = new Drawing(size);
  const grid = gridOf(panels.length, size.width - 4, LEAST[size.name], 28);
  const height = HEAD + ROW * STATISTICS.length + FOOT;
  for (const [index, { deployment, app, look }] of panels.entries()) {
    const origin = grid.left(index);
    const top = grid.row(index) * height;
    const first = top + HEAD;
    const bottom = first + ROW * STATISTICS.length;
    const scale = scaleOf(record, panels, [origin + LABEL, origin + grid.width - 74]);
    const objective = objectiveOf(record, app.name);
    const cells = Math.floor(grid.width / textWidth("n"));
    const title = several ? `${displayName(deployment).text}: ${app.name}` : app.name;
    drawing.text({ x: origin, y: top + 10 }, shortName(title, cells), { weight: 600 });
    drawing.text({ x: origin, y: top + 28 }, subtitleOf(app, objective), { size: 12, colour: css("--page-muted") });
    for (const tick of scale.ticks) {
      drawing.rule({ x: scale.place(tick), y: first }, { x: scale.place(tick), y: bottom }, { colour: css("--page-rule") });
      const label = tick === 0 ? "0" : formatDuration(tick);
      drawing.textWhereFree([{ x: scale.place(tick), y: bottom + 12, align: "center" }], label, { size: 12, colour: css("--page-muted") });
    }
    for (const [row, statistic] of STATISTICS.entries()) {
      const y = first + ROW * (row + 0.5);
      const { value, low, high } = app.latency[statistic];
      const strong = statistic === objective?.statistic ? { weight: 700 } : {};
      drawing.text({ x: origin + LABEL - 8, y }, statistic, {
        size: 12,
        align: "right",
        ...(strong.weight === undefined ? { colour: css("--page-muted") } : strong),
      });
      const end = scale.place(Math.max(value ?? 0, scale.domain[0]));
      if (value !== null) {
        drawing.bar({ x: origin + LABEL, x2: end, y: y - BAR / 2, y2: y + BAR / 2 }, look.colour);
        if (low !== null && high !== null)
          drawing.rule({ x: scale.place(low), y }, { x: scale.place(high), y }, { colour: css("--page-ink"), width: 1.5 });
      }
      const text = formatEstimate(app.latency[statistic], "duration").value;
      drawing.text({ x: origin + grid.width, y }, text, { size: 12, align: "right", ...strong });
    }
    if (objective !== undefined) {
      const x = scale.place(objective.latency);
      drawing.rule({ x, y: first - 3 }, { x, y: bottom }, { colour: css("--page-limit"), width: 1.6 });
    }
  }
  return drawing.spec(grid.rows * height);
}

function subtitleOf(app: AppResult, objective: StudyRecord["objectives"][number] | undefined): string {
  if (objective === undefined) return "no objective";
  const verdict = app.verdict === null ? "" : `: ${VERDICT_WORDS[app.verdict]}`;
  return `${objective.statistic} ≤ ${formatDuration(objective.latency)}${verdict}`;
}

export function percentilesChart(record: StudyRecord): Chart {
  const panels = panelsOf(record);
  const words = panels.map(({ app, point }) => {
    const objective = objectiveOf(record, app.name);
    const statistic = objective?.statistic ?? "p99";
    return `${app.name} with ${point.tenants} tenants: ${statistic} ${formatEstimate(app.latency[statistic], "duration").full}`;
  });
  return {
    id: "percentiles",
    title: "Response times at this load",
    description: `Bars of the mean, the percentiles and the longest response time of each application. ${words.join("; ")}.`,
    legend: [],
    spec: (size) => spec(record, panels, size),
    table: {
      columns: [
        { title: "deployment", align: "left" },
        { title: "tenants", align: "right" },
        { title: "application", align: "left" },
        { title: "is", align: "left" },
        ...STATISTICS.map((title) => ({ title, align: "right" as const })),
        { title: "throughput", align: "right" },
        { title: "errors", align: "right" },
        { title: "requests", align: "right" },
      ],
      rows: panels.map(({ deployment, point, app }) => [
        displayName(deployment).text,
        String(point.tenants),
        app.name,
        app.verdict === null ? "–" : VERDICT_WORDS[app.verdict],
        ...STATISTICS.map((statistic) => formatEstimate(app.latency[statistic], "duration").compact),
        formatEstimate(app.throughput, "rate").compact,
        formatEstimate(app.errorRate, "share").compact,
        String(app.requests),
      ]),
    },
  };
}
