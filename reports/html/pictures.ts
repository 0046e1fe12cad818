/** The sections of the report that are pictures: the answer, how near it is to the objective, what would help, and where time and memory go. */
import { FAILURES } from "../../models/vocabulary.ts";
import type { StudyRecord } from "../../scenarios/study/record.ts";
import { anatomyChart } from "../charts/anatomy.ts";
import { appAnatomyChart } from "../charts/app-anatomy.ts";
import { appLatencyChart } from "../charts/app-latency.ts";
import { hasOwnColours, identities } from "../charts/identity.ts";
import { latencyChart } from "../charts/latency.ts";
import { loadLinesChart } from "../charts/load-lines.ts";
import { memoryChart } from "../charts/memory.ts";
import { percentilesChart } from "../charts/percentiles.ts";
import { isSingleLoad, shownPoints } from "../charts/shown.ts";
import { timelineCharts } from "../charts/timeline.ts";
import { utilizationChart } from "../charts/utilization.ts";
import { whatHelpsChart } from "../charts/what-helps.ts";
import { FAILURE_WORDS, WHERE_WORDS } from "../charts/words.ts";
import { appTables, type TitledTable } from "../by-app.ts";
import { comparisonTable, precisionText } from "../comparison.ts";
import { formatMeasured, formatShare } from "../format.ts";
import { RESOURCE_WORDS } from "../details.ts";
import { hasSeveralApps, objectiveText } from "../objectives.ts";
import { displayName } from "../select.ts";
import { loadTables, missedLoadsTable, singleLoad } from "../single-load.ts";
import { opening, standings, tenantsText } from "../standings.ts";
import { type Table, transpose } from "../table.ts";
import { escapeHtml } from "./escape.ts";
import { details, figureHtml, foldedTable, type Section, say, swatch, tableHtml, titledTable } from "./parts.ts";

/** A marker in its colour before the name of a deployment; none where all have the same. */
export function deploymentMarks(record: StudyRecord): ReadonlyMap<string, string> {
  if (!hasOwnColours(record)) return new Map();
  const looks = identities(record);
  return new Map(
    record.deployments.flatMap((deployment) => {
      const look = looks.get(deployment.name);
      return look === undefined ? [] : [[displayName(deployment).text, swatch(look)]];
    }),
  );
}

const sentence = (text: string): string => (/[.!]$/.test(text) ? text : `${text}.`);

function stopsHtml(record: StudyRecord): string {
  const looks = identities(record);
  const items = standings(record).flatMap((standing) => {
    const { deployment, plural } = standing;
    const colour = looks.get(deployment.name)?.colour ?? "currentColor";
    const bottleneck = deployment.loadLine?.bottleneck;
    const subject = say(opening([standing]));
    const text =
      deployment.refused !== undefined
        ? `<b>${subject}</b> can’t run here: ${say(sentence(deployment.refused))}`
        : bottleneck
          ? `<b>${subject}</b> ${plural ? "stop" : "stops"} at <b>${say(RESOURCE_WORDS[bottleneck.resource])}</b>: ${say(sentence(bottleneck.explanation))}`
          : undefined;
    return text === undefined ? [] : [`<li style="--mark:${escapeHtml(colour)}">${text}</li>`];
  });
  return items.length === 0 ? "" : `<ul class="stops">${items.join("")}</ul>`;
}

/** A column a deployment while they fit beside each other, else a row each. */
function comparisonHtml(record: StudyRecord): string {
  const aside = record.deployments.length <= 4;
  const table = comparisonTable(record, { labels: aside });
  const marks = deploymentMarks(record);
  const comparison = tableHtml(aside ? transpose(table) : table, {
    even: aside,
    caption: "Deployments compared at their load lines",
    marks,
  });
  if (aside) return comparison;
  const labels: Table = {
    columns: [
      { title: "deployment", align: "left" },
      { title: "is", align: "left" },
    ],
    rows: record.deployments.map((deployment) => [displayName(deployment).text, deployment.label]),
  };
  return `${comparison}${foldedTable("What each deployment is", labels, { caption: "What each deployment is", marks })}`;
}

