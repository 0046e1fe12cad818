/**
 * Every number that a run leaves behind, in one fixed order: what the net's digests are taken of. The record may take another form (dimensions
 * instead of fixed keys, other names); then only this file is adapted, and its list stays, number by number. Kinds, reasons, parts and stations are
 * therefore looked up here by name, in an order of the net's own: a record that has one more of them moves nothing as long as it holds nothing.
 * Numbers are those of all applications and of all hosts together, by slice.
 *
 * Left out: the audit's number of checks, which says how the model is built; fingerprint and number of events, which digest.ts keeps apart.
 */
import { Histogram } from "../../engine/index.ts";
import {
  COMPONENTS,
  FAILURES,
  type HostSlice,
  MEMORY_KINDS,
  type RequestSlice,
  type RunRecord,
  responseSeries,
  STATION_ROLES,
  type StationRole,
} from "../../models/index.ts";
import { LatencyProfile } from "../../models/run/latency-profile.ts";

/** Parts of the list with a digest of their own, so that a failure says where to look. */
export const SECTIONS = [
  "run",
  "requests",
  "latency",
  "profile",
  "stations",
  "memory",
  "faults",
  "starts",
  "series",
  "unfinished",
  "kills",
  "scheduler",
  "waits",
  "instances",
  "pressure",
  "references",
  "time line",
] as const;
export type Section = (typeof SECTIONS)[number];

export interface NamedValue {
  readonly section: Section;
  readonly name: string;
  /** A truth is 1 or 0, what is not there NaN. */
  readonly value: number;
}

const REASONS = ["refused", "timeout", "late", "killed", "noMemory"];
const PARTS = ["queueing", "waiting", "running", "steal", "throttled", "faults", "disk", "network", "coldStart"];
const STATIONS = ["cores", "disk", "swapDisk", "nicIn", "nicOut"];
const KINDS = ["host", "guest", "hypervisor", "runtime", "platform", "code", "heap", "sharedCode", "imageCache", "data", "zram"];

const USAGE = [
  "lifetime",
  "vcpuTime",
  "majorFaults",
  "cpu",
  "steal",
  "periods",
  "throttledPeriods",
  "throttled",
  "count",
  "memory",
] as const;

/** @throws Error if the record no longer has what the list names */
export function valuesOf(run: RunRecord): NamedValue[] {
  const values: NamedValue[] = [];
  const add = (section: Section, name: string, value: number | boolean | null) =>
    values.push({ section, name, value: value === null ? NaN : Number(value) });
  const addAll = (section: Section, name: string, entries: Iterable<readonly [string, number]>) => {
    for (const [key, value] of entries) add(section, `${name} ${key}`, value);
  };
  const addLatency = (section: Section, name: string, { latency, latencySum }: ResponseTimes) => {
    add(section, `${name} sum`, latencySum);
    add(section, `${name} zeros`, latency.zeros);
    add(section, `${name} min`, latency.min);
    add(section, `${name} max`, latency.max);
    latency.buckets.forEach((bucket, index) => {
      add(section, `${name} bucket ${index}`, bucket);
      add(section, `${name} count ${index}`, latency.counts[index]);
    });
  };
  const addProfile = (section: Section, name: string, { buckets, sums }: ResponseTimes["profile"]) => {
    const width = COMPONENTS.length + 1; // the count comes first
    buckets.forEach((bucket, index) => {
      add(section, `${name} bucket ${index}`, bucket);
      const [count, ...parts] = sums.subarray(index * width, (index + 1) * width);
      add(section, `${name} count ${index}`, count);
      addAll(section, `${name} sum ${index}`, listed(PARTS, named(COMPONENTS, parts)));
    });
  };

  add("run", "tenants", run.tenants);
  add("run", "replication", run.replication);
  add("run", "startup", run.startup);
  add("run", "ready", run.ready);
  add("run", "collapsed", run.collapsed);
  add("run", "slice length", run.sliceLength);
  add("run", "slices", run.slices);
  for (let index = 0; index < run.slices; index++) {
    const at = `slice ${index}`;
    const requests = run.apps.map(({ slices }) => slices[index]);
    const hosts = run.hosts.map(({ slices }) => slices[index]);
    const ofRequests = (value: (slice: RequestSlice) => number) => sum(requests.map(value));
    const ofHosts = (value: (slice: HostSlice) => number) => sum(hosts.map(value));
    const times = together(requests);
    add(
      "requests",
      `${at} arrivals`,
      ofRequests((slice) => slice.arrivals),
    );
    add(
      "requests",
      `${at} completed`,
      ofRequests((slice) => slice.completed),
    );
    const failures = FAILURES.map((_, reason) => ofRequests((slice) => slice.failures[reason]));
    addAll("requests", at, listed(REASONS, named(FAILURES, failures)));
    addLatency("latency", at, times);
    addProfile("profile", at, times.profile);
    addAll(
      "stations",
      `${at} busy`,
      listed(
        STATIONS,
        byRole(run, (host, station) => host.slices[index].busy[station]),
      ),
    );
    addAll(
      "stations",
      `${at} capacity`,
      listed(
        STATIONS,
        byRole(run, (host, station) => host.slices[index].capacity[station]),
      ),
    );
    const resident = MEMORY_KINDS.map((_, kind) => ofHosts((slice) => slice.memory.resident[kind]));
    addAll("memory", `${at} resident`, listed(KINDS, named(MEMORY_KINDS, resident)));
    add(
      "memory",
      `${at} swapped`,
      ofHosts((slice) => slice.memory.swapped),
    );
    add(
      "memory",
      `${at} free`,
      ofHosts((slice) => slice.memory.free),
    );
    add(
      "faults",
      `${at} minor`,
      ofHosts((slice) => slice.minorFaults),
    );
    add(
      "faults",
      `${at} major`,
      ofHosts((slice) => slice.majorFaults),
    );
    add(
      "starts",
      `${at} instances`,
      ofHosts((slice) => slice.instances),
    );
    add(
      "starts",
      `${at} starts`,
      ofRequests((slice) => slice.starts),
    );
  }
  startDurations(run).forEach((duration, index) => add("starts", `duration ${index}`, duration));
  responseSeries(run).forEach((mean, index) => add("series", `stretch ${index}`, mean));
  const unfinished = together(run.apps.map((app) => app.unfinished));
  add("unfinished", "count", sum(run.apps.map((app) => app.unfinished.count)));
  addLatency("unfinished", "latency", unfinished);
  addProfile("unfinished", "profile", unfinished.profile);
  const ofEachHost = (value: (host: RunRecord["hosts"][number]) => number) => sum(run.hosts.map(value));
  add(
    "kills",
    "out of memory",
    ofEachHost((host) => host.outOfMemoryKills),
  );
  add(
    "kills",
    "evictions",
    ofEachHost((host) => host.evictions),
  );
  add(
    "scheduler",
    "switches",
    ofEachHost(({ scheduler }) => scheduler.switches),
  );
  add(
    "scheduler",
    "migrations",
    ofEachHost(({ scheduler }) => scheduler.migrations),
  );
  add(
    "scheduler",
    "throttled",
    ofEachHost(({ scheduler }) => scheduler.throttled),
  );
  add(
    "scheduler",
    "vCPU running",
    ofEachHost(({ scheduler }) => scheduler.vcpuRunning),
  );
  add(
    "scheduler",
    "vCPU steal",
    ofEachHost(({ scheduler }) => scheduler.vcpuSteal),
  );
  addCounters(run, add);
  return values;
}

