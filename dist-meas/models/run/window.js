/**
 * The measured part of a run: its slices from the end of the warm-up on, summed up over what is asked for: all of the run, one application,
 * one host. Times in seconds.
 */
import { Histogram } from "../../engine/index.js";
import { FAILURES, MEMORY_KINDS, STATION_ROLES } from "../vocabulary.js";
import { LatencyProfile } from "./latency-profile.js";
import { StartDurations } from "./start-durations.js";
/** The window from slice `first` on; `first` below the number of slices. */
export function windowFrom(run, first, steady = true) {
    const measured = {
        run,
        first,
        steady: steady && !run.collapsed,
        duration: run.slices * run.sliceLength,
        warmup: first * run.sliceLength,
    };
    return { ...measured, ...requestsOf(measured, run.apps), ...machinesOf(measured, run.hosts) };
}
/** One application in a window, by its index in the run. */
export function windowOfApp({ run, first, steady, duration, warmup }, app) {
    const measured = { run, first, steady, duration, warmup };
    return { ...measured, ...requestsOf(measured, [run.apps[app]]) };
}
/** One host in a window, by its index in the run. */
export function windowOfHost({ run, first, steady, duration, warmup }, host) {
    const measured = { run, first, steady, duration, warmup };
    return { ...measured, ...machinesOf(measured, [run.hosts[host]]) };
}
/** Share of the capacity of one station of one host that was in use [1]; both by index. */
export const stationUtilization = ({ run, first }, host, station) => busyShare(run.hosts[host].slices.slice(first).map(({ busy, capacity }) => [busy[station], capacity[station]]));
function requestsOf({ first }, apps) {
    const slices = apps.flatMap((app) => app.slices.slice(first));
    const sum = (value) => slices.reduce((total, slice) => total + value(slice), 0);
    const latency = new Histogram();
    const profile = new LatencyProfile();
    for (const part of [...apps.map(({ unfinished }) => unfinished), ...slices]) {
        latency.merge(Histogram.fromJSON(part.latency));
        profile.merge(part.profile);
    }
    const startDurations = new StartDurations();
    for (const app of apps)
        startDurations.merge(app.starts);
    const unfinished = apps.reduce((total, app) => total + app.unfinished.latencySum, 0);
    return {
        collapsed: apps.some(({ collapsed }) => collapsed),
        arrivals: sum((slice) => slice.arrivals),
        completed: sum((slice) => slice.completed),
        failures: FAILURES.map((_, index) => sum((slice) => slice.failures[index])),
        latency,
        latencyMean: (sum((slice) => slice.latencySum) + unfinished) / 1e9 / latency.count,
        profile,
        starts: sum((slice) => slice.starts),
        startDurations,
    };
}
function machinesOf({ run, first }, hosts) {
    const slices = hosts.flatMap((host) => host.slices.slice(first));
    const count = run.slices - first;
    const sum = (value) => slices.reduce((total, slice) => total + value(slice), 0);
    const average = (value) => sum(value) / count;
    const memory = {
        resident: MEMORY_KINDS.map((_, kind) => average((slice) => slice.memory.resident[kind])),
        swapped: average((slice) => slice.memory.swapped),
        free: average((slice) => slice.memory.free),
    };
    const used = memory.resident.reduce((a, b) => a + b, 0);
    const length = count * run.sliceLength;
    return {
        utilization: { ...utilizationByRole(hosts, first), memory: used / (used + memory.free) },
        memory,
        instances: average((slice) => slice.instances),
        minorFaults: sum((slice) => slice.minorFaults) / length,
        majorFaults: sum((slice) => slice.majorFaults) / length,
        outOfMemoryKills: hosts.reduce((total, host) => total + host.outOfMemoryKills, 0),
        evictions: hosts.reduce((total, host) => total + host.evictions, 0),
    };
}
function utilizationByRole(hosts, first) {
    const share = (role) => busyShare(hosts.flatMap(({ stations, slices }) => stations.flatMap((station, index) => station.role === role ? slices.slice(first).map(({ busy, capacity }) => [busy[index], capacity[index]]) : [])));
    return Object.fromEntries(STATION_ROLES.map((role) => [role, share(role)]));
}
/** A station that a host does not have is never busy. */
function busyShare(pairs) {
    const capacity = pairs.reduce((sum, pair) => sum + pair[1], 0);
    return capacity === 0 ? 0 : pairs.reduce((sum, pair) => sum + pair[0], 0) / capacity;
}
