/** The table under the verdict: one row a deployment, the same cells for terminal, Markdown and HTML. */
import type { Point, StudyRecord } from "../scenarios/study/record.ts";
import { formatEstimate, formatMeasured } from "./format.ts";
import { hostsOf, machineLabel, shareMachines } from "./machines.ts";
import { commonObjective, hasSeveralApps } from "./objectives.ts";
import { memoryPerTenant, pointAt, pointAtLine } from "./select.ts";
import { singleLoad } from "./single-load.ts";
import { lineText, relativeText, type Standing, standings, tenantsText } from "./standings.ts";
import type { Column, Table } from "./table.ts";

const NOTHING = "–";

const startText = ({ starts: { p50 } }: Point): string => (p50 === null ? NOTHING : formatMeasured(p50, "duration"));

function bottleneckText(standing: Standing): string {
  const line = standing.deployment.loadLine;
  if (line === null) return NOTHING;
  if (line.bottleneck !== null) return line.bottleneck.resource;
  return line.endOfRange ? "none in the range" : NOTHING;
}

/** A column by itself: its title, and its cell for each deployment. */
interface Field extends Column {
  readonly cell: (standing: Standing) => string;
}

const left = (title: string, cell: Field["cell"]): Field => ({ title, align: "left", cell });
const right = (title: string, cell: Field["cell"]): Field => ({ title, align: "right", cell });

/** Of the load that `pick` chooses; nothing where there is none. */
const measured =
  (pick: (standing: Standing) => Point | undefined, text: (point: Point) => string): Field["cell"] =>
  (standing) => {
    const point = pick(standing);
    return point === undefined ? NOTHING : text(point);
  };

/**
 * What is measured of requests at one load; ` at ...` in each title, so that nobody takes loads that differ for the same. Of two or more applications
 * together a latency says little: it stands in a table by application.
 */
function requestFields(record: StudyRecord, where: string, pick: (standing: Standing) => Point | undefined): Field[] {
  const of = (title: string, text: (point: Point) => string): Field => right(`${title}${where}`, measured(pick, text));
  const common = commonObjective(record);
  const several = hasSeveralApps(record);
  const latencies =
    several || common === undefined
      ? []
      : [
          of("p50", ({ latency }) => formatEstimate(latency.p50, "duration").compact),
          ...(common.statistic === "p50"
            ? []
            : [of(common.statistic, ({ latency }) => formatEstimate(latency[common.statistic], "duration").compact)]),
        ];
  return [
    ...latencies,
    of("throughput", ({ throughput }) => formatEstimate(throughput, "rate").compact),
    of("errors", ({ errorRate }) => formatEstimate(errorRate, "share").compact),
  ];
}

/** At the same load for all: of those that were simulated with it, and whether they meet the objective there. */
function equalLoadFields(record: StudyRecord, tenants: number): Field[] {
  const at = ({ deployment }: Standing): Point | undefined => pointAt(deployment, tenants);
  return [
    ...requestFields(record, ` at ${tenantsText(tenants)}`, at).filter(({ title }) => !title.startsWith("throughput")),
    right(
      `objective at ${tenantsText(tenants)}`,
      measured(at, ({ verdict }) => verdict),
    ),
  ];
}

/** @param options.labels with a column that says what each deployment is. */
export function comparisonTable(record: StudyRecord, options: { readonly labels: boolean } = { labels: false }): Table {
  const atLine = ({ deployment }: Standing): Point | undefined => pointAtLine(deployment);
  const { equalLoad } = record;
  const fields = [
    left("deployment", ({ name }) => name),
    ...(options.labels ? [right("is", ({ deployment }) => deployment.label)] : []),
    ...(shareMachines(record) ? [] : [right("machine", ({ deployment }) => machineLabel(hostsOf(record, deployment)))]),
    right("tenants", lineText),
    right("against best", (standing) => relativeText(standing) || NOTHING),
    ...requestFields(record, equalLoad === null ? "" : " at its line", atLine),
    ...(equalLoad === null ? [] : equalLoadFields(record, equalLoad)),
    left("stops at", bottleneckText),
    right(
      "memory per tenant",
      measured(atLine, (point) => formatMeasured(memoryPerTenant(point), "bytes")),
    ),
    right("start (median)", measured(atLine, startText)),
  ];
  return {
    columns: fields.map(({ title, align }) => ({ title, align })),
    rows: standings(record).map((standing) => fields.map(({ cell }) => cell(standing))),
  };
}

/** How many replications are behind the numbers, and with which confidence; one sentence. */
export function precisionText(record: StudyRecord): string {
  const single = singleLoad(record);
  const points = single === undefined ? record.deployments.flatMap((deployment) => pointAtLine(deployment) ?? []) : [single.point];
  const replications = points.map((point) => point.replications);
  const confidence = `${formatEstimate({ value: record.experiment.confidence, low: null, high: null, n: 1 }, "share").value}`;
  if (replications.length === 0) return `Intervals are at ${confidence} confidence.`;
  const [least, most] = [Math.min(...replications), Math.max(...replications)];
  const runs = least === most ? `${least} ${least === 1 ? "replication" : "replications"}` : `${least} to ${most} replications`;
  return `${whereText(record, single?.point)}, from ${runs}; ± is the ${confidence} confidence interval.`;
}

function whereText({ equalLoad }: StudyRecord, single: Point | undefined): string {
  if (single !== undefined) return `Numbers are those of ${tenantsText(single.tenants)}`;
  if (equalLoad === null) return "Latency and throughput are those at the load line";
  return "Numbers are those at each deployment's own load line, unless a title names a load";
}
