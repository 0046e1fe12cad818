/** Tables with a row for each application: what the totals of a deployment hide. */
import { COMPONENTS } from "../models/vocabulary.ts";
import type { AppResult, Point, StudyRecord } from "../scenarios/study/record.ts";
import { COMPONENT_WORDS } from "./charts/words.ts";
import { formatDuration, formatEstimate, formatMeasured, formatShare } from "./format.ts";
import { appAt, commonErrors, commonObjective, hasSeveralApps, objectiveOf } from "./objectives.ts";
import { pointAt, pointAtLine, pointBeyond } from "./select.ts";
import { type Standing, standings, tenantsText } from "./standings.ts";
import type { Table } from "./table.ts";

const NOTHING = "–";

export interface TitledTable {
  readonly title: string;
  readonly table: Table;
}

/**
 * With two or more applications: each at the load line of each deployment, and at the load at which they are compared. With one, the table of the
 * deployments says it all; no table then.
 */
export function appTables(record: StudyRecord): readonly TitledTable[] {
  if (!hasSeveralApps(record)) return [];
  const { equalLoad } = record;
  const atLine = ({ deployment }: Standing): Point | undefined => pointAtLine(deployment);
  const tables = [
    { title: "By application, each deployment at its own load line", table: appTable(record, atLine, true) },
    ...(equalLoad === null
      ? []
      : [
          {
            title: `By application, all at ${tenantsText(equalLoad)}`,
            table: appTable(record, ({ deployment }) => pointAt(deployment, equalLoad), false),
          },
        ]),
  ];
  return tables.filter(({ table }) => table.rows.length > 0);
}

/** "met", "missed (errors)", "undecided (too few requests)" */
export function appVerdictText({ verdict, by }: Pick<AppResult, "verdict" | "by">): string {
  if (verdict === null) return NOTHING;
  if (by === null || verdict === "met") return verdict;
  return `${verdict} (${by === "samples" ? "too few requests" : by})`;
}

/** What most of the mean response time is: "running 52 %". */
export function mostTimeText({ anatomy: { mean } }: Pick<AppResult, "anatomy">): string {
  const total = COMPONENTS.reduce((sum, component) => sum + mean[component], 0);
  if (total === 0) return NOTHING;
  const most = COMPONENTS.reduce((a, b) => (mean[b] > mean[a] ? b : a));
  return `${COMPONENT_WORDS[most].short} ${formatShare(mean[most] / total)}`;
}

/** At the load that `pick` chooses; `beyond`: with a column for the first load beyond it. */
function appTable(record: StudyRecord, pick: (standing: Standing) => Point | undefined, beyond: boolean): Table {
  const common = commonObjective(record);
  const errors = commonErrors(record);
  const right = (title: string) => ({ title, align: "right" as const });
  const left = (title: string) => ({ title, align: "left" as const });
  const rows = standings(record).flatMap((standing): string[][] => {
    const point = pick(standing);
    const next = beyond ? pointBeyond(standing.deployment) : undefined;
    return (point?.apps ?? []).map((app) => {
      const after = next && appAt(next, app.name);
      return [
        standing.name,
        app.name,
        formatEstimate(app.latency.p50, "duration").compact,
        judgedText(record, app),
        formatEstimate(app.throughput, "rate").compact,
        errorsText(record, app),
        mostTimeText(app),
        app.starts.p50 === null ? NOTHING : formatMeasured(app.starts.p50, "duration"),
        beyond ? (after === undefined ? NOTHING : appVerdictText(after)) : appVerdictText(app),
      ];
    });
  });
  return {
    keys: 2,
    columns: [
      left("deployment"),
      left("application"),
      right("p50"),
      right(common === undefined ? "of its objective" : `${common.statistic} (≤ ${formatDuration(common.latency)})`),
      right("throughput"),
      right(errors === undefined ? "errors" : `errors (≤ ${formatShare(errors)})`),
      left("most time"),
      right("start p50"),
      left(beyond ? "beyond the line" : "objective"),
    ],
    rows,
  };
}

/** "231 ± 14 ms"; with statistic and limit where they are not the same for all: "p99 231 ± 14 ms (≤ 250 ms)". */
function judgedText(record: StudyRecord, app: AppResult): string {
  const objective = objectiveOf(record, app.name);
  const common = commonObjective(record);
  if (common !== undefined) return formatEstimate(app.latency[common.statistic], "duration").compact;
  if (objective === undefined) return NOTHING;
  const text = formatEstimate(app.latency[objective.statistic], "duration").compact;
  return `${objective.statistic} ${text} (≤ ${formatDuration(objective.latency)})`;
}

/** Its limit stands in the column's title where all have the same. */
function errorsText(record: StudyRecord, app: AppResult): string {
  const objective = objectiveOf(record, app.name);
  const text = formatEstimate(app.errorRate, "share").compact;
  return objective === undefined || commonErrors(record) !== undefined ? text : `${text} (≤ ${formatShare(objective.errors)})`;
}
