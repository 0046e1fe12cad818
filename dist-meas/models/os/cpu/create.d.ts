import type { Simulation } from "../../../engine/index.ts";
import type { CpuSpec } from "../../hardware/spec.ts";
import type { CpuScheduler } from "./scheduler.ts";
import type { SchedulerSpec } from "./spec.ts";
/** The scheduler of a host's CPUs at the fidelity that `spec` asks for. */
export declare function createScheduler(simulation: Simulation, name: string, cpu: CpuSpec, spec: SchedulerSpec): CpuScheduler;
/** How that scheduler shares out the CPUs, in one line for reports: each fidelity says it beside the code that does it. */
export declare const description: (spec: SchedulerSpec) => string;
