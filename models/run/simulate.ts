/** One run: a deployment with a number of tenants, from an empty host to the end of the run, audited. */
import { AuditError, type AuditReport, Histogram, nanoseconds, seconds, Simulation } from "../../engine/index.ts";
import { COMPONENTS, LATE } from "../vocabulary.ts";
import { LatencyProfile } from "./latency-profile.ts";
import { Measurement, SLICES, STRETCHES_PER_SLICE } from "./measurement.ts";
import { type Law, memoryLaws } from "../os/memory/audit.ts";
import { Observation, sliceEnd } from "./observation.ts";
import type { RunRecord, RunSpec } from "./run-record.ts";
import { FREE } from "../request/request-table.ts";
import { World } from "./world.ts";

/** A host that could not start everything is watched for this long only [s]: what it does is no steady state. */
const GLANCE = 10;

/** More events than this at one instant are a model that turns in a circle; a storm of requests stays far below. */
const MOST_EVENTS_AT_ONCE = 10_000_000;

/** Starting up may take this long [s]; then the host is taken to be unable to carry its tenants. */
const STARTUP_LIMIT = 1800;

/**
 * First everything that runs all the time starts at once, as after a power failure; when all are ready the doors open and requests come.
 * @throws AuditError if the books of a station do not balance; Error from the specs' own checks. */
export function simulate(run: RunSpec): RunRecord {
  const simulation = new Simulation({
    seed: `${run.seed} / replication ${run.replication}`,
    guards: { eventsPerInstant: MOST_EVENTS_AT_ONCE },
  });
  const measurement = new Measurement(simulation);
  const world = new World(simulation, run.deployment, run.tenants, measurement);
  const ready = startUp(simulation, world);
  const served = ready ? run.duration : Math.min(run.duration, GLANCE);
  const duration = nanoseconds(served);
  measurement.open(duration);
  world.open();
  const observation = new Observation(simulation, world, duration);
  const slices = serve(simulation, world, measurement, duration, run);
  measurement.settle();
  const audit = auditRun(simulation, world, measurement);

  const starts = startsBySlice(world, measurement, duration);
  return {
    tenants: run.tenants,
    replication: run.replication,
    startup: seconds(measurement.origin),
    ready,
    collapsed: slices < SLICES,
    sliceLength: served / SLICES,
    slices: measurement.slices.slice(0, slices).map((slice, index) => ({
      arrivals: slice.arrivals,
      completed: slice.completed,
      failures: Array.from(slice.failures),
      latency: slice.latency.toJSON(),
      latencySum: slice.latencySum,
      profile: slice.profile.toData(),
      ...observation.slice(index),
      starts: starts[index],
    })),
    series: measurement.series(slices * STRETCHES_PER_SLICE),
    unfinished: unfinishedRequests(run, world),
    starts: {
      kind: [...new Set(world.templates.map((template) => template.startKind))].join(", "),
      durations: world.startDurations.map(seconds),
    },
    outOfMemoryKills: world.lifecycle.memoryEvents().kills,
    evictions: [...world.platforms.values()].reduce((sum, platform) => sum + platform.evictions, 0),
    scheduler: world.machine.cores.usage,
    audit,
    events: simulation.eventCount,
    fingerprint: simulation.fingerprint(),
  };
}

function startsBySlice(world: World, measurement: Measurement, duration: number): number[] {
  const counts = new Array<number>(SLICES).fill(0);
  for (const instant of world.startInstants) {
    const slice = Math.floor(((instant - measurement.origin) * SLICES) / duration);
    if (slice >= 0 && slice < SLICES) counts[slice]++;
  }
  return counts;
}

/** Runs until every service that runs all the time is ready; false if the host can't get there. */
function startUp(simulation: Simulation, world: World): boolean {
  if (world.notReady.size === 0) return true;
  // A host that has to kill as many instances as it has tenants will not get them all up.
  const hopeless = (): boolean => world.lifecycle.memoryEvents().kills > world.services.length;
  for (let second = 1; second <= STARTUP_LIMIT && world.notReady.size > 0 && !hopeless(); second++) simulation.run(nanoseconds(second));
  return world.notReady.size === 0;
}

