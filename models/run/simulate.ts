/** One run: a deployment with a number of tenants, from empty hosts to the end of the run, audited. */
import { nanoseconds, seconds, Simulation } from "../../engine/index.ts";
import { unitOf } from "../fleet/units.ts";
import { auditRun } from "./audit.ts";
import { type Losses, LossWatch } from "./lost.ts";
import { Measurement } from "./measurement.ts";
import { Observation } from "./observation.ts";
import { observedHosts } from "./observed-host.ts";
import type { AppRecord, RunRecord, RunSpec } from "./run-record.ts";
import { SLICES, sliceEnd } from "./time-slices.ts";
import { unfinishedRequests } from "./unfinished.ts";
import { World } from "./world.ts";

/** A host that could not start everything is watched for this long only [s]: what it does is no steady state. */
const GLANCE = 10;

/** More events than this at one instant are a model that turns in a circle; a storm of requests stays far below. */
const MOST_EVENTS_AT_ONCE = 10_000_000;

/** Starting up may take this long after the last start has begun [s]; then the host is taken to be unable to carry its tenants. */
const STARTUP_LIMIT = 1800;

/**
 * First everything that runs all the time starts, at once, as after a power failure, or in the deployment's order; when all are ready the doors open and
 * requests come. A deployment can open the doors with the first start instead.
 * @throws AuditError if the books of a station do not balance; Error from the specs' own checks. */
export function simulate(run: RunSpec): RunRecord {
  const simulation = new Simulation({
    seed: `${run.seed} / replication ${run.replication}`,
    guards: { eventsPerInstant: MOST_EVENTS_AT_ONCE },
  });
  const measurement = new Measurement(simulation, run.deployment.parts.length);
  const world = new World(simulation, run.deployment, run.tenants, measurement);
  const atOnce = run.deployment.start?.requests === "at once";
  const ready = atOnce || startUp(simulation, world);
  const startup = simulation.now;
  if (ready && !atOnce) world.settle();
  const served = ready ? run.duration : Math.min(run.duration, GLANCE);
  const duration = nanoseconds(served);
  measurement.open(duration);
  world.open();
  const observation = new Observation(simulation, observedHosts(world), measurement, duration);
  const { slices, collapsed, lost } = serve(simulation, world, measurement, duration, run);
  measurement.settle();
  const audit = auditRun(simulation, world, measurement);
  return {
    tenants: run.tenants,
    replication: run.replication,
    startup: seconds(startup),
    ready: ready && world.notReady.size === 0,
    collapsed: collapsed.includes(true),
    sliceLength: served / SLICES,
    slices,
    apps: appRecords(run, world, measurement, observation, { slices, collapsed, lost }),
    hosts: observation.toRecords(slices),
    timeLine: observation.timeLine(slices),
    audit,
    events: simulation.eventCount,
    fingerprint: simulation.fingerprint(),
  };
}

function appRecords(
  run: RunSpec,
  world: World,
  measurement: Measurement,
  observation: Observation,
  { slices, collapsed, lost }: Served,
): AppRecord[] {
  const unfinished = unfinishedRequests(world, run.limits);
  return run.deployment.parts.map(({ app, unit }, index) => {
    const measured = measurement.apps[index];
    return {
      name: app.name,
      unit: unit.kind,
      startKind: unitOf(unit).startKind,
      collapsed: collapsed[index],
      lost: lost[index],
      slices: measured.toSlices(slices),
      series: measured.toSeries(slices),
      instances: observation.instancesOf(index, slices),
      unfinished: unfinished[index],
      starts: measured.starts.toData(),
    };
  });
}

/** Runs until every service that runs all the time is ready; false if the host can't get there. */
function startUp(simulation: Simulation, world: World): boolean {
  if (world.notReady.size === 0) return true;
  // A host that has to kill as many instances as it has tenants will not get them all up.
  const kills = (): number => world.members.reduce((sum, { lifecycle }) => sum + lifecycle.memoryEvents().kills, 0);
  const hopeless = (): boolean => kills() > world.services.length;
  const limit = seconds(world.lastStart) + STARTUP_LIMIT;
  for (let second = 1; second <= limit && world.notReady.size > 0 && !hopeless(); second++) simulation.run(nanoseconds(second));
  return world.notReady.size === 0;
}

interface Served extends Losses {
  /** Number of slices run. */
  readonly slices: number;
}

/** Serves requests to the end of the run, or until it is lost. */
function serve(simulation: Simulation, world: World, measurement: Measurement, duration: number, { limits }: RunSpec): Served {
  const watch = new LossWatch(world, measurement, limits);
  for (let slices = 1; slices <= SLICES; slices++) {
    simulation.run(sliceEnd(measurement.origin, duration, slices - 1));
    const losses = watch.look(slices);
    if (losses !== undefined) return { slices, ...losses };
  }
  const none = limits.map(() => false);
  return { slices: SLICES, collapsed: none, lost: none };
}
