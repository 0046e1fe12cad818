/** The objectives of a record in words: one sentence's worth, however many applications there are. */
import type { AppResult, Estimate, Point, StudyRecord } from "../scenarios/study/record.ts";
import { formatDuration, formatShare } from "./format.ts";

export type ObjectiveRecord = StudyRecord["objectives"][number];

/** Names of all applications, also of those without an objective, as far as something was simulated. */
export function appNames(record: StudyRecord): readonly string[] {
  const point = record.deployments.flatMap(({ points }) => points)[0];
  return point?.apps.map(({ name }) => name) ?? record.objectives.map(({ app }) => app);
}

/** Reports of two or more applications show each by itself. */
export const hasSeveralApps = (record: StudyRecord): boolean => appNames(record).length > 1;

export const objectiveOf = (record: StudyRecord, app: string): ObjectiveRecord | undefined =>
  record.objectives.find((objective) => objective.app === app);

/** "p99 ≤ 250 ms" */
export const latencyText = ({ statistic, latency }: ObjectiveRecord): string => `${statistic} ≤ ${formatDuration(latency)}`;
const errorsText = ({ errors }: ObjectiveRecord): string => `at most ${formatShare(errors)} errors`;

/** "p99 ≤ 250 ms and at most 1 % errors" */
export const limitsText = (objective: ObjectiveRecord): string => `${latencyText(objective)} and ${errorsText(objective)}`;

const allEqual = <Item>(items: readonly Item[], key: (item: Item) => unknown): boolean =>
  items.every((item) => key(item) === key(items[0]));

/** The objective of all that have one, if it is the same for them. */
export function commonObjective({ objectives }: StudyRecord): ObjectiveRecord | undefined {
  return allEqual(objectives, limitsText) ? objectives[0] : undefined;
}

/** The share of failed requests that all that have an objective may have, if it is the same for them. */
export const commonErrors = ({ objectives }: StudyRecord): number | undefined =>
  allEqual(objectives, ({ errors }) => errors) ? objectives[0]?.errors : undefined;

/**
 * To be read after "at": "p99 ≤ 250 ms and at most 1 % errors", of one application or of each; "p99 ≤ 1 s for camera, p99 ≤ 250 ms for telemetry and
 * at most 1 % errors"; or "the objectives of 3 applications".
 */
export function objectiveText(record: StudyRecord): string {
  const { objectives } = record;
  const apps = appNames(record).length;
  const common = commonObjective(record);
  if (common !== undefined) {
    if (apps <= 1) return limitsText(common);
    if (objectives.length === apps) return `${limitsText(common)} for each of ${apps} applications`;
    if (objectives.length > 2) return `${limitsText(common)} for each of ${objectives.length} of ${apps} applications`;
    return `${limitsText(common)} for ${objectives.map(({ app }) => app).join(" and ")}`;
  }
  if (objectives.length !== 2) return `the objectives of ${objectives.length} applications`;
  if (commonErrors(record) !== undefined) {
    return `${objectives.map((one) => `${latencyText(one)} for ${one.app}`).join(", ")} and ${errorsText(objectives[0])}`;
  }
  return objectives.map((one) => `${limitsText(one)} for ${one.app}`).join(" and ");
}

/** Every objective, spelt out: "camera: p99 ≤ 1 s and at most 1 % errors; telemetry: ..."; of one application without its name. */
export function objectivesText(record: StudyRecord): string {
  if (commonObjective(record) !== undefined) return objectiveText(record);
  return record.objectives.map((one) => `${one.app}: ${limitsText(one)}`).join("; ");
}

/** What an application is judged by at a load; undefined without an objective. */
export function judgedLatency(record: StudyRecord, { name, latency }: AppResult): Estimate | undefined {
  const objective = objectiveOf(record, name);
  return objective && latency[objective.statistic];
}

/** The application of this name at a load. */
export const appAt = ({ apps }: Point, name: string): AppResult | undefined => apps.find((app) => app.name === name);
