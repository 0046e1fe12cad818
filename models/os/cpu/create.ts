import type { Simulation } from "../../../engine/index.ts";
import type { CpuSpec } from "../../hardware/spec.ts";
import { describeFluid, FluidScheduler } from "./fluid/fluid.ts";
import type { CpuScheduler } from "./scheduler.ts";
import { describeSlices, SliceScheduler } from "./slices/slices.ts";
import type { SchedulerSpec } from "./spec.ts";

/** The scheduler of a host's CPUs at the fidelity that `spec` asks for. */
export function createScheduler(simulation: Simulation, name: string, cpu: CpuSpec, spec: SchedulerSpec): CpuScheduler {
  return spec.kind === "fluid" ? new FluidScheduler(simulation, name, cpu) : new SliceScheduler(simulation, name, cpu, spec);
}

/** How that scheduler shares out the CPUs, in one line for reports: each fidelity says it beside the code that does it. */
export const description = (spec: SchedulerSpec): string => (spec.kind === "fluid" ? describeFluid() : describeSlices(spec));
