/** The answer in a sentence or a few: computed from the load lines and their intervals, never from a mean alone. */
import type { AppResult, DeploymentRecord, Point, StudyRecord } from "../scenarios/study/record.ts";
import { detailsOf } from "./details.ts";
import { formatEstimate } from "./format.ts";
import { hostsOf, machineText, shareMachines } from "./machines.ts";
import { commonObjective, hasSeveralApps, judgedLatency, objectiveOf, objectiveText } from "./objectives.ts";
import { pointAtLine } from "./select.ts";
import { capital, intervalText, list, relativeText, type Standing, standings, tenantsText } from "./standings.ts";

/** A piece of the headline; a deployment's piece can be shown in its colour. */
export interface Fragment {
  readonly text: string;
  readonly strong: boolean;
}

export interface Verdict {
  /** Best first; then those without a line. */
  readonly standings: readonly Standing[];
  /** The first sentence. */
  readonly headline: readonly Fragment[];
  /** What stops whom, what can't run, what is open. */
  readonly details: readonly string[];
  /** All of it as one text. */
  readonly text: string;
}

/** The verdict of a study, with intervals. */
export function verdict(record: StudyRecord): Verdict {
  const all = standings(record);
  const headline = headlineOf(record, all);
  const details = detailsOf(record, all);
  return { standings: all, headline, details, text: [headline.map(({ text }) => text).join(""), ...details].join(" ") };
}

const plain = (text: string): Fragment => ({ text, strong: false });
const strong = (text: string): Fragment => ({ text, strong: true });

/** "On a Raspberry Pi 4, " before everything if all run there; else nothing, and each name says where it runs. */
function placeOf(record: StudyRecord): string {
  return shareMachines(record) ? `On ${machineText(hostsOf(record, record.deployments[0]))}, ` : "";
}

/** "containers", "containers on a Raspberry Pi 4"; with a capital where the sentence begins, if it is not a name of the user. */
function subjectOf(record: StudyRecord, { deployment, name, plural }: Standing, first: boolean): string {
  if (shareMachines(record)) return name;
  return `${first && plural ? capital(name) : name} on ${machineText(hostsOf(record, deployment))}`;
}

function headlineOf(record: StudyRecord, all: readonly Standing[]): readonly Fragment[] {
  const compared = all.filter(({ kind }) => kind === "line" || kind === "open" || kind === "none");
  const [best, ...others] = compared;
  if (best === undefined) return headlineWithoutLines(record, all);
  if (best.kind === "none") return headlineOfNone(record, compared);
  const leader = leaderFragments(record, best);
  return [plain(placeOf(record)), ...leader, ...others.flatMap((other) => [plain("; "), ...clause(record, other)]), plain(".")];
}

function leaderFragments(record: StudyRecord, best: Standing): Fragment[] {
  const verb = best.plural ? "carry" : "carries";
  const number = best.kind === "open" ? `at least ${best.low}` : String(best.low);
  const interval = intervalText(best);
  return [
    plain(`${subjectOf(record, best, true)} ${verb} `),
    strong(`${number} ${best.low === 1 ? "tenant" : "tenants"}`),
    plain(`${interval === "" ? "" : ` (${interval})`} at ${objectiveText(record)}`),
  ];
}

function clause(record: StudyRecord, standing: Standing): Fragment[] {
  const name = plain(`${subjectOf(record, standing, false)} `);
  const interval = intervalText(standing);
  if (standing.kind === "none") return [name, strong(noneText(standing, interval))];
  const number = standing.kind === "open" ? `at least ${standing.low}` : String(standing.low);
  const relative = relativeText(standing);
  const inside = interval.includes(";") && relative !== "" ? `${relative}; ${interval}` : [interval, relative].filter(Boolean).join(", ");
  return [name, strong(number), plain(inside === "" ? "" : ` (${inside})`)];
}

const noneText = ({ high }: Standing, interval: string): string =>
  (Number.isFinite(high) && high > 0 ? "no load with confidence" : "not even one") + (interval === "" ? "" : ` (${interval})`);

