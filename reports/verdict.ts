/** The answer in a sentence or a few: computed from the load lines and their intervals, never from a mean alone. */
import type { DeploymentRecord, StudyRecord } from "../scenarios/study/record.ts";
import { displayName, firstHost, objectiveLatency, objectiveStatistic, objectiveText, pointAtLine } from "./select.ts";
import { formatEstimate } from "./format.ts";

/** What is known about one deployment's load line, in [low, high] tenants. */
export interface Standing {
  readonly deployment: DeploymentRecord;
  readonly name: string;
  readonly plural: boolean;
  /**
   * "line": found; "open": at least `low`, nothing above it was decided; "none": not even the smallest load met the objective;
   * "refused": can't run here; "unfinished": no line was searched for or the search was interrupted.
   */
  readonly kind: "line" | "open" | "none" | "refused" | "unfinished";
  readonly low: number;
  /** Infinity where nothing bounds it. */
  readonly high: number;
  /** Against the best deployment, as a fraction: -0.5 is half of it; null for the best and where there is nothing to compare. */
  readonly relative: { readonly value: number; readonly low: number; readonly high: number } | null;
  /** Can't be told apart from the best: the intervals overlap. */
  readonly tied: boolean;
}

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

/** What a bottleneck is called after "stops at". */
export const RESOURCE_WORDS: Readonly<Record<string, string>> = {
  cores: "cores",
  memory: "memory",
  disk: "the disk",
  network: "the network",
  platform: "a limit of the platform",
  swap: "swap",
  limit: "a limit of their own",
  application: "nothing that they run on",
};

/** "a, b and c" */
export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "a Raspberry Pi 4", "an x86 server" */
function withArticle(label: string): string {
  if (/^(an?|the|this|one|two) /i.test(label)) return label;
  const vowelSound = /^([aeio]|8|11|18|x\d|[FHLMNRSX](?=[A-Z\d]))/;
  return `${vowelSound.test(label) || vowelSound.test(label.charAt(0).toLowerCase()) ? "an" : "a"} ${label}`;
}

/** Interval and kind of each load line, best first, each compared with the best. */
export function standings(record: StudyRecord): readonly Standing[] {
  const found = record.deployments.map((deployment) => {
    const { text: name, plural } = displayName(deployment);
    const line = deployment.loadLine;
    const base = { deployment, name, plural, relative: null, tied: false };
    if (deployment.refused !== undefined) return { ...base, kind: "refused" as const, low: 0, high: 0 };
    if (line === null)
      return { ...base, kind: "unfinished" as const, low: pointAtLine(deployment)?.tenants ?? 0, high: Number.POSITIVE_INFINITY };
    const high = line.endOfRange || line.atMost === null ? Number.POSITIVE_INFINITY : line.atMost;
    if (line.tenants === 0) return { ...base, kind: "none" as const, low: 0, high };
    return { ...base, kind: high === Number.POSITIVE_INFINITY ? ("open" as const) : ("line" as const), low: line.tenants, high };
  });
  const rank = { line: 0, open: 0, none: 1, unfinished: 2, refused: 3 };
  const sorted = found
    .map((standing, index) => ({ standing, index }))
    .sort((a, b) => rank[a.standing.kind] - rank[b.standing.kind] || b.standing.low - a.standing.low || a.index - b.index)
    .map(({ standing }) => standing);
  const best = sorted[0];
  if (best === undefined || rank[best.kind] !== 0) return sorted;
  return sorted.map((standing): Standing => {
    if (standing === best || rank[standing.kind] > 1) return standing;
    const relative = {
      value: standing.low / best.low - 1,
      low: standing.low / best.high - 1,
      high: standing.high / best.low - 1,
    };
    return { ...standing, relative, tied: standing.high >= best.low && best.high >= standing.low };
  });
}

/** "87 to 90" */
const intervalText = ({ low, high }: Standing): string =>
  low === high ? "" : high === Number.POSITIVE_INFINITY ? `at least ${low}` : `${low} to ${high}`;

/** "−53 %", or "at least 79 % fewer" where the best is only known from below: even the highest of one against the lowest of the other. */
export function relativeText(standing: Standing): string {
  const { relative } = standing;
  if (relative === null) return "";
  if (standing.tied) return "can't tell apart";
  const percent = (x: number) => `${x < 0 ? "−" : "+"}${Math.abs(Math.round(100 * x))} %`;
  if (relative.low === -1 && relative.high < 0) return `at least ${Math.floor(-100 * relative.high)} % fewer`;
  return percent(relative.value);
}

/** "87 (87 to 90)", "at least 200", "none", "can't run here": the load line in a table or beside a bar. */
export function lineText(standing: Standing): string {
  switch (standing.kind) {
    case "refused":
      return "can't run here";
    case "unfinished":
      return standing.low > 0 ? `at least ${standing.low} so far` : "not finished";
    case "none":
      return standing.high > 0 && Number.isFinite(standing.high) ? `none proven (0 to ${standing.high})` : "none";
    case "open":
      return `at least ${standing.low}`;
    case "line":
      return standing.low === standing.high ? String(standing.low) : `${standing.low} (${intervalText(standing)})`;
  }
}

