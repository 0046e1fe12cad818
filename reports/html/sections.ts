/** The sections of the report, in the order of the questions that a reader asks. */
import { FAILURES } from "../../models/vocabulary.ts";
import type { Point, StudyRecord, ValueOrigin } from "../../scenarios/study/record.ts";
import { anatomyChart } from "../charts/anatomy.ts";
import { identities } from "../charts/identity.ts";
import { latencyChart } from "../charts/latency.ts";
import { loadLinesChart } from "../charts/load-lines.ts";
import { memoryChart } from "../charts/memory.ts";
import { utilizationChart } from "../charts/utilization.ts";
import { FAILURE_WORDS, WHERE_WORDS } from "../charts/words.ts";
import { comparisonTable, precisionText } from "../comparison.ts";
import { formatCount, formatEstimate, formatMeasured, formatShare } from "../format.ts";
import { objectiveText } from "../objectives.ts";
import { detailedPoints, displayName, objectiveStatistic } from "../select.ts";
import { opening, standings } from "../standings.ts";
import { type Table, transpose } from "../table.ts";
import { RESOURCE_WORDS } from "../details.ts";
import { escapeHtml } from "./escape.ts";
import { reproduce } from "./reproduce.ts";
import { details, figureHtml, type Section, say, swatch, tableHtml } from "./parts.ts";

/** A marker in its colour before the name of a deployment. */
export function deploymentMarks(record: StudyRecord): ReadonlyMap<string, string> {
  const looks = identities(record);
  return new Map(
    record.deployments.flatMap((deployment) => {
      const look = looks.get(deployment.name);
      return look === undefined ? [] : [[displayName(deployment).text, swatch(look)]];
    }),
  );
}

function stopsHtml(record: StudyRecord): string {
  const looks = identities(record);
  const sentence = (text: string) => (/[.!]$/.test(text) ? text : `${text}.`);
  const items = standings(record).flatMap((standing) => {
    const { deployment, plural } = standing;
    const name = opening([standing]);
    const colour = looks.get(deployment.name)?.colour ?? "currentColor";
    const bottleneck = deployment.loadLine?.bottleneck;
    const text =
      deployment.refused !== undefined
        ? `<b>${say(name)}</b> can’t run here: ${say(sentence(deployment.refused))}`
        : bottleneck
          ? `<b>${say(name)}</b> ${plural ? "stop" : "stops"} at <b>${say(RESOURCE_WORDS[bottleneck.resource])}</b>: ${say(sentence(bottleneck.explanation))}`
          : undefined;
    return text === undefined ? [] : [`<li style="--mark:${escapeHtml(colour)}">${text}</li>`];
  });
  return items.length === 0 ? "" : `<ul class="stops">${items.join("")}</ul>`;
}

async function loadLines(record: StudyRecord): Promise<Section> {
  const marks = deploymentMarks(record);
  const note = `<p class="note">${say(precisionText(record))} Memory per tenant leaves out the host’s own system and what can be dropped.</p>`;
  const comparison = tableHtml(transpose(comparisonTable(record, { labels: true })), {
    even: true,
    caption: "Deployments compared at their load lines",
    marks,
  });
  return {
    id: "load-lines",
    title: "Load lines",
    lead: `The load line is the largest number of tenants that meets the objective: ${objectiveText(record)}. Solid is proven; pale is where the line may still lie.`,
    content: await figureHtml(loadLinesChart(record), { under: `${comparison}${note}${stopsHtml(record)}` }),
  };
}

function failureTable(record: StudyRecord): Table | undefined {
  const cases = record.deployments.flatMap((deployment) =>
    detailedPoints(deployment).map((one) => ({ name: displayName(deployment).text, ...one })),
  );
  const kinds = FAILURES.filter((failure) => cases.some(({ point }) => point.errors[failure] > 0));
  if (kinds.length === 0) return undefined;
  return {
    columns: [
      { title: "deployment", align: "left" },
      { title: "tenants", align: "right" },
      ...kinds.map((kind) => ({ title: FAILURE_WORDS[kind], align: "right" as const })),
    ],
    rows: cases.map(({ name, where, point }) => [
      name,
      `${point.tenants} (${WHERE_WORDS[where]})`,
      ...kinds.map((kind) => (point.errors[kind] > 0 ? formatMeasured(point.errors[kind], "share") : "–")),
    ]),
  };
}

