/** Public face of the models: specs in, one audited run out. */
export type { ArrivalSpec, TraceSpec } from "../engine/index.ts";
export * from "./vocabulary.ts";
export type { ContainerEngineSpec, ContainerSpec, SecuritySpec } from "./container/spec.ts";
export type { DeploymentSpec, UnitSpec } from "./fleet/deployment.ts";
export { whyRefused } from "./fleet/feasibility.ts";
export type { CpuSpec, DiskSpec, HostSpec, Isa, MmuSpec, NicSpec, SwapSpec } from "./hardware/spec.ts";
export type { RunRecord, RunSpec, SliceRecord } from "./run/run-record.ts";
export type { FunctionSpec, PlatformSpec, RuntimeSpec } from "./serverless/spec.ts";
export { simulate } from "./run/simulate.ts";
export type { GuestSpec, HypervisorSpec, TrapCycles, VmSpec } from "./vm/spec.ts";
export { measuredWindows } from "./run/warmup.ts";
export { type RunWindow, windowFrom } from "./run/window.ts";
export { type AppSpec, type DemandSpec, meanRate, type StepSpec } from "./workload/spec.ts";
