import type { Simulation } from "../../../engine/index.ts";
import type { CpuSpec } from "../../hardware/spec.ts";
import { FluidScheduler } from "./fluid/fluid.ts";
import type { CpuScheduler } from "./scheduler.ts";
import { SliceScheduler } from "./slices/slices.ts";
import { FLUID, type SchedulerSpec } from "./spec.ts";

/** The scheduler of a host's CPUs at the fidelity that `spec` asks for. */
export function createScheduler(simulation: Simulation, name: string, cpu: CpuSpec, spec: SchedulerSpec = FLUID): CpuScheduler {
  if (spec.kind === "fluid") return new FluidScheduler(simulation, name, cpu);
  return new SliceScheduler(simulation, name, cpu, spec);
}
