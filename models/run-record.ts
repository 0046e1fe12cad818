/** What one run leaves behind: plain data that survives structured clone, so that runs may happen in another thread. Times in seconds. */
import type { AuditReport, HistogramData } from "../engine/index.ts";
import type { DeploymentSpec } from "./deployment.ts";
import type { ProfileData } from "./latency-profile.ts";

export interface RunSpec {
  readonly deployment: DeploymentSpec;
  readonly tenants: number;
  /** Seeds the streams together with `replication`. */
  readonly seed: number | string;
  readonly replication: number;
  /** Simulated time, warm-up included [s]. */
  readonly duration: number;
  /** Fixed warm-up [s], or MSER-5. */
  readonly warmup: "auto" | number;
  /** The run ends early once late and unanswered requests exceed this share of all that come in a run [1]; Infinity: never. */
  readonly collapseShare: number;
  /** Requests still in the system at the end that are older than this count with their age [s]. */
  readonly latencyLimit: number;
}

/** Everything below describes the measured window, unless it says "whole run". */
export interface RunRecord {
  readonly tenants: number;
  readonly replication: number;
  /** Length of the run and of the warm-up that was cut [s]. */
  readonly duration: number;
  readonly warmup: number;
  /** Time until all instances that run all the time were ready and requests came [s]; not part of `duration`. */
  readonly startup: number;
  /** False if they never all were: the numbers are those of a host in trouble. */
  readonly ready: boolean;
  /** The host had collapsed, and the run was cut short. */
  readonly collapsed: boolean;
  /** The warm-up rule found a steady state. */
  readonly steady: boolean;
  readonly arrivals: number;
  readonly completed: number;
  /** By reason, in the order of FAILURES. */
  readonly failures: readonly number[];
  /** Requests counted with their age because the run ended before they did; they are part of `latency`. */
  readonly unfinished: number;
  /** Response times [ns]. */
  readonly latency: HistogramData;
  /** [s]; NaN without requests. */
  readonly latencyMean: number;
  readonly profile: ProfileData;
  /** Shares of capacity in use [1]. */
  readonly utilization: {
    readonly cores: number;
    readonly memory: number;
    readonly disk: number;
    readonly swapDisk: number;
    readonly nicIn: number;
    readonly nicOut: number;
  };
  /** Time averages [B], resident by kind in the order of MEMORY_KINDS. */
  readonly memory: { readonly resident: readonly number[]; readonly swapped: number; readonly free: number };
  /** [1/s] */
  readonly majorFaults: number;
  /** Time average of instances that could serve. */
  readonly instances: number;
  /** Whole run. Durations of starts that ended [s]; how many began in the window. */
  readonly starts: { readonly kind: string; readonly durations: readonly number[]; readonly inWindow: number };
  /** Whole run: instances killed because memory and swap were full; idle instances evicted by the platform. */
  readonly outOfMemoryKills: number;
  readonly evictions: number;
  readonly audit: AuditReport;
  readonly events: number;
  readonly fingerprint: string;
}
