/** The measured part of a run: its slices from the end of the warm-up on, summed up. Times in seconds. */
import { Histogram } from "../../engine/index.ts";
import { FAILURES, MEMORY_KINDS } from "../vocabulary.ts";
import { LatencyProfile } from "./latency-profile.ts";
import { OBSERVED_STATIONS, type ObservedStation, type RunRecord, type SliceRecord } from "./run-record.ts";

export interface RunWindow {
  readonly run: RunRecord;
  /** The warm-up rule found a steady state, and the host did not collapse; a fixed warm-up is believed. */
  readonly steady: boolean;
  /** Length of the run and of what was cut off [s]. */
  readonly duration: number;
  readonly warmup: number;
  readonly arrivals: number;
  readonly completed: number;
  /** By reason, in the order of FAILURES. */
  readonly failures: readonly number[];
  /** Response times [ns], unfinished requests included. */
  readonly latency: Histogram;
  /** [s]; NaN without requests. */
  readonly latencyMean: number;
  readonly profile: LatencyProfile;
  /** Shares of capacity in use [1]. */
  readonly utilization: Readonly<Record<ObservedStation | "memory", number>>;
  /** Time averages [B]. */
  readonly memory: { readonly resident: readonly number[]; readonly swapped: number; readonly free: number };
  readonly instances: number;
  /** [1/s] */
  readonly minorFaults: number;
  readonly majorFaults: number;
  readonly starts: number;
}

/** The window from slice `first` on; `first` below the number of slices. */
export function windowFrom(run: RunRecord, first: number, steady = true): RunWindow {
  const slices = run.slices.slice(first);
  const sum = (value: (slice: SliceRecord) => number): number => slices.reduce((total, slice) => total + value(slice), 0);
  const average = (value: (slice: SliceRecord) => number): number => sum(value) / slices.length;
  const latency = Histogram.fromJSON(run.unfinished.latency);
  const profile = new LatencyProfile();
  profile.merge(run.unfinished.profile);
  for (const slice of slices) {
    latency.merge(Histogram.fromJSON(slice.latency));
    profile.merge(slice.profile);
  }
  const completed = sum((slice) => slice.completed);
  const length = slices.length * run.sliceLength;
  const memory = {
    resident: MEMORY_KINDS.map((_, kind) => average((slice) => slice.memory.resident[kind])),
    swapped: average((slice) => slice.memory.swapped),
    free: average((slice) => slice.memory.free),
  };
  const used = memory.resident.reduce((a, b) => a + b, 0);
  return {
    run,
    steady: steady && !run.collapsed,
    duration: run.slices.length * run.sliceLength,
    warmup: first * run.sliceLength,
    arrivals: sum((slice) => slice.arrivals),
    completed,
    failures: FAILURES.map((_, index) => sum((slice) => slice.failures[index])),
    latency,
    latencyMean: (sum((slice) => slice.latencySum) + run.unfinished.latencySum) / 1e9 / (completed + run.unfinished.count),
    profile,
    utilization: { ...utilization(sum), memory: used / (used + memory.free) },
    memory,
    instances: average((slice) => slice.instances),
    minorFaults: sum((slice) => slice.minorFaults) / length,
    majorFaults: sum((slice) => slice.majorFaults) / length,
    starts: sum((slice) => slice.starts),
  };
}

function utilization(sum: (value: (slice: SliceRecord) => number) => number): Record<ObservedStation, number> {
  const share = (station: ObservedStation): number => {
    const capacity = sum((slice) => slice.capacity[station]);
    return capacity === 0 ? 0 : sum((slice) => slice.busy[station]) / capacity;
  };
  return Object.fromEntries(OBSERVED_STATIONS.map((station) => [station, share(station)])) as Record<ObservedStation, number>;
}