const titledHtml = (record: StudyRecord, { title, table }: TitledTable): string =>
  titledTable(title, table, { caption: title, marks: deploymentMarks(record) });

/** Loads of deployments that carry nothing. */
function missedHtml(record: StudyRecord): string {
  const missed = missedLoadsTable(record);
  return missed === undefined ? "" : titledHtml(record, missed);
}

/** One load in full: its requests for all to see, the rest folded, as there are pictures of it. */
function loadTablesHtml(record: StudyRecord): string {
  const single = singleLoad(record);
  if (single === undefined) return "";
  const tables = loadTables(record, single.point).map(({ title, table }, index) =>
    index === 0 ? tableHtml(table, { caption: title }) : foldedTable(title, table, { caption: title }),
  );
  return `${tables.join("")}<p class="note">${say(precisionText(record))}</p>`;
}

async function loadLines(record: StudyRecord): Promise<Section> {
  const note = `<p class="note">${say(precisionText(record))} Memory per tenant leaves out the host’s own system and what can be dropped.</p>`;
  return {
    id: "load-lines",
    title: "Load lines",
    lead: `The load line is the largest number of tenants that meets the objective: ${objectiveText(record)}. Solid is proven; pale is where the line may still lie.`,
    content: await figureHtml(loadLinesChart(record), {
      under: `${comparisonHtml(record)}${missedHtml(record)}${note}${stopsHtml(record)}`,
    }),
  };
}

/** What there is to see of loads by themselves: one that was asked for, or one of each deployment. */
async function oneLoad(record: StudyRecord): Promise<Section> {
  const single = singleLoad(record);
  const loads = single === undefined ? "at the load of each deployment" : `with ${tenantsText(single.point.tenants)}`;
  const under = single === undefined ? {} : { under: `${loadTablesHtml(record)}${stopsHtml(record)}` };
  return {
    id: "load",
    title: single === undefined ? "Response times" : "This load",
    lead: `Response times ${loads}: the mean, percentiles, and the longest. The red line is the objective, its statistic is bold; the dark line over a bar is its confidence interval.`,
    content: await figureHtml(percentilesChart(record), { marks: deploymentMarks(record), ...under }),
  };
}

async function whatHelps(record: StudyRecord): Promise<readonly Section[]> {
  const chart = whatHelpsChart(record);
  if (chart === undefined) return [];
  return [
    {
      id: "what-helps",
      title: "What would help",
      lead: "How far the load line moves if one thing is changed and all else stays: found by searching again with the same random numbers. Grey is the line as it is.",
      content: await figureHtml(chart, { marks: deploymentMarks(record) }),
    },
  ];
}

function failureTable(record: StudyRecord): Table | undefined {
  const several = hasSeveralApps(record);
  const cases = record.deployments.flatMap((deployment) =>
    shownPoints(deployment).flatMap(({ where, point }) =>
      point.apps.map((app) => ({ name: displayName(deployment).text, where, tenants: point.tenants, app })),
    ),
  );
  const kinds = FAILURES.filter((failure) => cases.some(({ app }) => app.errors[failure] > 0));
  if (kinds.length === 0) return undefined;
  return {
    columns: [
      { title: "deployment", align: "left" },
      ...(several ? [{ title: "application", align: "left" as const }] : []),
      { title: "tenants", align: "right" },
      ...kinds.map((kind) => ({ title: FAILURE_WORDS[kind], align: "right" as const })),
    ],
    rows: cases.map(({ name, where, tenants, app }) => [
      name,
      ...(several ? [app.name] : []),
      `${tenants} (${WHERE_WORDS[where]})`,
      ...kinds.map((kind) => (app.errors[kind] > 0 ? formatMeasured(app.errors[kind], "share") : "–")),
    ]),
  };
}

function failuresHtml(record: StudyRecord): string {
  const table = failureTable(record);
  if (table === undefined) return "";
  const options = { caption: "Failed requests by reason, share of all", marks: deploymentMarks(record) };
  return foldedTable("Failed requests by reason", table, options);
}

