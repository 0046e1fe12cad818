/** How near each application is to its own objective, a drawing a deployment: at the load line, and where it goes at the first load beyond. */
import type { AppResult, DecidedBy, DeploymentRecord, StudyRecord, Verdict } from "../../scenarios/study/record.ts";
import { formatDuration, formatEstimate } from "../format.ts";
import { objectiveOf } from "../objectives.ts";
import { displayName } from "../select.ts";
import { tenantsText } from "../standings.ts";
import { type Chart, type Size, type Spec, textWidth } from "./chart.ts";
import { Drawing, gridOf } from "./drawing.ts";
import { identityOf } from "./identity.ts";
import { drawVerdict, verdictLegend, VERDICT_WORDS } from "./marks.ts";
import { shortDeployments, shortNames } from "./names.ts";
import { pressureOf } from "./objective.ts";
import { logScale } from "./scale.ts";
import { type ShownPoint, shownPoints } from "./shown.ts";
import { css } from "./theme.ts";
import { WHERE_WORDS } from "./words.ts";

/** What decided, beside a mark. */
export const BY_WORDS: Readonly<Record<DecidedBy, string>> = {
  latency: "latency",
  errors: "errors",
  start: "no start",
  samples: "too few",
};

const ROWS = { few: 20, many: 18 } as const; // [px]
const HEAD = 42;
const FOOT = 32;
const LEAST = { wide: 190, narrow: 220 } as const;
/** Ratios that are drawn; others end at the border. */
const RANGE = [0.01, 100] as const;

interface Panel {
  readonly deployment: DeploymentRecord;
  readonly shown: readonly ShownPoint[];
}

const panelsOf = (record: StudyRecord): readonly Panel[] =>
  record.deployments.flatMap((deployment): Panel[] => {
    const shown = shownPoints(deployment);
    return shown.length === 0 ? [] : [{ deployment, shown }];
  });

const ratioOf = (record: StudyRecord, app: AppResult | undefined): number | undefined =>
  app === undefined ? undefined : pressureOf(record, app)?.ratio?.value;

const appOf = ({ point }: ShownPoint, name: string): AppResult | undefined => point.apps.find((app) => app.name === name);

/** Those that are nearest to their objectives anywhere first; those without one last. */
function rankedApps(record: StudyRecord, panels: readonly Panel[]): readonly string[] {
  const names = [...new Set(panels.flatMap(({ shown }) => shown.flatMap(({ point }) => point.apps.map(({ name }) => name))))];
  const nearest = (name: string): number =>
    Math.max(-1, ...panels.flatMap(({ shown: [first] }) => ratioOf(record, appOf(first, name)) ?? []));
  return names.toSorted((a, b) => nearest(b) - nearest(a));
}

/** The domain covers what is drawn, and at least a decade on both sides of the objective. */
function domainOf(record: StudyRecord, panels: readonly Panel[]): readonly [number, number] {
  const ratios = panels.flatMap(({ shown }) => shown.flatMap(({ point }) => point.apps.flatMap((app) => ratioOf(record, app) ?? [])));
  return [Math.max(RANGE[0], Math.min(0.2, ...ratios) / 1.3), Math.min(RANGE[1], Math.max(5, ...ratios) * 1.3)];
}

