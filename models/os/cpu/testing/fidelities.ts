/** Small systems for tests of the schedulers: the same for both fidelities. */
import { HORIZON, Simulation } from "../../../../engine/index.ts";
import type { CpuSpec } from "../../../hardware/spec.ts";
import { host } from "../../../testing/specs.ts";
import { createScheduler } from "../create.ts";
import type { TaskGroupOptions, TaskTimes } from "../scheduler.ts";
import { FLUID, SLICES, type SchedulerSpec } from "../spec.ts";

/** For `describe.each`: whatever theory says of the CPU must hold for both. */
export const FIDELITIES: [SchedulerSpec["kind"], SchedulerSpec][] = [
  ["fluid", FLUID],
  ["slices", SLICES],
];

export const MS = 1e6;
export const SECOND = 1e9;

/** A processor without switch costs: all that a core does is work. */
export const cpuOf = (changes: Partial<CpuSpec> = {}): CpuSpec => ({ ...host().cpu, contextSwitch: 0, cachePerCore: 0, ...changes });

/** A scheduler with nobody in it, in a simulation of its own. */
export function build(spec: SchedulerSpec, cpu: CpuSpec = cpuOf()) {
  const simulation = new Simulation({ seed: 1 });
  return { simulation, scheduler: createScheduler(simulation, "cores", cpu, spec) };
}

interface Ended extends TaskTimes {
  readonly at: number;
}

/** Tasks that all come at 0, each [group, demand in ns]: how they ended. */
export function burn(
  spec: SchedulerSpec,
  cpu: CpuSpec,
  groups: readonly TaskGroupOptions[],
  tasks: readonly (readonly [number, number])[],
) {
  const { simulation, scheduler } = build(spec, cpu);
  const ids = groups.map((group) => scheduler.addGroup(group));
  const ended: Ended[] = [];
  const done = simulation.on("done", (task) => void (ended[task] = { at: simulation.now, ...scheduler.finished }));
  tasks.forEach(([group, demand], task) => void scheduler.submit(ids[group], demand, done, task));
  simulation.run(HORIZON);
  simulation.audit();
  return { ended, ends: ended.map(({ at }) => at), scheduler };
}
