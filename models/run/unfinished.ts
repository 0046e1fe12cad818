/**
 * A request that is still there at the end and already older than the limit is late for certain: it counts with its age. Leaving it out would make
 * a host that answers nothing look fast.
 */
import { Histogram } from "../../engine/index.ts";
import { COMPONENTS } from "../vocabulary.ts";
import { FREE } from "../request/request-table.ts";
import { LatencyProfile } from "./latency-profile.ts";
import type { UnfinishedRequests } from "./run-record.ts";
import type { World } from "./world.ts";

const WIDTH = COMPONENTS.length;

/** Requests in the system that are older than `latencyLimit` [s]. */
export function countLate(world: World, latencyLimit: number): number {
  let late = 0;
  for (let row = 0; row < world.requests.capacity; row++) if (isLate(world, row, latencyLimit)) late++;
  return late;
}

/** They and where their time went so far, by application. */
export function unfinishedRequests(world: World, latencyLimit: number): UnfinishedRequests[] {
  const { requests, simulation } = world;
  const found = world.deployment.parts.map(() => ({ latency: new Histogram(), latencySum: 0, profile: new LatencyProfile() }));
  const parts = new Float64Array(WIDTH);
  for (let row = 0; row < requests.capacity; row++) {
    if (!isLate(world, row, latencyLimit)) continue;
    const age = simulation.now - requests.arrival[row];
    parts.set(requests.parts.subarray(row * WIDTH, (row + 1) * WIDTH));
    parts[world.componentNow(row)] += simulation.now - requests.mark[row];
    const app = found[world.services[requests.service[row]].context.appIndex];
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

function isLate(world: World, row: number, latencyLimit: number): boolean {
  const { requests, simulation } = world;
  return requests.phase[row] !== FREE && world.isAlive(row) && simulation.now - requests.arrival[row] > latencyLimit * 1e9;
}
