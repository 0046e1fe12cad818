/**
 * A request that is still there at the end and already older than the limit is late for certain: it counts with its age. Leaving it out would make
 * a host that answers nothing look fast.
 */
import { Histogram } from "../../engine/index.ts";
import { COMPONENTS } from "../vocabulary.ts";
import { FREE } from "../request/request-table.ts";
import { LatencyProfile } from "./latency-profile.ts";
import type { AppLimit, UnfinishedRequests } from "./run-record.ts";
import type { World } from "./world.ts";

const WIDTH = COMPONENTS.length;

/** By application: requests in the system that are older than its age [s]. */
export function countOlder(world: World, ages: readonly number[]): number[] {
  const counts = ages.map(() => 0);
  for (let row = 0; row < world.requests.capacity; row++) if (isOlder(world, row, ages)) counts[appOf(world, row)]++;
  return counts;
}

/** They and where their time went so far, by application. */
export function unfinishedRequests(world: World, limits: readonly AppLimit[]): UnfinishedRequests[] {
  const { requests, simulation } = world;
  const found = world.deployment.parts.map(() => ({ latency: new Histogram(), latencySum: 0, profile: new LatencyProfile() }));
  const ages = limits.map(({ latency }) => latency);
  const parts = new Float64Array(WIDTH);
  for (let row = 0; row < requests.capacity; row++) {
    if (!isOlder(world, row, ages)) continue;
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

const appOf = ({ services, requests }: World, row: number): number => services[requests.service[row]].context.appIndex;

function isOlder(world: World, row: number, ages: readonly number[]): boolean {
  const { requests, simulation } = world;
  if (requests.phase[row] === FREE || !world.isAlive(row)) return false;
  return simulation.now - requests.arrival[row] > ages[appOf(world, row)] * 1e9;
}