/** "p99 is the response time that only 1 % of the requests exceed." */
function statisticText(record: StudyRecord): string {
  const [{ statistic }] = record.objectives;
  const own = record.objectives.every((objective) => objective.statistic === statistic);
  if (!own || statistic === "mean") return "The vertical axis is the statistic that the objective is about.";
  return `${statistic} is the response time that only ${formatShare((100 - Number(statistic.slice(1))) / 100)} of the requests exceed.`;
}

async function latency(record: StudyRecord): Promise<Section> {
  const panels = hasOwnColours(record) ? "" : " The other deployments stand pale behind each.";
  return {
    id: "latency",
    short: "Latency",
    title: "Latency against load",
    lead: `${statisticText(record)} Each point is a simulated load: filled where it met the objective, hollow where it missed it; the band is the confidence interval.${panels}`,
    content: `${await figureHtml(latencyChart(record), { marks: deploymentMarks(record) })}${failuresHtml(record)}`,
  };
}

async function apps(record: StudyRecord): Promise<readonly Section[]> {
  if (!hasSeveralApps(record)) return [];
  const beyond = record.deployments.some(({ points }) => points.length > 1);
  // A single load has its table by application already.
  const tables = isSingleLoad(record)
    ? ""
    : appTables(record)
        .map((each) => titledHtml(record, each))
        .join("");
  return [
    {
      id: "apps",
      title: "Each application",
      lead: `Its latency as a multiple of its own objective: left of the red line is good.${beyond ? " The first mark is the load line, the second the first load beyond it." : ""} The number is the latency ${beyond ? "at the line" : "itself"}.`,
      content: await figureHtml(appLatencyChart(record), tables === "" ? { marks: deploymentMarks(record) } : { under: tables }),
    },
  ];
}

async function anatomy(record: StudyRecord): Promise<Section> {
  const marks = deploymentMarks(record);
  const each = !hasSeveralApps(record) ? "" : `<h3>Application by application</h3>${await figureHtml(appAnatomyChart(record), { marks })}`;
  return {
    id: "anatomy",
    title: "Where the time went",
    lead: "Every request keeps account of what it waited for. The mean says what a usual request spends its time on, the slowest 1 % what makes the bad ones bad.",
    content: `${await figureHtml(anatomyChart(record), { marks })}${each}`,
  };
}

/** More than these stand folded one by one. */
const OPEN_TIMELINES = 3;

async function timelines(record: StudyRecord): Promise<readonly Section[]> {
  const charts = timelineCharts(record);
  if (charts.length === 0) return [];
  const parts: string[] = [];
  for (const { name, chart } of charts) {
    const figure = await figureHtml(chart);
    if (charts.length === 1) parts.push(figure);
    else if (charts.length <= OPEN_TIMELINES) parts.push(`<h3>${say(name)}</h3>${figure}`);
    else parts.push(details(name, figure, "large"));
  }
  return [
    {
      id: "timeline",
      short: "Over time",
      title: "One run over time",
      lead: "The first run of a load, step by step. Grey is the warm-up that the numbers leave out: after it nothing should drift, unless the load is more than can be carried.",
      content: parts.join("\n"),
    },
  ];
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
  const where = isSingleLoad(record) ? "" : " at the load line";
  return {
    id: "utilization",
    short: "Utilization",
    title: "How busy the machine is",
    lead: `The share of time, or of space, that each resource is in use${where}. What is far from full was not the limit.`,
    content: await figureHtml(utilizationChart(record), { marks: deploymentMarks(record) }),
  };
}

/** In the order of the questions that a reader asks. */
export async function pictures(record: StudyRecord): Promise<readonly Section[]> {
  const ran = record.deployments.some(({ points }) => points.length > 0);
  if (!ran) return [await loadLines(record)];
  // A curve needs two loads, and a load line to compare two deployments or a load that is met.
  const curves = record.deployments.some(({ points }) => points.length > 1);
  const lines = singleLoad(record) === undefined ? [await loadLines(record), ...(await whatHelps(record))] : [];
  const loads = lines.length === 0 || !curves ? [await oneLoad(record)] : [];
  const answer = [...lines, ...loads, ...(curves ? [await latency(record)] : [])];
  return [
    ...answer,
    ...(await apps(record)),
    await anatomy(record),
    ...(await timelines(record)),
    await memory(record),
    await utilization(record),
  ];
}