async function latency(record: StudyRecord): Promise<Section> {
  const marks = deploymentMarks(record);
  const failures = failureTable(record);
  const errors =
    failures === undefined
      ? ""
      : details("Failed requests by reason", tableHtml(failures, { caption: "Failed requests by reason, share of all", marks }));
  const statistic = objectiveStatistic(record);
  return {
    id: "latency",
    short: "Latency",
    title: "Latency against load",
    lead: `${statistic} is the response time that ${statistic === "max" ? "no request" : `only ${formatShare((100 - Number(statistic.slice(1))) / 100)} of the requests`} exceed. Each point is a simulated load: filled where it met the objective, hollow where it did not; the band is the confidence interval.`,
    content: `${await figureHtml(latencyChart(record), { marks })}${errors}`,
  };
}

async function anatomy(record: StudyRecord): Promise<Section> {
  return {
    id: "anatomy",
    title: "Where the time went",
    lead: "Every request keeps account of what it waited for. The mean says what a usual request spends its time on, the slowest 1 % what makes the bad ones bad.",
    content: await figureHtml(anatomyChart(record), { marks: deploymentMarks(record) }),
  };
}

async function memory(record: StudyRecord): Promise<Section> {
  return {
    id: "memory",
    title: "Memory map",
    lead: "What fills the machine’s memory, averaged over time. What lies beyond the dashed line did not fit: it was moved to swap, and comes back from the disk when it is needed.",
    content: await figureHtml(memoryChart(record), { marks: deploymentMarks(record) }),
  };
}

async function utilization(record: StudyRecord): Promise<Section> {
  return {
    id: "utilization",
    short: "Utilization",
    title: "How busy the machine is",
    lead: "The share of time, or of space, that each resource is in use at the load line. What is far from full was not the limit.",
    content: await figureHtml(utilizationChart(record), { marks: deploymentMarks(record) }),
  };
}

const optional = (seconds: number | null): string => (seconds === null ? "n/a" : formatMeasured(seconds, "duration"));

function startupText(point: Point): string {
  if (!point.ready) return "never: not all could start";
  return point.startup.value === 0 ? "–" : formatEstimate(point.startup, "duration").compact;
}

function starts(record: StudyRecord): Section {
  const rows = record.deployments.flatMap((deployment) =>
    detailedPoints(deployment).map(({ where, point }) => [
      displayName(deployment).text,
      point.starts.kind,
      `${point.tenants} (${WHERE_WORDS[where]})`,
      formatCount(point.starts.count),
      point.starts.perTenantHour === 0 ? "0" : formatMeasured(point.starts.perTenantHour, "count"),
      startupText(point),
      optional(point.starts.p50),
      optional(point.starts.p99),
      optional(point.starts.max),
    ]),
  );
  const few = rows.some((cells) => cells.includes("n/a"));
  const right = (title: string) => ({ title, align: "right" as const });
  const table: Table = {
    columns: [
      { title: "deployment", align: "left" },
      { title: "start", align: "left" },
      right("tenants"),
      right("starts in all runs"),
      right("per tenant and hour"),
      right("all ready after"),
      right("p50"),
      right("p99"),
      right("longest"),
    ],
    rows,
  };
  return {
    id: "starts",
    title: "Starts",
    lead: "How long instances take to start while the others keep working. Virtual machines and containers start once, all at the same time; functions start when requests come. The rate per tenant and hour is that of the measured time alone.",
    content:
      rows.length === 0
        ? "<p>No instance was started.</p>"
        : `${tableHtml(table, { caption: "Starts of instances", marks: deploymentMarks(record) })}${few ? '<p class="note">n/a: not enough starts for this percentile.</p>' : ""}`,
  };
}