/** Whether a run has collapsed is looked at from this slice on. */
const FIRST_LOOK = SLICES / 5;

/**
 * Serves requests to the end of the run, or until the host has collapsed: its table of requests is full, or more requests are late and still unanswered than the objective allows in
 * the whole run, several times over. What would follow costs most and says nothing new. Returns the number of slices run.
 */
function serve(simulation: Simulation, world: World, measurement: Measurement, duration: number, run: RunSpec): number {
  for (let slice = 0; slice < SLICES; slice++) {
    simulation.run(sliceEnd(measurement.origin, duration, slice));
    if (world.requests.overflowed) return slice + 1;
    if (slice + 1 < FIRST_LOOK || slice + 1 === SLICES) continue;
    const expected = (measurement.arrivals * SLICES) / (slice + 1);
    if (countLate(world, run.latencyLimit) > run.collapseShare * expected) return slice + 1;
  }
  return SLICES;
}

/** Requests in the system that are older than the limit. */
function countLate(world: World, latencyLimit: number): number {
  const { requests, simulation } = world;
  let late = 0;
  for (let row = 0; row < requests.capacity; row++) {
    if (requests.phase[row] !== FREE && world.isAlive(row) && simulation.now - requests.arrival[row] > latencyLimit * 1e9) late++;
  }
  return late;
}

/**
 * A request that is still there at the end and already older than the limit is late for certain: it counts with its age. Leaving it out would make
 * a host that answers nothing look fast.
 */
function unfinishedRequests(run: RunSpec, world: World): RunRecord["unfinished"] {
  const { requests, simulation } = world;
  const latency = new Histogram();
  const profile = new LatencyProfile();
  const parts = new Float64Array(COMPONENTS.length);
  let latencySum = 0;
  for (let row = 0; row < requests.capacity; row++) {
    const age = simulation.now - requests.arrival[row];
    if (requests.phase[row] === FREE || !world.isAlive(row) || age <= run.latencyLimit * 1e9) continue;
    const offset = row * COMPONENTS.length;
    parts.set(requests.parts.subarray(offset, offset + COMPONENTS.length));
    parts[world.componentNow(row)] += simulation.now - requests.mark[row];
    latency.add(age);
    profile.add(age, parts, 0);
    latencySum += age;
  }
  return { count: latency.count, latency: latency.toJSON(), latencySum, profile: profile.toData() };
}

/** The stations' own laws, and those of the system as a whole. */
function auditRun(simulation: Simulation, world: World, measurement: Measurement): AuditReport {
  const stations = simulation.audit();
  const { memory } = world.machine;
  const { arrivals, completions, failures, inSystem } = measurement;
  const late = measurement.slices.reduce((sum, slice) => sum + slice.failures[LATE], 0);
  const failed = measurement.slices.reduce((sum, slice) => sum + slice.failures.reduce((a, b) => a + b, 0), 0) - late;
  let inside = 0;
  let residence = measurement.residence;
  for (let row = 0; row < world.requests.capacity; row++) {
    if (world.requests.phase[row] === FREE || !world.isAlive(row)) continue;
    inside++;
    residence += simulation.now - world.requests.arrival[row];
  }
  const laws: readonly Law[] = [
    ["requests: arrivals = completions + failures + in progress", arrivals, completions + failures + inSystem],
    ["requests: in progress = rows in use", inSystem, inside],
    ["requests: failures by reason", failures, failed],
    ["requests: Little's law (number integral = time in system) [request ns]", measurement.numberIntegral, residence],
    ...memoryLaws(memory, "memory"),
    ...world.lifecycle.guestMemories().flatMap((guest, index) => memoryLaws(guest, `memory of guest ${index}`)),
  ];
  let { worst, worstCheck } = stations;
  for (const [law, left, right] of laws) {
    const residual = Math.abs(left - right) / Math.max(1, Math.abs(right));
    if (!(residual <= 1e-9)) throw new AuditError(`${law} is violated at ${seconds(simulation.now)} s: found ${left}, expected ${right}`);
    if (residual > worst) {
      worst = residual;
      worstCheck = law;
    }
  }
  return { checks: stations.checks + laws.length, worst, worstCheck };
}
