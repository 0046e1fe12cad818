/** Response time against the number of tenants: a curve a deployment with its confidence band, in one drawing or as small multiples. */
import type { Estimate, Point, StudyRecord, Verdict } from "../../scenarios/study/record.ts";
import { formatCount, formatDuration, formatEstimate } from "../format.ts";
import { displayName } from "../select.ts";
import { lineText, list, standings } from "../standings.ts";
import type { Chart, Size } from "./chart.ts";
import { hasOwnColours, type Identity, identities } from "./identity.ts";
import { verdictLegend, VERDICT_WORDS } from "./marks.ts";
import { latencyOverlay } from "./latency-overlay.ts";
import { latencyPanels } from "./latency-panels.ts";
import { type Pressure, pressureAt, sameObjective, timesText } from "./objective.ts";

export interface Dot {
  readonly tenants: number;
  /** [s], or parts of the objective. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly verdict: Verdict;
}

export interface Curve {
  readonly name: string;
  readonly look: Identity;
  readonly dots: readonly Dot[];
  /** Its line, if one was found above 0. */
  readonly line: number | undefined;
  /** In words, as in the tables. */
  readonly lineText: string;
  /** The smallest load that arithmetic excludes. */
  readonly excluded: number | undefined;
}

export interface LatencyPicture {
  readonly curves: readonly Curve[];
  /** Where the objective lies on the vertical axis. */
  readonly limit: number;
  readonly limitText: string;
  readonly format: (value: number) => string;
  readonly equalLoad: number | null;
}

function dotsOf(record: StudyRecord, points: readonly Point[]): readonly Dot[] {
  const factor = sameObjective(record) ? record.objectives[0].latency : 1;
  return points.flatMap((point): Dot[] => {
    const ratio = pressureAt(record, point)?.ratio;
    if (!ratio) return [];
    const [value, low, high] = [ratio.value, ratio.low, ratio.high].map((x) => x * factor);
    return [{ tenants: point.tenants, value, low, high, verdict: point.verdict }];
  });
}

function pictureOf(record: StudyRecord): LatencyPicture {
  const looks = identities(record);
  const [first] = record.objectives;
  const same = sameObjective(record);
  const curves = standings(record).flatMap((standing): Curve[] => {
    const { deployment, kind, low } = standing;
    const look = looks.get(deployment.name);
    const dots = dotsOf(record, deployment.points);
    if (look === undefined || dots.length === 0) return [];
    const line = (kind === "line" || kind === "open") && low > 0 ? low : undefined;
    return [{ name: standing.name, look, dots, line, lineText: lineText(standing), excluded: deployment.excluded[0]?.tenants }];
  });
  return {
    // In the order of the scenario, as everywhere but where they are ranked.
    curves: hasOwnColours(record) ? inOrder(record, curves) : curves,
    limit: same ? first.latency : 1,
    limitText: same ? `objective: ${first.statistic} ≤ ${formatDuration(first.latency)}` : "objective of each application",
    format: same ? (value) => formatDuration(value) : timesText,
    equalLoad: record.equalLoad,
  };
}

function inOrder(record: StudyRecord, curves: readonly Curve[]): readonly Curve[] {
  const names = record.deployments.map((deployment) => displayName(deployment).text);
  return curves.toSorted((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
}

const NONE: Estimate = { value: null, low: null, high: null, n: 0, reason: "no application could be measured" };

/** The statistic on the vertical axis, in words. */
function axisText(record: StudyRecord): string {
  const [{ statistic }] = record.objectives;
  if (!sameObjective(record)) return "response time as a multiple of the objective, of the application that is nearest to it";
  const several = record.objectives.length > 1 ? ", of the application that is nearest to its objective" : "";
  return `response time (${statistic})${several}`;
}

export function latencyChart(record: StudyRecord): Chart {
  const picture = pictureOf(record);
  const overlay = hasOwnColours(record);
  const collapsed = record.deployments.some(({ points }) => points.some((point) => point.collapsed > 0));
  const several = record.objectives.length > 1;
  const lines = standings(record).map((standing) => `${standing.name}: ${lineText(standing)}`);
  const [{ statistic }] = record.objectives;
  const text = axisText(record);
  const verdicts = picture.curves.flatMap(({ dots }) => dots.map(({ verdict }) => verdict));
  const worstOf = (point: Point): Pressure | undefined => pressureAt(record, point);
  return {
    id: "latency",
    title: `${text.charAt(0).toUpperCase()}${text.slice(1)} against tenants`,
    description: `${text} for each simulated number of tenants, with the objective (${picture.limitText}). Tenants that meet it: ${list(lines)}.`,
    legend: [
      ...(overlay ? picture.curves.map(({ name, look }) => ({ label: name, colour: look.colour, shape: look.shape })) : []),
      ...verdictLegend(verdicts),
    ],
    spec: (size: Size) => (overlay ? latencyOverlay(picture, size) : latencyPanels(picture, size)),
    table: {
      columns: [
        { title: "deployment", align: "left" },
        { title: "tenants", align: "right" },
        { title: "objective", align: "left" },
        ...(several ? [{ title: "nearest to its objective", align: "left" as const }] : []),
        { title: "p50", align: "right" },
        { title: sameObjective(record) ? (statistic === "p50" ? "p50 " : statistic) : "its latency", align: "right" },
        ...(sameObjective(record) ? [] : [{ title: "its limit", align: "right" as const }]),
        { title: "throughput", align: "right" },
        { title: "errors", align: "right" },
        { title: "requests", align: "right" },
        { title: "replications", align: "right" },
        ...(collapsed ? [{ title: "cut short: host collapsed", align: "right" as const }] : []),
      ],
      rows: record.deployments.flatMap((deployment) =>
        deployment.points.map((point) => {
          const worst = worstOf(point);
          const app = point.apps.find(({ name }) => name === worst?.app);
          const limit = worst === undefined ? "–" : `${worst.objective.statistic} ≤ ${formatDuration(worst.objective.latency)}`;
          return [
            displayName(deployment).text,
            String(point.tenants),
            VERDICT_WORDS[point.verdict],
            ...(several ? [worst?.app ?? "–"] : []),
            formatEstimate((app ?? point).latency.p50, "duration").full,
            formatEstimate(worst?.latency ?? missing(record, point), "duration").full,
            ...(sameObjective(record) ? [] : [limit]),
            formatEstimate(point.throughput, "rate").full,
            formatEstimate(point.errorRate, "share").full,
            formatCount(point.requests),
            formatCount(point.replications),
            ...(collapsed ? [formatCount(point.collapsed)] : []),
          ];
        }),
      ),
    },
  };
}

/** Why there is no number: the reason of the first application with an objective. */
function missing(record: StudyRecord, point: Point): Estimate {
  const [{ app, statistic }] = record.objectives;
  return point.apps.find(({ name }) => name === app)?.latency[statistic] ?? NONE;
}
