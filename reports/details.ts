/** The sentences after the headline: what stops whom, which application, what can't be told and why, what can't run. */
import type { AppResult, DeploymentRecord, Point, StudyRecord } from "../scenarios/study/record.ts";
import { appAt, hasSeveralApps, objectiveOf } from "./objectives.ts";
import { pointAtLine, pointBeyond } from "./select.ts";
import { list, opening, type Standing, tenantsText } from "./standings.ts";

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

const sentence = (text: string): string => (/[.!]$/.test(text) ? text : `${text}.`);

export function detailsOf(record: StudyRecord, all: readonly Standing[]): readonly string[] {
  return [
    ...bottlenecks(all),
    ...bindingApps(record, all),
    ...tied(all),
    ...unsettled(all),
    ...withoutAnswer(record, all),
    ...endOfRange(record, all),
    ...excluded(all),
    ...refused(all),
    ...interrupted(record, all),
  ];
}

/** Standings with the same text, in the order in which the texts come first. */
function grouped(all: readonly Standing[], textOf: (standing: Standing) => string | undefined): readonly (readonly [string, Standing[]])[] {
  const groups = new Map<string, Standing[]>();
  for (const standing of all) {
    const text = textOf(standing);
    if (text !== undefined) groups.set(text, [...(groups.get(text) ?? []), standing]);
  }
  return [...groups];
}

const namesOf = (standings: readonly Standing[]): string => list(standings.map(({ name }) => name));

/** "Containers and VMs stop at memory; functions at cores." */
function bottlenecks(all: readonly Standing[]): string[] {
  const groups = grouped(all, ({ deployment }) => deployment.loadLine?.bottleneck?.resource);
  if (groups.length === 0) return [];
  const clauses = groups.map(([resource, group], index) => {
    const verb = index > 0 ? "" : group.length > 1 || group[0].plural ? "stop " : "stops ";
    return `${index === 0 ? opening(group) : namesOf(group)} ${verb}at ${RESOURCE_WORDS[resource]}`;
  });
  return [`${clauses.join("; ")}.`];
}

/** "With containers and VMs, camera misses its p99 first; with functions, telemetry has too many errors first." */
function bindingApps(record: StudyRecord, all: readonly Standing[]): string[] {
  if (!hasSeveralApps(record)) return [];
  const groups = grouped(all, ({ deployment }) => {
    const binding = deployment.loadLine?.binding;
    return binding ? bindingText(record, deployment, binding) : undefined;
  });
  if (groups.length === 0) return [];
  const clauses = groups.map(([text, group], index) => `${index === 0 ? "With" : "with"} ${namesOf(group)}, ${text}`);
  return [`${clauses.join("; ")}.`];
}

type Binding = NonNullable<NonNullable<DeploymentRecord["loadLine"]>["binding"]>;

function bindingText(record: StudyRecord, deployment: DeploymentRecord, { app, by }: Binding): string {
  const statistic = objectiveOf(record, app)?.statistic ?? "latency";
  const beyond = pointBeyond(deployment);
  const outcome = (beyond && appAt(beyond, app)?.verdict) ?? "missed";
  if (outcome === "unsettled") return `${app} does not settle first`;
  if (outcome === "undecided" && by !== "samples") return `it is ${app} that can't be told first`;
  return {
    latency: `${app} misses its ${statistic} first`,
    errors: `${app} has too many errors first`,
    start: `${app} can't all start first`,
    samples: `${app} gets too few requests first`,
  }[by];
}

function tied(all: readonly Standing[]): string[] {
  const others = all.filter((standing) => standing.tied);
  return others.length === 0 ? [] : [`${opening([all[0], ...others])} can't be told apart: their intervals overlap.`];
}

/** Why a line is open: "Containers had not settled with 191 to 193 tenants, however long they ran: ..." */
function unsettled(all: readonly Standing[]): string[] {
  return all.flatMap((standing) => {
    const { deployment } = standing;
    const loads = deployment.points.filter(({ verdict }) => verdict === "unsettled");
    if (loads.length === 0) return [];
    const tenants = loads.map((point) => point.tenants);
    const range = tenants.length === 1 ? tenantsText(tenants[0]) : `${Math.min(...tenants)} to ${Math.max(...tenants)} tenants`;
    const drift = loads.find((point) => point.drift !== undefined)?.drift;
    const why = drift === undefined ? "" : `: ${drift}`;
    const have = standing.plural ? "have" : "has";
    return [
      sentence(`${opening([standing])} ${have} not settled with ${range}, although the runs were lengthened as far as they may be${why}`),
    ];
  });
}

/** Loads that the reports show: at the line and first beyond it, or the one that was asked for. */
function shownPoints(deployment: DeploymentRecord): readonly Point[] {
  const shown = [pointAtLine(deployment), pointBeyond(deployment)].filter((point) => point !== undefined);
  return shown.length > 0 ? shown : deployment.points.slice(0, 1);
}

/** "Nothing can be said of nightly-report (no request came): containers with 87 tenants, VMs with 17." */
function withoutAnswer(record: StudyRecord, all: readonly Standing[]): string[] {
  const several = hasSeveralApps(record);
  const cases = new Map<string, string[]>();
  for (const { name, deployment } of all) {
    const told = new Set<string>();
    for (const point of shownPoints(deployment)) {
      for (const app of point.apps) {
        const why = whyUnknown(app);
        if (why === undefined || told.has(app.name)) continue;
        told.add(app.name);
        const text = `Nothing can be said${several ? ` of ${app.name}` : ""} (${why})`;
        cases.set(text, [...(cases.get(text) ?? []), `${name} with ${tenantsText(point.tenants)}`]);
      }
    }
  }
  return [...cases].map(([text, where]) => `${text}: ${list(where)}.`);
}

function whyUnknown({ verdict, by, reason, requests, offered }: AppResult): string | undefined {
  if (by === "samples") return reason ?? "too few requests";
  if (verdict === null && requests === 0) return offered.value === 0 ? "no request came" : "no request was completed";
  return undefined;
}

function endOfRange(record: StudyRecord, all: readonly Standing[]): string[] {
  const atEnd = all.filter(({ deployment }) => deployment.loadLine?.endOfRange === true);
  if (atEnd.length === 0) return [];
  return [
    `The range ended at ${record.experiment.maxTenants} tenants before ${namesOf(atEnd)} did: raise experiment.tenants to find the line.`,
  ];
}

/** The smallest load that arithmetic excludes, with the sum that does not fit. */
function excluded(all: readonly Standing[]): string[] {
  return all.flatMap((standing) => {
    const [first] = [...standing.deployment.excluded].sort((a, b) => a.tenants - b.tenants);
    if (first === undefined) return [];
    return [sentence(`${opening([standing])} can't hold ${tenantsText(first.tenants)}, which was not simulated: ${first.reason}`)];
  });
}

const refused = (all: readonly Standing[]): string[] =>
  all.flatMap((standing) =>
    standing.kind === "refused" ? [sentence(`${opening([standing])} can't run here: ${standing.deployment.refused}`)] : [],
  );

function interrupted(record: StudyRecord, all: readonly Standing[]): string[] {
  if (record.complete) return [];
  const open = all.filter(({ kind }) => kind === "unfinished");
  const rest = open.length === 0 ? "" : ` No line yet for ${namesOf(open)}.`;
  return [`The study was interrupted: what is shown is complete, the rest is missing.${rest}`];
}
