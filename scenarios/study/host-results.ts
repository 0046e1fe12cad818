/** Replications of one load, summed up: what is measured of machines, of all or of one host. */
import { sumOf } from "../../engine/index.ts";
import { MEMORY_KINDS } from "../../models/vocabulary.ts";
import { type HostWindow, type RunWindow, stationUtilization, windowOfHost } from "../../models/run/window.ts";
import { byKey, estimateOf, estimateOfFinite } from "./estimate.ts";
import type { Estimate, HostResult, Point } from "./record.ts";

/** The host with this index in the runs. */
export function hostResult(runs: readonly RunWindow[], host: number, confidence: number): HostResult {
  const windows = runs.map((run) => windowOfHost(run, host));
  const estimate = (value: (window: HostWindow) => number): Estimate => estimateOf(windows.map(value), confidence);
  const known = (value: (window: HostWindow) => number, reason: string): Estimate =>
    estimateOfFinite(windows.map(value), confidence, reason);
  const { name, stations } = runs[0].run.hosts[host];
  return {
    name,
    stations: stations.map(({ role, name: station }, index) => ({
      role,
      name: station,
      utilization: estimate((window) => stationUtilization(window, host, index)),
    })),
    memory: { ...memoryOf(windows), utilization: estimate(({ utilization }) => utilization.memory) },
    minorFaults: estimate(({ minorFaults }) => minorFaults),
    majorFaults: estimate(({ majorFaults }) => majorFaults),
    programFaults: estimate(({ programFaults }) => programFaults),
    hits: {
      memory: known(({ hits }) => hits.memory, "no page of memory was referred to"),
      pageCache: known(({ hits }) => hits.pageCache, "no data file was used"),
    },
    pressure: {
      cpu: estimate(({ pressure }) => pressure.cpu),
      memory: estimate(({ pressure }) => pressure.memory),
      io: estimate(({ pressure }) => pressure.io),
    },
    steal: known(({ steal }) => steal, "there are no virtual machines"),
    instances: estimate(({ instances }) => instances),
    outOfMemoryKills: sumOf(windows, ({ outOfMemoryKills }) => outOfMemoryKills),
    evictions: sumOf(windows, ({ evictions }) => evictions),
  };
}

/** Means over replications [B]. */
export function memoryOf(windows: readonly HostWindow[]): Point["memory"] {
  const average = (value: (window: HostWindow) => number): number => sumOf(windows, value) / windows.length;
  const resident = byKey(MEMORY_KINDS, (_, index) => average(({ memory }) => memory.resident[index]));
  const free = average(({ memory }) => memory.free);
  return {
    resident,
    swappedByKind: byKey(MEMORY_KINDS, (_, index) => average(({ memory }) => memory.swappedByKind[index])),
    swapped: average(({ memory }) => memory.swapped),
    free,
    total: free + Object.values(resident).reduce((a, b) => a + b, 0),
  };
}