function headlineOfNone(record: StudyRecord, compared: readonly Standing[]): readonly Fragment[] {
  const names = compared.map((standing, index) => subjectOf(record, standing, index === 0 && compared.length === 1));
  const neither = placeOf(record) === "" ? "Neither" : "neither";
  const subject = names.length > 1 ? `${neither} ${names.join(" nor ")} carry` : `${names[0]} can't carry`;
  const open = [...new Set(compared.map(({ unsettled }) => unsettled).filter(Boolean))].join("; ");
  // What was not decided is not said to miss.
  const proven = compared.some(({ high }) => high >= record.experiment.minTenants) ? " for certain" : "";
  return [
    plain(`${placeOf(record)}${subject} `),
    strong(`even ${record.experiment.minTenants === 1 ? "one tenant" : tenantsText(record.experiment.minTenants)}`),
    plain(`${proven} at ${objectiveText(record)}${open === "" ? "" : ` (${open})`}.`),
  ];
}

function headlineWithoutLines(record: StudyRecord, all: readonly Standing[]): readonly Fragment[] {
  const place = placeOf(record);
  const begun = (text: string): string => (place === "" ? capital(text) : text);
  const open = all.filter(({ kind }) => kind === "unfinished" || kind === "single");
  if (open.length === 0) return [plain(`${place}${begun("none of the deployments can run.")}`)];
  const shown = open.filter(({ deployment }) => deployment.points.length + deployment.excluded.length > 0);
  if (shown.length === 0) return [plain(`${place}${begun("no load was simulated to the end, so there is no answer yet.")}`)];
  const clauses = shown.map((standing, index) => {
    const subject = subjectOf(record, standing, index === 0);
    const point = pointAtLine(standing.deployment) ?? standing.deployment.points[0];
    return point === undefined ? excludedText(subject, standing.deployment) : outcomeText(record, subject, standing, point);
  });
  // Those of three or more stand in the tables.
  const objective = record.objectives.length > 2 && commonObjective(record) === undefined ? "" : ` (objective: ${objectiveText(record)})`;
  return [plain(`${place}${clauses.join("; ")}${objective}.`)];
}

const excludedText = (subject: string, { excluded: [{ tenants }] }: DeploymentRecord): string =>
  `${subject} can't hold ${tenantsText(tenants)} at all`;

/** "containers with 91 tenants miss the objective: p99 412 ms (390 to 440)" */
function outcomeText(record: StudyRecord, subject: string, { plural }: Standing, point: Point): string {
  const [meet, miss, have] = plural ? ["meet", "miss", "have"] : ["meets", "misses", "has"];
  const outcome = {
    met: `${meet} the objective`,
    missed: `${miss} the objective`,
    undecided: "can't be told from the objective",
    unsettled: `${have} not settled`,
  }[point.verdict];
  const several = hasSeveralApps(record);
  const told = point.apps.filter(({ verdict }) => verdict === point.verdict);
  if (point.verdict === "met" && told.length > 3)
    return `${subject} with ${tenantsText(point.tenants)} ${meet} all ${told.length} objectives`;
  const shown = told.slice(0, 3).map((app) => `${several ? `${app.name} ` : ""}${measuredText(record, app)}`);
  const rest = told.length > 3 ? [`${told.length - 3} others`] : [];
  const numbers = list([...shown, ...rest]);
  return `${subject} with ${tenantsText(point.tenants)} ${outcome}${numbers === "" ? "" : `: ${numbers}`}`;
}

/** The number that decided: "p99 412 ms (390 to 440)", "12 % (11 to 13) errors". */
function measuredText(record: StudyRecord, app: AppResult): string {
  if (app.by === "start") return "not all could start";
  if (app.by === "errors") return `${formatEstimate(app.errorRate, "share").full} errors`;
  const latency = judgedLatency(record, app);
  const objective = objectiveOf(record, app.name);
  return latency === undefined || objective === undefined ? "" : `${objective.statistic} ${formatEstimate(latency, "duration").full}`;
}