function audit(record: StudyRecord): Section {
  const ran = record.deployments.filter(({ points }) => points.length > 0);
  const rows = ran.map((deployment) => {
    const audits = deployment.points.map((point) => point.audit);
    const worst = audits.reduce((most, one) => (one.worst > most.worst ? one : most));
    return [
      displayName(deployment).text,
      formatCount(audits.length),
      formatCount(deployment.points.reduce((sum, { replications }) => sum + replications, 0)),
      formatCount(deployment.points.reduce((sum, { unsteady }) => sum + unsteady, 0)),
      formatCount(deployment.points.reduce((sum, { collapsed }) => sum + collapsed, 0)),
      formatCount(audits.reduce((sum, { checks }) => sum + checks, 0)),
      worst.worst === 0 ? "0" : worst.worst.toExponential(1).replace("-", "−"),
      worst.worstCheck,
    ];
  });
  const checks = ran.flatMap(({ points }) => points).reduce((sum, point) => sum + point.audit.checks, 0);
  const right = (title: string) => ({ title, align: "right" as const });
  const table: Table = {
    columns: [
      { title: "deployment", align: "left" },
      right("loads"),
      right("runs"),
      right("not steady"),
      right("collapsed"),
      right("checks"),
      right("largest deviation"),
      { title: "in", align: "left" },
    ],
    rows,
  };
  return {
    id: "audit",
    short: "Audit",
    title: "The audit",
    lead: "Every run checks itself against laws that must hold in any system: Little’s law, the utilization law, the balance of requests, the conservation of memory. One violation would have stopped the study.",
    content:
      checks === 0
        ? "<p>Nothing ran, so nothing was checked.</p>"
        : `<p>All <b>${say(formatCount(checks))}</b> checks passed. Deviations are relative; those that are not zero are rounding. Not steady: response times still drifted at half of the run, as beyond the load line; collapsed: more requests waited than could ever be answered in time, and the run was cut short.</p>${tableHtml(table, { caption: "Audit", marks: deploymentMarks(record) })}`,
  };
}

function valueTable(values: readonly ValueOrigin[], prefix: string): Table {
  return {
    columns: [
      { title: "value of", align: "left" },
      { title: "is", align: "left" },
      { title: "from", align: "left" },
      { title: "source", align: "left" },
      { title: "plausible range", align: "left" },
    ],
    rows: values.map(({ path, value, origin, source, range }) => [
      path.slice(prefix.length + 1) || path,
      value,
      origin,
      source ?? "–",
      range ?? "–",
    ]),
  };
}

/** "38 from the scenario, 80 from presets, 18 defaults" */
function originsText(values: readonly ValueOrigin[]): string {
  const presets = values.filter(({ origin }) => origin.startsWith("preset ")).length;
  const defaults = values.filter(({ origin }) => origin === "default").length;
  const counts: readonly (readonly [number, string])[] = [
    [values.length - presets - defaults, "from the scenario"],
    [presets, presets === 1 ? "from a preset" : "from presets"],
    [defaults, defaults === 1 ? "default" : "defaults"],
  ];
  return counts.flatMap(([count, words]) => (count > 0 ? [`${count} ${words}`] : [])).join(", ");
}

/** One host, application or deployment, or a section of the scenario that has no names. */
const groupOf = (path: string): string => /^(hosts|apps|deployments)\.[^.]+/.exec(path)?.[0] ?? path.split(".")[0];

function values(record: StudyRecord): Section {
  const groups = new Map<string, ValueOrigin[]>();
  for (const value of record.values) groups.set(groupOf(value.path), [...(groups.get(groupOf(value.path)) ?? []), value]);
  const folds = [...groups].map(([group, members]) =>
    details(`${group}: ${originsText(members)}`, tableHtml(valueTable(members, group), { caption: `Values of ${group}` })),
  );
  const assumed = record.values.filter(({ source }) => /^assum/i.test(source ?? "")).length;
  const assumptions = assumed === 0 ? "" : ` Of the presets’ values ${assumed} are assumptions, and say so in their source.`;
  return {
    id: "values",
    short: "Values",
    title: "Policies and values",
    lead: "Everything that decides the answer, and where it comes from: a line of the scenario, a preset with its source, or a default.",
    content:
      folds.length === 0
        ? "<p>None recorded.</p>"
        : `<p>${say(`${record.values.length} values: ${originsText(record.values)}.${assumptions}`)}</p>${folds.join("")}`,
  };
}

export async function sections(record: StudyRecord): Promise<readonly Section[]> {
  const ran = record.deployments.some(({ points }) => points.length > 0);
  const measured = ran ? [await latency(record), await anatomy(record), await memory(record), await utilization(record)] : [];
  return [await loadLines(record), ...measured, starts(record), audit(record), values(record), reproduce(record)];
}
