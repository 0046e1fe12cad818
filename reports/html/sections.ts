/** The sections of the report, in the order of the questions that a reader asks: the pictures first, then how it was found and how to repeat it. */
import type { Point, StudyRecord, ValueOrigin } from "../../scenarios/study/record.ts";
import { shownPoints } from "../charts/shown.ts";
import { WHERE_WORDS } from "../charts/words.ts";
import { formatCount, formatEstimate, formatMeasured } from "../format.ts";
import { hasSeveralApps } from "../objectives.ts";
import { displayName } from "../select.ts";
import type { Table } from "../table.ts";
import { details, type Section, say, tableHtml, tableOrFold } from "./parts.ts";
import { dashboards } from "./dashboard.ts";
import { deploymentMarks, pictures } from "./pictures.ts";
import { reproduce } from "./reproduce.ts";

const optional = (seconds: number | null): string => (seconds === null ? "n/a" : formatMeasured(seconds, "duration"));

function startupText(point: Point): string {
  if (!point.ready) return "never: not all could start";
  return point.startup.value === 0 ? "–" : formatEstimate(point.startup, "duration").compact;
}

function starts(record: StudyRecord): Section {
  const several = hasSeveralApps(record);
  const rows = record.deployments.flatMap((deployment) =>
    shownPoints(deployment).flatMap(({ where, point }) =>
      point.apps.map((app) => [
        displayName(deployment).text,
        ...(several ? [app.name] : []),
        app.starts.kind,
        `${point.tenants} (${WHERE_WORDS[where]})`,
        formatCount(app.starts.count),
        app.starts.perTenantHour === 0 ? "0" : formatMeasured(app.starts.perTenantHour, "count"),
        startupText(point),
        optional(app.starts.p50),
        optional(app.starts.p99),
        optional(app.starts.max),
      ]),
    ),
  );
  const few = rows.some((cells) => cells.includes("n/a"));
  const right = (title: string) => ({ title, align: "right" as const });
  const table: Table = {
    columns: [
      { title: "deployment", align: "left" },
      ...(several ? [{ title: "application", align: "left" as const }] : []),
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
        : `${tableOrFold("Starts by application", table, { caption: "Starts of instances", marks: deploymentMarks(record) })}${few ? '<p class="note">n/a: not enough starts for this percentile.</p>' : ""}`,
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
  return [...(await pictures(record)), ...dashboards(record), starts(record), audit(record), values(record), reproduce(record)];
}
