/**
 * The measured part of a run: its slices from the end of the warm-up on, summed up over what is asked for: all of the run, one application,
 * one host. Times in seconds.
 */
import { Histogram } from "../../engine/index.ts";
import { FAILURES, MEMORY_KINDS, STATION_ROLES, type StationRole } from "../vocabulary.ts";
import type { PressureTimes } from "../os/cpu/pressure.ts";
import type { ReferenceCounts } from "../os/memory/references.ts";
import { LatencyProfile } from "./latency-profile.ts";
import type { AppRecord, HostRecord, HostSlice, InstanceSlice, RequestSlice, RunRecord } from "./run-record.ts";
import { StartDurations } from "./start-durations.ts";

/** What all views of one window have in common. */
interface Measured {
  readonly run: RunRecord;
  /** The slice that it begins with. */
  readonly first: number;
  /** The warm-up rule found a steady state, and no host collapsed; a fixed warm-up is believed. */
  readonly steady: boolean;
  /** Length of the run and of what was cut off [s]. */
  readonly duration: number;
  readonly warmup: number;
}

/** Requests of one application, or of all. */
export interface RequestWindow extends Measured {
  /** Failed or late requests, of one of the applications, ended the run. */
  readonly lost: boolean;
  readonly arrivals: number;
  readonly completed: number;
  /** Completed ones that waited for a thread of an instance, and that waited for an instance to start. */
  readonly waited: number;
  readonly coldStarts: number;
  /** By reason, in the order of FAILURES. */
  readonly failures: readonly number[];
  /** Response times [ns], unfinished requests included. */
  readonly latency: Histogram;
  /** [s]; NaN without requests. */
  readonly latencyMean: number;
  readonly profile: LatencyProfile;
  /** Starts that began in the window, and durations of those of the whole run. */
  readonly starts: number;
  readonly startDurations: StartDurations;
}

/** One instance of an application, on average over time and over those that exist; NaN where there was none. */
export interface InstanceMeans {
  /** Charged to it and in frames [B]. */
  readonly memory: number;
  /** [cores] */
  readonly cpu: number;
  /** [1/s] */
  readonly majorFaults: number;
  readonly periods: number;
  readonly throttledPeriods: number;
  /** Share of its time that it was throttled with work [1]. */
  readonly throttled: number;
  /** Share of its vCPUs' time that they were runnable while the host ran something else [1]; 0 without vCPUs. */
  readonly steal: number;
}

/** One host, or all of them together. */
export interface HostWindow extends Measured {
  /** Shares of capacity in use [1], of all stations with a role together; 0 where there is none. */
  readonly utilization: Readonly<Record<StationRole | "memory", number>>;
  /** Time averages [B]. */
  readonly memory: HostSlice["memory"];
  readonly instances: number;
  /** [1/s] */
  readonly minorFaults: number;
  readonly majorFaults: number;
  readonly programFaults: number;
  /** References that needed no device, share of all; NaN where there were none [1]. */
  readonly hits: { readonly memory: number; readonly pageCache: number };
  /** Pressure stall information, "some" [1]; of several hosts the mean. */
  readonly pressure: PressureTimes;
  /** Share of the time of the guests' vCPUs; NaN where there are none [1]. */
  readonly steal: number;
  /** Over the whole run: instances killed because memory and swap were full, idle ones evicted by a platform. */
  readonly outOfMemoryKills: number;
  readonly evictions: number;
}

export interface RunWindow extends RequestWindow, HostWindow {}

/** The window from slice `first` on; `first` below the number of slices. */
export function windowFrom(run: RunRecord, first: number, steady = true): RunWindow {
  const measured: Measured = {
    run,
    first,
    steady: steady && !run.collapsed,
    duration: run.slices * run.sliceLength,
    warmup: first * run.sliceLength,
  };
  return { ...measured, ...requestsOf(measured, run.apps), ...machinesOf(measured, run.hosts) };
}

/** One application in a window, by its index in the run. */
export function windowOfApp({ run, first, steady, duration, warmup }: RunWindow, app: number): RequestWindow {
  const measured = { run, first, steady, duration, warmup };
  return { ...measured, ...requestsOf(measured, [run.apps[app]]) };
}

/** One host in a window, by its index in the run. */
export function windowOfHost({ run, first, steady, duration, warmup }: RunWindow, host: number): HostWindow {
  const measured = { run, first, steady, duration, warmup };
  return { ...measured, ...machinesOf(measured, [run.hosts[host]]) };
}

/** Share of the capacity of one station of one host that was in use [1]; both by index. */
export const stationUtilization = ({ run, first }: HostWindow, host: number, station: number): number =>
  busyShare(run.hosts[host].slices.slice(first).map(({ busy, capacity }) => [busy[station], capacity[station]]));

