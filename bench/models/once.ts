// Cost of simulating one deployment, in a fresh process. Called by cost.ts with --expose-gc:
//   once <model> <tenants> <pressure 0|1>     prints one line of JSON, a `Cost`
import { GCProfiler } from "node:v8";
import { nanoseconds, Simulation } from "../../engine/index.ts";
import { Measurement } from "../../models/run/measurement.ts";
import { World } from "../../models/run/world.ts";
import { costDeployment, type Model, RATE } from "./specs.ts";

export interface Cost {
  readonly requests: number;
  readonly events: number;
  /** CPU time, user and system [ns]. */
  readonly cpu: number;
  /** Allocated on the heap of JavaScript [B]. */
  readonly allocated: number;
  readonly majorFaults: number;
  readonly utilization: number;
}

const collect = (globalThis as unknown as { gc: () => void }).gc;

/** Bytes that `work` allocates: what the heap grew by, and what the collector took away meanwhile. */
function allocation(work: () => void): number {
  collect();
  const profiler = new GCProfiler();
  profiler.start();
  const before = process.memoryUsage().heapUsed;
  work();
  const after = process.memoryUsage().heapUsed;
  const { statistics } = profiler.stop();
  return statistics.reduce(
    (sum, { beforeGC, afterGC }) => sum + beforeGC.heapStatistics.usedHeapSize - afterGC.heapStatistics.usedHeapSize,
    after - before,
  );
}

/** Measured in each of two stretches: one for CPU time, one for allocation. */
const REQUESTS = 100_000;
/** After the doors open: functions start, tables grow, code is optimized [s, requests at least]. */
const SETTLING = 40;

function measure(model: Model, tenants: number, pressure: boolean): Cost {
  const simulation = new Simulation({ seed: 1 });
  const deployment = costDeployment(model, tenants, pressure);
  const measurement = new Measurement(simulation, deployment.parts.length);
  const world = new World(simulation, deployment, tenants, measurement);
  while (world.notReady.size > 0) simulation.run(simulation.now + nanoseconds(1));
  const stretch = REQUESTS / (tenants * RATE);
  const settled = Math.max(SETTLING, stretch);
  measurement.open(nanoseconds(settled + 2 * stretch));
  world.open();
  const { cpu, memory } = world.members[0].host;
  simulation.run(measurement.origin + nanoseconds(settled));
  const before = {
    completions: measurement.completions,
    events: simulation.eventCount,
    faults: memory.majorFaults,
    ...cpu.counters(),
  };
  const start = process.cpuUsage();
  simulation.run(measurement.origin + nanoseconds(settled + stretch));
  const { user, system } = process.cpuUsage(start);
  const after = cpu.counters();
  const done = measurement.completions - before.completions;
  const events = simulation.eventCount - before.events;
  const faults = memory.majorFaults - before.faults;
  const completed = measurement.completions;
  const allocated = allocation(() => simulation.run(measurement.origin + nanoseconds(settled + 2 * stretch)));
  return {
    requests: done,
    events,
    cpu: (user + system) * 1000,
    allocated: (allocated / (measurement.completions - completed)) * done,
    majorFaults: faults,
    utilization: (after.busyIntegral - before.busyIntegral) / (after.capacityIntegral - before.capacityIntegral),
  };
}

const [model, tenants, pressure] = process.argv.slice(2);
if (pressure !== undefined) console.log(JSON.stringify(measure(model as Model, Number(tenants), pressure === "1")));
