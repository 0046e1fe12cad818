/** What the reader's own dashboards would show on such a machine: the counters of `docker stats`, cpu.stat, /proc/pressure, vmstat and top, by their names. */
import type { AppResult, Estimate, HostResult, Point, StudyRecord } from "../../scenarios/study/record.ts";
import { formatEstimate, type Quantity } from "../format.ts";
import { detailedPoints, displayName } from "../select.ts";
import type { Table } from "../table.ts";
import { escapeHtml } from "./escape.ts";
import { type Section, say, titledTable } from "./parts.ts";
import { deploymentMarks } from "./pictures.ts";

/** A counter: what its column is called, and what it is of a part; undefined where that has no such counter. */
interface Counter<Part> {
  readonly title: string;
  readonly quantity: Quantity;
  readonly of: (part: Part) => Estimate | undefined;
}

/** A group whose quota of CPU time is never looked at has none. */
const ofQuota = ({ periods }: AppResult["instance"], estimate: Estimate): Estimate | undefined =>
  periods.value === 0 ? undefined : estimate;

const INSTANCE: readonly Counter<AppResult>[] = [
  { title: "MEM USAGE", quantity: "bytes", of: ({ instance }) => instance.memory },
  { title: "CPU %", quantity: "share", of: ({ instance }) => instance.cpu },
  { title: "pgmajfault", quantity: "rate", of: ({ instance }) => instance.majorFaults },
  { title: "nr_periods", quantity: "rate", of: ({ instance }) => ofQuota(instance, instance.periods) },
  { title: "nr_throttled", quantity: "rate", of: ({ instance }) => ofQuota(instance, instance.throttled) },
  { title: "throttled_usec", quantity: "share", of: ({ instance }) => ofQuota(instance, instance.throttledTime) },
  { title: "st", quantity: "share", of: ({ unit, instance }) => (unit === "vm" ? instance.steal : undefined) },
  { title: "waited for a thread", quantity: "share", of: ({ waited }) => waited },
  { title: "waited for a start", quantity: "share", of: ({ coldStarts }) => coldStarts },
];

/** Null estimates say that there is nothing to count. */
const ifAny = (estimate: Estimate): Estimate | undefined => (estimate.value === null ? undefined : estimate);

const HOST: readonly Counter<HostResult>[] = [
  { title: "cpu some", quantity: "share", of: ({ pressure }) => pressure.cpu },
  { title: "memory some", quantity: "share", of: ({ pressure }) => pressure.memory },
  { title: "io some", quantity: "share", of: ({ pressure }) => pressure.io },
  { title: "pgmajfault", quantity: "rate", of: ({ programFaults }) => programFaults },
  { title: "memory hits", quantity: "share", of: ({ hits }) => ifAny(hits.memory) },
  { title: "page cache hits", quantity: "share", of: ({ hits }) => ifAny(hits.pageCache) },
  { title: "st of its guests", quantity: "share", of: ({ steal }) => ifAny(steal) },
];

interface Case {
  readonly deployment: string;
  readonly point: Point;
}

/** At the load line; where there is none, the loads that there are. */
function casesOf(record: StudyRecord): Case[] {
  return record.deployments.flatMap((deployment) => {
    const points = detailedPoints(deployment);
    const atLine = points.filter(({ where }) => where === "at");
    const shown =
      atLine.length > 0 ? atLine.map(({ point }) => point) : points.length > 0 ? points.map(({ point }) => point) : deployment.points;
    return shown.map((point) => ({ deployment: displayName(deployment).text, point }));
  });
}

/** One row for each part; counters that none has are left out. */
function tableOf<Part extends { readonly name: string }>(
  cases: readonly Case[],
  partsOf: (point: Point) => readonly Part[],
  what: string,
  counters: readonly Counter<Part>[],
): Table {
  const all = cases.flatMap(({ deployment, point }) => partsOf(point).map((part) => ({ deployment, point, part })));
  const shown = counters.filter(({ of }) => all.some(({ part }) => of(part) !== undefined));
  return {
    columns: [
      { title: "deployment", align: "left" },
      { title: "tenants", align: "right" },
      { title: what, align: "left" },
      ...shown.map(({ title }) => ({ title, align: "right" as const })),
    ],
    rows: all.map(({ deployment, point, part }) => [
      deployment,
      String(point.tenants),
      part.name,
      ...shown.map(({ of, quantity }) => {
        const estimate = of(part);
        return estimate === undefined ? "–" : formatEstimate(estimate, quantity).compact;
      }),
    ]),
  };
}

/** Where each counter is found, and what it is. */
const WHERE: readonly (readonly [name: string, meaning: string])[] = [
  [
    "MEM USAGE, CPU %",
    "docker stats of one container or function instance, and of a virtual machine RES and %CPU of its process in top; 100 % is one core",
  ],
  ["pgmajfault", "faults that needed a device, each second: /proc/vmstat of the host, memory.stat of an instance"],
  [
    "nr_periods, nr_throttled, throttled_usec",
    "cpu.stat of an instance in /sys/fs/cgroup, each second; throttled_usec as a share of the time",
  ],
  ["st", "vmstat or top inside a virtual machine"],
  ["cpu, memory, io some", "/proc/pressure of the host, over the whole time as avg300 is over five minutes"],
  ["memory hits, page cache hits", "references to pages that needed no device; what bcc’s cachestat shows of files"],
];

/** None where nothing ran. */
export const dashboards = (record: StudyRecord): readonly Section[] =>
  record.deployments.some(({ points }) => points.length > 0) ? [dashboard(record, deploymentMarks(record))] : [];

export function dashboard(record: StudyRecord, marks: ReadonlyMap<string, string>): Section {
  const cases = casesOf(record);
  const instances = tableOf(cases, ({ apps }) => apps, "application", INSTANCE);
  const hosts = tableOf(cases, (point) => point.hosts, "host", HOST);
  const where = WHERE.map(([name, meaning]) => `<li><code>${escapeHtml(name)}</code>: ${say(meaning)}.</li>`).join("");
  return {
    id: "dashboard",
    short: "Your dashboard",
    title: "What your dashboard will show",
    lead: "The same numbers under the names that operators know, at the load line, on average over time: to be compared with a machine that runs.",
    content: [
      titledTable("One instance", instances, { caption: "Counters of one instance", marks }),
      titledTable("The host", hosts, { caption: "Counters of the host", marks }),
      `<ul class="note">${where}</ul>`,
    ].join("\n"),
  };
}
