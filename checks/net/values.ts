/**
 * Every number that a run leaves behind, in one fixed order: what the net's digests are taken of. The record may take another form (dimensions
 * instead of fixed keys, other names); then only this file is adapted, and its list stays, number by number. Kinds, reasons, parts and stations are
 * therefore looked up here by name, in an order of the net's own: a record that has one more of them moves nothing as long as it holds nothing.
 *
 * Left out: the audit's number of checks, which says how the model is built; fingerprint and number of events, which digest.ts keeps apart.
 */
import { COMPONENTS, FAILURES, MEMORY_KINDS, type RunRecord } from "../../models/index.ts";

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

/** @throws Error if the record no longer has what the list names */
export function valuesOf(run: RunRecord): NamedValue[] {
  const values: NamedValue[] = [];
  const add = (section: Section, name: string, value: number | boolean | null) =>
    values.push({ section, name, value: value === null ? NaN : Number(value) });
  const addAll = (section: Section, name: string, entries: Iterable<readonly [string, number]>) => {
    for (const [key, value] of entries) add(section, `${name} ${key}`, value);
  };
  const addLatency = (section: Section, name: string, { latency, latencySum }: Pick<RunRecord["unfinished"], "latency" | "latencySum">) => {
    add(section, `${name} sum`, latencySum);
    add(section, `${name} zeros`, latency.zeros);
    add(section, `${name} min`, latency.min);
    add(section, `${name} max`, latency.max);
    latency.buckets.forEach((bucket, index) => {
      add(section, `${name} bucket ${index}`, bucket);
      add(section, `${name} count ${index}`, latency.counts[index]);
    });
  };
  const addProfile = (section: Section, name: string, { buckets, sums }: RunRecord["unfinished"]["profile"]) => {
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
  add("run", "slices", run.slices.length);
  run.slices.forEach((slice, index) => {
    const at = `slice ${index}`;
    add("requests", `${at} arrivals`, slice.arrivals);
    add("requests", `${at} completed`, slice.completed);
    addAll("requests", at, listed(REASONS, named(FAILURES, slice.failures)));
    addLatency("latency", at, slice);
    addProfile("profile", at, slice.profile);
    addAll("stations", `${at} busy`, listed(STATIONS, Object.entries(slice.busy)));
    addAll("stations", `${at} capacity`, listed(STATIONS, Object.entries(slice.capacity)));
    addAll("memory", `${at} resident`, listed(KINDS, named(MEMORY_KINDS, slice.memory.resident)));
    add("memory", `${at} swapped`, slice.memory.swapped);
    add("memory", `${at} free`, slice.memory.free);
    add("faults", `${at} minor`, slice.minorFaults);
    add("faults", `${at} major`, slice.majorFaults);
    add("starts", `${at} instances`, slice.instances);
    add("starts", `${at} starts`, slice.starts);
  });
  run.starts.durations.forEach((duration, index) => add("starts", `duration ${index}`, duration));
  run.series.forEach((mean, index) => add("series", `stretch ${index}`, mean));
  add("unfinished", "count", run.unfinished.count);
  addLatency("unfinished", "latency", run.unfinished);
  addProfile("unfinished", "profile", run.unfinished.profile);
  add("kills", "out of memory", run.outOfMemoryKills);
  add("kills", "evictions", run.evictions);
  add("scheduler", "switches", run.scheduler.switches);
  add("scheduler", "migrations", run.scheduler.migrations);
  add("scheduler", "throttled", run.scheduler.throttled);
  add("scheduler", "vCPU running", run.scheduler.vcpuRunning);
  add("scheduler", "vCPU steal", run.scheduler.vcpuSteal);
  return values;
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
