/** What one run leaves behind: plain data that survives structured clone, so that runs may happen in another thread. Times in seconds. */
import type { AuditReport, HistogramData } from "../../engine/index.ts";
import type { DeploymentSpec } from "../fleet/deployment.ts";
import type { ProfileData } from "./latency-profile.ts";
import type { SchedulerUsage } from "../os/cpu/scheduler.ts";

export interface RunSpec {
  readonly deployment: DeploymentSpec;
  readonly tenants: number;
  /** Seeds the streams together with `replication`. */
  readonly seed: number | string;
  readonly replication: number;
  /** Simulated time in which requests come, warm-up included [s]. */
  readonly duration: number;
  /** Requests still in the system at the end that are older than this count with their age [s]. */
  readonly latencyLimit: number;
  /** The run ends early once late and unanswered requests exceed this share of all that come in a run [1]; Infinity: never. */
  readonly collapseShare: number;
}

/** Stations whose use is recorded. */
export const OBSERVED_STATIONS = ["cores", "disk", "swapDisk", "nicIn", "nicOut"] as const;
export type ObservedStation = (typeof OBSERVED_STATIONS)[number];

/** A stretch of a run, measured by itself so that the warm-up can be cut off afterwards. */
export interface SliceRecord {
  readonly arrivals: number;
  readonly completed: number;
  /** By reason, in the order of FAILURES. */
  readonly failures: readonly number[];
  /** Response times [ns], their sum [ns], and where they went. */
  readonly latency: HistogramData;
  readonly latencySum: number;
  readonly profile: ProfileData;
  /** Busy time and capacity of each station [server ns]. */
  readonly busy: Readonly<Record<ObservedStation, number>>;
  readonly capacity: Readonly<Record<ObservedStation, number>>;
  /** Time averages [B], resident by kind in the order of MEMORY_KINDS. */
  readonly memory: { readonly resident: readonly number[]; readonly swapped: number; readonly free: number };
  /** Time average of instances that could serve. */
  readonly instances: number;
  /** Page faults without and with a device, of the host and of guests that page by themselves. */
  readonly minorFaults: number;
  readonly majorFaults: number;
  /** Starts that began and came to their end. */
  readonly starts: number;
}

export interface RunRecord {
  readonly tenants: number;
  readonly replication: number;
  /** Time until all instances that run all the time were ready and requests came [s]; the slices begin after it. */
  readonly startup: number;
  /** False if they never all were: the numbers are those of a host in trouble. */
  readonly ready: boolean;
  /** The host had collapsed, and the run was cut short. */
  readonly collapsed: boolean;
  /** Length of one slice [s]. */
  readonly sliceLength: number;
  readonly slices: readonly SliceRecord[];
  /** Mean response time [s] of short stretches, `STRETCHES_PER_SLICE` to a slice, for the warm-up test. */
  readonly series: readonly number[];
  /** Requests counted with their age because the run ended before they did. */
  readonly unfinished: {
    readonly count: number;
    readonly latency: HistogramData;
    readonly latencySum: number;
    readonly profile: ProfileData;
  };
  /** Durations of all starts that came to their end [s]. */
  readonly starts: { readonly kind: string; readonly durations: readonly number[] };
  /** Instances killed because memory and swap were full; idle instances evicted by the platform. */
  readonly outOfMemoryKills: number;
  readonly evictions: number;
  /** Switches, migrations, throttling and steal on the host's CPUs, from the beginning of the run. */
  readonly scheduler: SchedulerUsage;
  readonly audit: AuditReport;
  readonly events: number;
  readonly fingerprint: string;
}