function spec(record: StudyRecord, size: Size): Spec {
  const panels = panelsOf(record);
  const apps = rankedApps(record, panels);
  const short = shortNames(apps, size.name === "wide" ? 20 : 12);
  const left = 12 + Math.max(...short.map((name) => textWidth(name, 12)));
  const grid = gridOf(panels.length, size.width - left - 2, LEAST[size.name], 20);
  const domain = domainOf(record, panels);
  const nameOf = shortDeployments(record, Math.floor(grid.width / textWidth("n")));
  const drawing = new Drawing(size);
  const rowHeight = apps.length > 8 ? ROWS.many : ROWS.few;
  const height = HEAD + rowHeight * apps.length + FOOT;
  for (const [index, { deployment, shown }] of panels.entries()) {
    const from = left + grid.left(index);
    const values = 66;
    const plot = [from + 6, from + grid.width - values] as const;
    const scale = logScale(domain, plot, { mostTicks: 5 });
    const top = grid.row(index) * height;
    const bottom = top + HEAD + rowHeight * apps.length;
    const { colour, shape } = identityOf(record, deployment.name);
    const binding = deployment.loadLine?.binding;
    drawing.text({ x: from, y: top + 10 }, nameOf(deployment), { weight: 600 });
    const [main, ...then] = shown.map(({ point }) => point.tenants);
    const loads = [tenantsText(main), ...then.map((tenants) => `then ${tenants}`)].join(", ");
    drawing.text({ x: from, y: top + 27 }, loads, { size: 12, colour: css("--page-muted") });
    for (const tick of scale.ticks.filter((value) => /^(1|0\.1|0\.01|10|100)$/.test(String(value)))) {
      const x = scale.place(tick);
      const look = tick === 1 ? { colour: css("--page-limit"), width: 1.4 } : { colour: css("--page-rule") };
      drawing.rule({ x, y: top + HEAD - 4 }, { x, y: bottom }, look);
      drawing.textWhereFree([{ x, y: bottom + 12, align: "center" }], `${tick} ×`, { size: 12, colour: css("--page-muted") });
    }
    for (const [row, name] of apps.entries()) {
      const y = top + HEAD + rowHeight * (row + 0.5);
      drawing.rule(
        { x: from, y: y + rowHeight / 2 },
        { x: from + grid.width, y: y + rowHeight / 2 },
        { colour: css("--page-rule"), opacity: 0.6 },
      );
      if (index % grid.columns === 0) drawing.text({ x: left - 10, y }, short[row], { size: 12, align: "right" });
      const places = shown.flatMap((one) => {
        const app = appOf(one, name);
        const ratio = ratioOf(record, app);
        return app === undefined || ratio === undefined ? [] : [{ app, x: scale.place(ratio) }];
      });
      const xs = places.map(({ x }) => x);
      if (xs.length > 1) drawing.rule({ x: Math.min(...xs), y }, { x: Math.max(...xs), y }, { colour, width: 2, opacity: 0.5 });
      for (const { app, x } of places) drawVerdict(drawing, { x, y }, app.verdict, { shape, colour, size: 34 });
      const first = appOf(shown[0], name);
      const binds = binding?.app === name;
      drawing.text({ x: from + grid.width, y }, first === undefined ? "–" : valueText(record, first), {
        size: 12,
        align: "right",
        ...(binds ? { weight: 700 } : { colour: css("--page-muted") }),
      });
      const last = shown.at(-1);
      const beyond = last === undefined ? undefined : appOf(last, name);
      const words =
        binds && binding ? [...(binding.by === "latency" ? [] : [`binds: ${BY_WORDS[binding.by]}`]), "binds"] : reasonsOf(beyond);
      const [low, high] = xs.length === 0 ? [plot[0], plot[0]] : [Math.min(...xs), Math.max(...xs)];
      for (const word of words) {
        const spots = [
          { x: low - 9, y, align: "right" as const },
          { x: high + 9, y, align: "left" as const },
        ].filter(({ x, align }) => align === "left" || x - textWidth(word, 12) > from);
        const look = { size: 12, halo: true, ...(binds ? { weight: 700, colour: css("--page-limit") } : {}) };
        if (drawing.textWhereFree(spots, word, look)) break;
      }
    }
  }
  return drawing.spec(grid.rows * height);
}

/** Why it is not met, where the place of its mark does not say it. */
const reasonsOf = (app: AppResult | undefined): readonly string[] => (app?.by && app.by !== "latency" ? [BY_WORDS[app.by]] : []);

const valueText = (record: StudyRecord, app: AppResult): string =>
  formatEstimate(app.latency[objectiveOf(record, app.name)?.statistic ?? "p99"], "duration").value;

export function appLatencyChart(record: StudyRecord): Chart {
  const panels = panelsOf(record);
  const verdicts = panels.flatMap(({ shown }) => shown.flatMap(({ point }) => point.apps.map(({ verdict }): Verdict | null => verdict)));
  const bindings = record.deployments.flatMap((deployment) => {
    const binding = deployment.loadLine?.binding;
    return binding ? [`${displayName(deployment).text}: ${binding.app} by ${BY_WORDS[binding.by]}`] : [];
  });
  return {
    id: "app-latency",
    title: "Each application against its objective",
    description: `For each deployment, each application’s latency as a multiple of its own objective, at ${panels.flatMap(({ shown }) => shown.map(({ point }) => point.tenants)).join(", ")} tenants.${bindings.length === 0 ? "" : ` What fails first beyond the line: ${bindings.join("; ")}.`}`,
    legend: verdictLegend(verdicts),
    spec: (size) => spec(record, size),
    table: {
      columns: [
        { title: "deployment", align: "left" },
        { title: "tenants", align: "right" },
        { title: "application", align: "left" },
        { title: "objective", align: "left" },
        { title: "is", align: "left" },
        { title: "latency", align: "right" },
        { title: "errors", align: "right" },
        { title: "throughput", align: "right" },
      ],
      rows: panels.flatMap(({ deployment, shown }) =>
        shown.flatMap(({ where, point }) =>
          point.apps.map((app) => {
            const objective = objectiveOf(record, app.name);
            const by = app.by === null ? "" : ` (${BY_WORDS[app.by]})`;
            return [
              displayName(deployment).text,
              `${point.tenants} (${WHERE_WORDS[where]})`,
              app.name,
              objective === undefined ? "none" : `${objective.statistic} ≤ ${formatDuration(objective.latency)}`,
              app.verdict === null ? "–" : `${VERDICT_WORDS[app.verdict]}${by}`,
              formatEstimate(app.latency[objective?.statistic ?? "p99"], "duration").full,
              formatEstimate(app.errorRate, "share").compact,
              formatEstimate(app.throughput, "rate").compact,
            ];
          }),
        ),
      ),
    },
  };
}
