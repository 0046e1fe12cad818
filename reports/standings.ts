/** The load lines of a study, compared with each other: from their intervals, never from one number alone. */
import type { DeploymentRecord, StudyRecord } from "../scenarios/study/record.ts";
import { displayName, pointAtLine } from "./select.ts";

/** What is known about one deployment's load line, in [low, high] tenants. */
export interface Standing {
  readonly deployment: DeploymentRecord;
  readonly name: string;
  /** The name is a noun of the house, "VMs": it takes the plural, and a capital where a sentence begins. A user's own name stays as it is. */
  readonly plural: boolean;
  /**
   * "line": found; "open": at least `low`, nothing above it was decided; "none": not even the smallest load met the objective;
   * "refused": can't run here; "single": one load was asked for, not the line; "unfinished": the search was interrupted.
   */
  readonly kind: "line" | "open" | "none" | "refused" | "single" | "unfinished";
  readonly low: number;
  /** Infinity where nothing bounds it. */
  readonly high: number;
  /** Loads that did not settle, as they are said after the interval: "not settled from 191 on"; empty if all did. */
  readonly unsettled: string;
  /** Against the best deployment, as a fraction: -0.5 is half of it; null for the best and where there is nothing to compare. */
  readonly relative: { readonly value: number; readonly low: number; readonly high: number } | null;
  /** Can't be told apart from the best: the intervals overlap. */
  readonly tied: boolean;
}

/** "a, b and c" */
export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "1 tenant", "17 tenants" */
export const tenantsText = (tenants: number): string => (tenants === 1 ? "1 tenant" : `${tenants} tenants`);

/** Names at the beginning of a sentence. */
export function opening(standings: readonly Pick<Standing, "name" | "plural">[]): string {
  const names = list(standings.map(({ name }) => name));
  return standings[0].plural ? capital(names) : names;
}

/** Interval and kind of each load line, best first, each compared with the best. */
export function standings(record: StudyRecord): readonly Standing[] {
  const rank = { line: 0, open: 0, none: 1, single: 2, unfinished: 2, refused: 3 };
  const single = record.question.kind === "run" && record.question.tenants !== null;
  const sorted = record.deployments
    .map((deployment) => standingOf(deployment, single))
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

function standingOf(deployment: DeploymentRecord, single: boolean): Standing {
  const { text: name, plural } = displayName(deployment);
  const line = deployment.loadLine;
  const base = { deployment, name, plural, unsettled: "", relative: null, tied: false };
  if (deployment.refused !== undefined) return { ...base, kind: "refused", low: 0, high: 0 };
  const finished = deployment.points.length + deployment.excluded.length > 0;
  if (line === null) {
    const kind = single && finished ? "single" : "unfinished";
    return { ...base, kind, low: pointAtLine(deployment)?.tenants ?? 0, high: Number.POSITIVE_INFINITY };
  }
  const high = line.endOfRange || line.atMost === null ? Number.POSITIVE_INFINITY : line.atMost;
  const kind = line.tenants === 0 ? "none" : high === Number.POSITIVE_INFINITY ? "open" : "line";
  return { ...base, kind, low: line.tenants, high, unsettled: unsettledText(line.unsettled, high) };
}

/** Loads that did not settle leave the line open between what is proven and the first load that misses, `high` + 1. */
function unsettledText(loads: readonly number[], high: number): string {
  if (loads.length === 0) return "";
  const [first, last] = [Math.min(...loads), Math.max(...loads)];
  if (last >= high || high === Number.POSITIVE_INFINITY) return `not settled from ${first} on`;
  return first === last ? `not settled at ${first}` : `not settled from ${first} to ${last}`;
}

/** "87 to 90", "181 to 193; not settled from 191 on"; empty where there is only one number. */
export function intervalText({ kind, low, high, unsettled }: Standing): string {
  const interval = low === high || kind === "open" || !Number.isFinite(high) ? "" : `${low} to ${high}`;
  return [interval, unsettled].filter((part) => part !== "").join("; ");
}

/** "−53 %", or "at least 79 % fewer" where the best is only known from below: even the highest of one against the lowest of the other. */
export function relativeText(standing: Standing): string {
  const { relative } = standing;
  if (relative === null) return "";
  if (standing.tied) return "can't tell apart";
  const exact = relative.low === relative.high || standing.high === 0;
  if (!exact && relative.low === -1 && relative.high < 0) return `at least ${Math.floor(-100 * relative.high)} % fewer`;
  return percentText(relative.value);
}

/** "−53 %", "+77 %" */
export const percentText = (relative: number): string => `${relative < 0 ? "−" : "+"}${Math.abs(Math.round(100 * relative))} %`;

/** "87 (87 to 90)", "at least 200", "none", "can't run here", "91 tenants: missed": the load line in a table or beside a bar. */
export function lineText(standing: Standing): string {
  const { kind, low, high, deployment } = standing;
  const inside = intervalText(standing);
  const also = inside === "" ? "" : ` (${inside})`;
  switch (kind) {
    case "refused":
      return "can't run here";
    case "single":
      return singleText(deployment);
    case "unfinished":
      return low > 0 ? `at least ${low} so far` : "not finished";
    case "none":
      return `${high > 0 && Number.isFinite(high) ? "none proven" : "none"}${also}`;
    case "open":
      return `at least ${low}${also}`;
    case "line":
      return `${low}${also}`;
  }
}

function singleText({ points: [point], excluded: [impossible] }: DeploymentRecord): string {
  return point === undefined ? `${tenantsText(impossible.tenants)}: missed` : `${tenantsText(point.tenants)}: ${point.verdict}`;
}