function clause(standing: Standing): Fragment[] {
  const { name, low, high, kind } = standing;
  if (kind === "none") {
    const reached = Number.isFinite(high) && high > 0 ? `no load with confidence (0 to ${high})` : "not even one";
    return [
      { text: `${name} `, strong: false },
      { text: reached, strong: true },
    ];
  }
  const number = kind === "open" ? `at least ${low}` : String(low);
  const inside = [kind === "line" ? intervalText(standing) : "", relativeText(standing)].filter((part) => part !== "").join(", ");
  return [
    { text: `${name} `, strong: false },
    { text: number, strong: true },
    { text: inside === "" ? "" : ` (${inside})`, strong: false },
  ];
}

function leaderFragments(best: Standing, objective: string): Fragment[] {
  const verb = best.plural ? "carry" : "carries";
  const number = best.kind === "open" ? `at least ${best.low}` : String(best.low);
  const interval = best.kind === "line" ? intervalText(best) : "";
  const noun = best.low === 1 ? "tenant" : "tenants";
  return [
    { text: `${best.name} ${verb} `, strong: false },
    { text: `${number} ${noun}`, strong: true },
    { text: `${interval === "" ? "" : ` (${interval})`} at ${objective}`, strong: false },
  ];
}

function headlineOf(record: StudyRecord, all: readonly Standing[]): Fragment[] {
  const place = `On ${withArticle(firstHost(record).label)}, `;
  const objective = objectiveText(record);
  const compared = all.filter(({ kind }) => kind === "line" || kind === "open" || kind === "none");
  const [best, ...others] = compared;
  if (best === undefined) return headlineWithoutLines(record, all, place, objective);
  if (best.kind === "none") {
    const names = compared.map(({ name }) => name);
    const smallest = record.experiment.minTenants === 1 ? "one tenant" : `${record.experiment.minTenants} tenants`;
    const subject = names.length > 1 ? `neither ${names.join(" nor ")} carry` : `${names[0]} can't carry`;
    return [
      { text: `${place}${subject} `, strong: false },
      { text: `even ${smallest}`, strong: true },
      { text: ` at ${objective}.`, strong: false },
    ];
  }
  const fragments = [{ text: place, strong: false }, ...leaderFragments(best, objective)];
  for (const other of others) fragments.push({ text: "; ", strong: false }, ...clause(other));
  return [...fragments, { text: ".", strong: false }];
}

function headlineWithoutLines(record: StudyRecord, all: readonly Standing[], place: string, objective: string): Fragment[] {
  const plain = (text: string) => [{ text, strong: false }];
  const open = all.filter(({ kind }) => kind === "unfinished");
  if (open.length === 0) return plain(`${place}none of the deployments can run.`);
  const shown = open.filter(({ deployment }) => deployment.points.length > 0);
  if (shown.length === 0) return plain(`${place}no load was simulated to the end, so there is no answer yet.`);
  const clauses = shown.map(({ deployment, name }) => {
    const point = pointAtLine(deployment) ?? deployment.points[0];
    const tenants = point.tenants === 1 ? "1 tenant" : `${point.tenants} tenants`;
    const outcome = {
      met: "meet the objective",
      missed: "miss the objective",
      undecided: "can't be told from the objective",
      unsettled: "have not settled",
    }[point.verdict];
    return `${name} with ${tenants} ${outcome}: ${objectiveStatistic(record)} ${formatEstimate(objectiveLatency(record, point), "duration").full}`;
  });
  return plain(`${place}${clauses.join("; ")} (objective: ${objective}).`);
}

/** "Containers and VMs stop at memory; functions at cores." */
function bottleneckSentence(all: readonly Standing[]): string[] {
  const byResource = new Map<string, Standing[]>();
  for (const standing of all) {
    const resource = standing.deployment.loadLine?.bottleneck?.resource;
    if (resource === undefined) continue;
    byResource.set(resource, [...(byResource.get(resource) ?? []), standing]);
  }
  if (byResource.size === 0) return [];
  const clauses = [...byResource].map(([resource, group], index) => {
    const verb = index > 0 ? "" : group.length > 1 || group[0].plural ? "stop " : "stops ";
    return `${list(group.map(({ name }) => name))} ${verb}at ${RESOURCE_WORDS[resource]}`;
  });
  return [`${capital(clauses.join("; "))}.`];
}

function detailsOf(record: StudyRecord, all: readonly Standing[]): string[] {
  const of = (kind: Standing["kind"]) => all.filter((standing) => standing.kind === kind);
  const details = bottleneckSentence(all);
  const tied = all.filter((standing) => standing.tied);
  if (tied.length > 0) {
    details.push(`${capital(list([all[0], ...tied].map(({ name }) => name)))} can't be told apart: their intervals overlap.`);
  }
  const atEnd = all.filter(({ deployment }) => deployment.loadLine?.endOfRange === true);
  if (atEnd.length > 0) {
    const names = list(atEnd.map(({ name }) => name));
    details.push(
      `The range ended at ${record.experiment.maxTenants} tenants before ${names} did: raise experiment.tenants to find the line.`,
    );
  }
  for (const { name, deployment } of of("refused"))
    details.push(`${capital(name)} can't run here: ${deployment.refused?.replace(/\.$/, "")}.`);
  if (!record.complete) {
    const open = of("unfinished").map(({ name }) => name);
    const rest = open.length === 0 ? "" : ` No line yet for ${list(open)}.`;
    details.push(`The study was interrupted: what is shown is complete, the rest is missing.${rest}`);
  }
  return details;
}

/** The verdict of a study, with intervals. */
export function verdict(record: StudyRecord): Verdict {
  const all = standings(record);
  const headline = headlineOf(record, all);
  const details = detailsOf(record, all);
  return { standings: all, headline, details, text: [headline.map(({ text }) => text).join(""), ...details].join(" ") };
}
