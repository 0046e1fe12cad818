/** Replications of one load, summed up: what is measured of machines, of all or of one host. */
import { MEMORY_KINDS } from "../../models/vocabulary.js";
import { stationUtilization, windowOfHost } from "../../models/run/window.js";
import { byKey, estimateOf, sumOf } from "./estimate.js";
/** The host with this index in the runs. */
export function hostResult(runs, host, confidence) {
    const windows = runs.map((run) => windowOfHost(run, host));
    const estimate = (value) => estimateOf(windows.map(value), confidence);
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
        instances: estimate(({ instances }) => instances),
        outOfMemoryKills: sumOf(windows, ({ outOfMemoryKills }) => outOfMemoryKills),
        evictions: sumOf(windows, ({ evictions }) => evictions),
    };
}
/** Means over replications [B]. */
export function memoryOf(windows) {
    const average = (value) => sumOf(windows, value) / windows.length;
    const resident = byKey(MEMORY_KINDS, (_, index) => average(({ memory }) => memory.resident[index]));
    const free = average(({ memory }) => memory.free);
    return {
        resident,
        swapped: average(({ memory }) => memory.swapped),
        free,
        total: free + Object.values(resident).reduce((a, b) => a + b, 0),
    };
}
