/**
 * A request that is still there at the end and already older than the limit is late for certain: it counts with its age. Leaving it out would make
 * a host that answers nothing look fast.
 */
import { Histogram } from "../../engine/index.js";
import { COMPONENTS } from "../vocabulary.js";
import { FREE } from "../request/request-table.js";
import { LatencyProfile } from "./latency-profile.js";
const WIDTH = COMPONENTS.length;
/** By application: requests in the system that are older than its limit. */
export function countLate(world, limits) {
    const late = limits.map(() => 0);
    for (let row = 0; row < world.requests.capacity; row++)
        if (isLate(world, row, limits))
            late[appOf(world, row)]++;
    return late;
}
/** They and where their time went so far, by application. */
export function unfinishedRequests(world, limits) {
    const { requests, simulation } = world;
    const found = world.deployment.parts.map(() => ({ latency: new Histogram(), latencySum: 0, profile: new LatencyProfile() }));
    const parts = new Float64Array(WIDTH);
    for (let row = 0; row < requests.capacity; row++) {
        if (!isLate(world, row, limits))
            continue;
        const age = simulation.now - requests.arrival[row];
        parts.set(requests.parts.subarray(row * WIDTH, (row + 1) * WIDTH));
        parts[world.componentNow(row)] += simulation.now - requests.mark[row];
        const app = found[appOf(world, row)];
        app.latency.add(age);
        app.profile.add(age, parts, 0);
        app.latencySum += age;
    }
    return found.map(({ latency, latencySum, profile }) => ({
        count: latency.count,
        latency: latency.toJSON(),
        latencySum,
        profile: profile.toData(),
    }));
}
const appOf = ({ services, requests }, row) => services[requests.service[row]].context.appIndex;
function isLate(world, row, limits) {
    const { requests, simulation } = world;
    if (requests.phase[row] === FREE || !world.isAlive(row))
        return false;
    return simulation.now - requests.arrival[row] > limits[appOf(world, row)].latency * 1e9;
}