/** What operators' counters show, and how the run went along. */
function addCounters(run: RunRecord, add: (section: Section, name: string, value: number) => unknown): void {
  for (let index = 0; index < run.slices; index++) {
    const at = `slice ${index}`;
    const requests = run.apps.map(({ slices }) => slices[index]);
    add("waits", `${at} for a thread`, sum(requests.map(({ waited }) => waited)));
    add("waits", `${at} for a start`, sum(requests.map(({ coldStarts }) => coldStarts)));
    const instances = run.apps.map((app) => app.instances[index]);
    for (const key of USAGE) add("instances", `${at} ${key}`, sum(instances.map((slice) => slice[key])));
    const hosts = run.hosts.map(({ slices }) => slices[index]);
    for (const key of ["cpu", "memory", "io"] as const) add("pressure", `${at} ${key}`, sum(hosts.map(({ pressure }) => pressure[key])));
    for (const key of ["memory", "memoryMisses", "files", "fileMisses"] as const) {
      add("references", `${at} ${key}`, sum(hosts.map(({ references }) => references[key])));
    }
    add("references", `${at} program faults`, sum(hosts.map(({ programFaults }) => programFaults)));
    for (const kind of KINDS) {
      const place = MEMORY_KINDS.indexOf(kind as (typeof MEMORY_KINDS)[number]);
      add("references", `${at} swapped ${kind}`, sum(hosts.map(({ memory }) => memory.swappedByKind[place])));
    }
  }
  const { majorFaults, inSystem, instances, swapped } = run.timeLine;
  for (const [name, series] of Object.entries({ majorFaults, inSystem, instances, swapped })) {
    series.forEach((value, stretch) => add("time line", `${name} ${stretch}`, value));
  }
}

type ResponseTimes = Pick<RequestSlice, "latency" | "latencySum" | "profile">;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function together(parts: readonly ResponseTimes[]): ResponseTimes {
  const latency = new Histogram();
  const profile = new LatencyProfile();
  for (const part of parts) {
    latency.merge(Histogram.fromJSON(part.latency));
    profile.merge(part.profile);
  }
  return { latency: latency.toJSON(), latencySum: sum(parts.map((part) => part.latencySum)), profile: profile.toData() };
}

/** A number of each station, summed over all in one role; 0 where no host has one. */
const byRole = (run: RunRecord, value: (host: RunRecord["hosts"][number], station: number) => number): [StationRole, number][] =>
  STATION_ROLES.map((role) => [
    role,
    sum(run.hosts.flatMap((host) => host.stations.flatMap((station, index) => (station.role === role ? [value(host, index)] : [])))),
  ]);

/** Ascending [s]: in which order the starts of different applications ended is not in the record. */
function startDurations(run: RunRecord): readonly number[] {
  const durations = run.apps.flatMap(({ name, starts }) => {
    if (starts.kind !== "exact") throw new Error(`${name} has too many starts for the net: its durations are not kept one by one`);
    return Array.from(starts.durations, (duration) => duration / 1e9);
  });
  return durations.sort((a, b) => a - b);
}

const named = (names: readonly string[], values: readonly number[]): [string, number][] =>
  names.map((name, index) => [name, values[index]]);

/** The entries in the order of `names`; then others, as far as they hold something. */
function listed(names: readonly string[], entries: readonly (readonly [string, number])[]): (readonly [string, number])[] {
  const byName = new Map(entries);
  const known = names.map((name) => {
    const value = byName.get(name);
    if (value === undefined)
      throw new Error(`the record has no "${name}" among ${[...byName.keys()].join(", ")}: adapt checks/net/values.ts`);
    return [name, value] as const;
  });
  return [...known, ...entries.filter(([name, value]) => !names.includes(name) && value !== 0)];
}
