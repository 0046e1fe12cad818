/** Why a single load is not carried, in one sentence that names the applications. */
import type { AppResult, Point, StudyRecord } from "../scenarios/study/record.ts";
import { formatDuration, formatEstimate, formatShare } from "./format.ts";
import { hasSeveralApps, judgedLatency, objectiveOf } from "./objectives.ts";
import { list, tenantsText } from "./standings.ts";

/** Throughput below this share of what was offered, for certain, is an overload: the rest piles up or is turned away. */
const KEEPS_UP = 0.95;

type Flow = Pick<AppResult, "throughput" | "offered">;

const fallsBehind = ({ throughput, offered }: Flow): boolean =>
  throughput.high !== null && offered.low !== null && throughput.high < KEEPS_UP * offered.low;

/** Requests arrive faster than they are answered: of all together, or of one application. */
export const overloaded = ({ collapsed, apps, ...all }: Point): boolean =>
  collapsed > 0 || fallsBehind(all) || apps.some((app) => app.verdict === "missed" && fallsBehind(app));

/** Of a record with one load that is not met. */
export function checkSentence(record: StudyRecord): string {
  const [{ name, refused, points, excluded }] = record.deployments;
  const [point] = points;
  if (refused !== undefined) return `${name} can't run here: ${refused}`;
  if (point === undefined) return `${name} can't hold ${tenantsText(excluded[0].tenants)}: ${excluded[0].reason}`;
  const load = tenantsText(point.tenants);
  const failing = point.apps.filter(({ verdict }) => verdict === point.verdict);
  const whose = hasSeveralApps(record) ? ` of ${list(failing.map((app) => app.name))}` : "";
  if (point.verdict === "unsettled") return `the runs had not settled at ${load}${point.drift === undefined ? "" : `: ${point.drift}`}`;
  if (point.verdict === "undecided") {
    const why = failing.flatMap(({ reason }) => reason ?? []);
    const advice = why.length > 0 ? `: ${[...new Set(why)].join("; ")}` : "; allow more of them";
    return `${point.replications} replications can't tell whether the objective${whose} is met at ${load}${advice}`;
  }
  if (overloaded(point))
    return `overloaded at ${load}: requests arrive faster than they are answered${whose === "" ? "" : `; missed is the objective${whose}`}`;
  const what = failing.map((app) => missedText(record, app)).join("; ");
  return `the objective is missed at ${load}: ${what}`;
}

/** "p99 is 412 ms (390 to 440), above 250 ms", "errors of camera are 12 % (11 to 13), more than 1 %" */
function missedText(record: StudyRecord, app: AppResult): string {
  const objective = objectiveOf(record, app.name);
  const latency = judgedLatency(record, app);
  const of = hasSeveralApps(record) ? ` of ${app.name}` : "";
  if (objective === undefined || latency === undefined || app.by === "start" || app.by === null)
    return `${hasSeveralApps(record) ? `${app.name}: ` : ""}${app.reason ?? "not met"}`;
  if (app.by === "errors")
    return `errors${of} are ${formatEstimate(app.errorRate, "share").full}, more than ${formatShare(objective.errors)}`;
  if (latency.value === null) return `${objective.statistic}${of} can't be told: ${app.reason ?? latency.reason ?? "not enough samples"}`;
  return `${objective.statistic}${of} is ${formatEstimate(latency, "duration").full}, above ${formatDuration(objective.latency)}`;
}