function requestsOf({ first }: Measured, apps: readonly AppRecord[]): Omit<RequestWindow, keyof Measured> {
  const slices = apps.flatMap((app) => app.slices.slice(first));
  const sum = (value: (slice: RequestSlice) => number): number => slices.reduce((total, slice) => total + value(slice), 0);
  const latency = new Histogram();
  const profile = new LatencyProfile();
  for (const part of [...apps.map(({ unfinished }) => unfinished), ...slices]) {
    latency.merge(Histogram.fromJSON(part.latency));
    profile.merge(part.profile);
  }
  const startDurations = new StartDurations();
  for (const app of apps) startDurations.merge(app.starts);
  const unfinished = apps.reduce((total, app) => total + app.unfinished.latencySum, 0);
  return {
    lost: apps.some(({ lost }) => lost),
    arrivals: sum((slice) => slice.arrivals),
    completed: sum((slice) => slice.completed),
    waited: sum((slice) => slice.waited),
    coldStarts: sum((slice) => slice.coldStarts),
    failures: FAILURES.map((_, index) => sum((slice) => slice.failures[index])),
    latency,
    latencyMean: (sum((slice) => slice.latencySum) + unfinished) / 1e9 / latency.count,
    profile,
    starts: sum((slice) => slice.starts),
    startDurations,
  };
}

/** An instance of one application in a window, by its index in the run. */
export function instanceOfApp({ run, first }: RequestWindow, app: number): InstanceMeans {
  const slices = run.apps[app].instances.slice(first);
  const sum = (value: (slice: InstanceSlice) => number): number => slices.reduce((total, slice) => total + value(slice), 0);
  const lifetime = sum((slice) => slice.lifetime);
  const vcpuTime = sum((slice) => slice.vcpuTime);
  const perSecond = (value: (slice: InstanceSlice) => number): number => sum(value) / (lifetime / 1e9);
  return {
    memory: sum((slice) => slice.memory) / sum((slice) => slice.count),
    cpu: sum((slice) => slice.cpu) / lifetime,
    majorFaults: perSecond((slice) => slice.majorFaults),
    periods: perSecond((slice) => slice.periods),
    throttledPeriods: perSecond((slice) => slice.throttledPeriods),
    throttled: sum((slice) => slice.throttled) / lifetime,
    steal: vcpuTime === 0 ? 0 : sum((slice) => slice.steal) / vcpuTime,
  };
}

function machinesOf({ run, first }: Measured, hosts: readonly HostRecord[]): Omit<HostWindow, keyof Measured> {
  const slices = hosts.flatMap((host) => host.slices.slice(first));
  const count = run.slices - first;
  const sum = (value: (slice: HostSlice) => number): number => slices.reduce((total, slice) => total + value(slice), 0);
  const average = (value: (slice: HostSlice) => number): number => sum(value) / count;
  const memory = {
    resident: MEMORY_KINDS.map((_, kind) => average((slice) => slice.memory.resident[kind])),
    swappedByKind: MEMORY_KINDS.map((_, kind) => average((slice) => slice.memory.swappedByKind[kind])),
    swapped: average((slice) => slice.memory.swapped),
    free: average((slice) => slice.memory.free),
  };
  const used = memory.resident.reduce((a, b) => a + b, 0);
  const length = count * run.sliceLength;
  const hits = (all: keyof ReferenceCounts, misses: keyof ReferenceCounts): number =>
    1 - sum((slice) => slice.references[misses]) / sum((slice) => slice.references[all]);
  const pressure = (what: keyof PressureTimes): number => sum((slice) => slice.pressure[what]) / (hosts.length * length * 1e9);
  return {
    utilization: { ...utilizationByRole(hosts, first), memory: used / (used + memory.free) },
    memory,
    instances: average((slice) => slice.instances),
    minorFaults: sum((slice) => slice.minorFaults) / length,
    majorFaults: sum((slice) => slice.majorFaults) / length,
    programFaults: sum((slice) => slice.programFaults) / length,
    hits: { memory: hits("memory", "memoryMisses"), pageCache: hits("files", "fileMisses") },
    pressure: { cpu: pressure("cpu"), memory: pressure("memory"), io: pressure("io") },
    steal: sum((slice) => slice.steal) / sum((slice) => slice.vcpuTime),
    outOfMemoryKills: hosts.reduce((total, host) => total + host.outOfMemoryKills, 0),
    evictions: hosts.reduce((total, host) => total + host.evictions, 0),
  };
}

function utilizationByRole(hosts: readonly HostRecord[], first: number): Record<StationRole, number> {
  const share = (role: StationRole): number =>
    busyShare(
      hosts.flatMap(({ stations, slices }) =>
        stations.flatMap((station, index) =>
          station.role === role ? slices.slice(first).map(({ busy, capacity }) => [busy[index], capacity[index]] as const) : [],
        ),
      ),
    );
  return Object.fromEntries(STATION_ROLES.map((role) => [role, share(role)])) as Record<StationRole, number>;
}

/** A station that a host does not have is never busy. */
function busyShare(pairs: readonly (readonly [busy: number, capacity: number])[]): number {
  const capacity = pairs.reduce((sum, pair) => sum + pair[1], 0);
  return capacity === 0 ? 0 : pairs.reduce((sum, pair) => sum + pair[0], 0) / capacity;
}
