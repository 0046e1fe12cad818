/**
 * What one run leaves behind: plain data that survives structured clone, so that runs may happen in another thread. Times in seconds.
 *
 * What is measured of requests is kept by application, what is measured of machines by host and station; both slice by slice, so that the warm-up
 * can be cut off afterwards:
 *
 *     run ── apps[application]  name, unit ── slices[slice]  arrivals, completed, failures, response times and where they went, starts
 *         └─ hosts[host]        name, stations ── slices[slice]  busy time by station, memory by kind, faults, instances
 *
 * Totals are not kept: `window.ts` sums up what is asked for.
 */
import type { AuditReport, HistogramData } from "../../engine/index.ts";
import type { DeploymentSpec } from "../fleet/deployment.ts";
import type { UnitSpec } from "../fleet/units.ts";
import type { ProfileData } from "./latency-profile.ts";
import type { InstanceUsage } from "../instance/usage.ts";
import type { PressureTimes } from "../os/cpu/pressure.ts";
import type { ReferenceCounts } from "../os/memory/references.ts";
import type { SchedulerUsage } from "../os/cpu/scheduler.ts";
import type { StartDurationsData } from "./start-durations.ts";
import type { TimeLineRecord } from "./time-line.ts";
import type { StationRole } from "../vocabulary.ts";

export interface RunSpec {
  readonly deployment: DeploymentSpec;
  readonly tenants: number;
  /** Seeds the streams together with `replication`. */
  readonly seed: number | string;
  readonly replication: number;
  /** Simulated time in which requests come, warm-up included [s]. */
  readonly duration: number;
  /** Of each application, in the order of the deployment. */
  readonly limits: readonly AppLimit[];
}

export interface AppLimit {
  /** Requests still in the system at the end that are older than this count with their age [s]. */
  readonly latency: number;
  /**
   * The run is lost, and ends early, once so large a share of all requests that come in a run has failed, or has taken more than `late` [s], answered or
   * not [1]; Infinity: never.
   */
  readonly late: number;
  readonly lateShare: number;
  readonly failedShare: number;
}

/** An application that is measured, and decides nothing. */
export const NO_LIMIT: AppLimit = {
  latency: Number.POSITIVE_INFINITY,
  late: Number.POSITIVE_INFINITY,
  lateShare: Number.POSITIVE_INFINITY,
  failedShare: Number.POSITIVE_INFINITY,
};

/** The requests of one application in one slice. */
export interface RequestSlice {
  readonly arrivals: number;
  readonly completed: number;
  /** Completed ones that waited for a thread of an instance, and that waited for an instance to start. */
  readonly waited: number;
  readonly coldStarts: number;
  /** By reason, in the order of FAILURES. */
  readonly failures: readonly number[];
  /** Response times [ns], their sum [ns], and where they went. */
  readonly latency: HistogramData;
  readonly latencySum: number;
  readonly profile: ProfileData;
  /** Starts of its instances that began in the slice and came to their end. */
  readonly starts: number;
}

/** The instances of one application in one slice: what they used, those included that came or went. */
export interface InstanceSlice extends InstanceUsage {
  /** Time averages of how many existed, and of what was charged to them and in frames, summed over them [B]. */
  readonly count: number;
  readonly memory: number;
}

/** Sum [ns] and number of response times in short stretches, `STRETCHES_PER_SLICE` to a slice, for the warm-up test. */
export interface ResponseSeries {
  readonly sums: readonly number[];
  readonly counts: readonly number[];
}

/** Requests counted with their age because the run ended before they did. */
export interface UnfinishedRequests {
  readonly count: number;
  readonly latency: HistogramData;
  readonly latencySum: number;
  readonly profile: ProfileData;
}

/** One application, of all tenants. */
export interface AppRecord {
  readonly name: string;
  /** What its instances are. */
  readonly unit: UnitSpec["kind"];
  /** What a start of one is called: "vm boot", "container start", "function cold start". */
  readonly startKind: string;
  /** So many of its requests failed or were late that the run was ended: its objective is missed. */
  readonly lost: boolean;
  /** More and more of its requests were late and still unanswered when the run ended. */
  readonly collapsed: boolean;
  readonly slices: readonly RequestSlice[];
  readonly series: ResponseSeries;
  readonly instances: readonly InstanceSlice[];
  readonly unfinished: UnfinishedRequests;
  /** Of all starts that came to their end, those before the first slice included. */
  readonly starts: StartDurationsData;
}

/** One host in one slice. */
export interface HostSlice {
  /** Busy time and capacity of each station [server ns], in the order of the host's stations. */
  readonly busy: readonly number[];
  readonly capacity: readonly number[];
  /** Time averages [B], by kind in the order of MEMORY_KINDS. */
  readonly memory: {
    readonly resident: readonly number[];
    readonly swappedByKind: readonly number[];
    readonly swapped: number;
    readonly free: number;
  };
  /** Time average of instances that could serve. */
  readonly instances: number;
  /** Page faults without and with a device, of the host and of guests that page by themselves. */
  readonly minorFaults: number;
  readonly majorFaults: number;
  /** Of the host's own kernel, for programs: what its /proc/vmstat calls pgmajfault. */
  readonly programFaults: number;
  readonly references: Readonly<ReferenceCounts>;
  readonly pressure: PressureTimes;
  /** Time that its guests' vCPUs were runnable while it ran something else, and that they existed [ns]. */
  readonly steal: number;
  readonly vcpuTime: number;
}

export interface HostRecord {
  readonly name: string;
  /** What could be busy; a station with two roles is there twice. */
  readonly stations: readonly { readonly role: StationRole; readonly name: string }[];
  readonly slices: readonly HostSlice[];
  /** Instances killed because memory and swap were full; idle instances evicted by its platforms. */
  readonly outOfMemoryKills: number;
  readonly evictions: number;
  /** Switches, migrations, throttling and steal on its CPUs, from the beginning of the run. */
  readonly scheduler: SchedulerUsage;
}

export interface RunRecord {
  readonly tenants: number;
  readonly replication: number;
  /** Time until requests came [s], when all instances that run all the time were ready, or at once; the slices begin after it. */
  readonly startup: number;
  /** False if they never all were, also where requests came at once: the numbers are those of a host in trouble. */
  readonly ready: boolean;
  /** An application had collapsed, and the run was cut short. */
  readonly collapsed: boolean;
  /** Length of one slice [s], and how many there are. */
  readonly sliceLength: number;
  readonly slices: number;
  /** In the order of the scenario. */
  readonly apps: readonly AppRecord[];
  readonly hosts: readonly HostRecord[];
  /** Of all hosts and applications together, by stretch. */
  readonly timeLine: TimeLineRecord;
  readonly audit: AuditReport;
  readonly events: number;
  readonly fingerprint: string;
}
