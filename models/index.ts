/** Public face of the models: specs in, one audited run out. */
export * from "./components.ts";
export type { ContainerEngineSpec, ContainerSpec, SecuritySpec } from "./container/spec.ts";
export type { DeploymentSpec, PlacementSpec } from "./deployment.ts";
export { whyRefused } from "./feasibility.ts";
export type { CpuSpec, DiskSpec, HostSpec, Isa, MmuSpec, NicSpec, SwapSpec } from "./hardware/spec.ts";
export type { RunRecord, RunSpec, SliceRecord } from "./run-record.ts";
export type { FunctionSpec, PlatformSpec, RuntimeSpec } from "./serverless/spec.ts";
export { simulate } from "./simulate.ts";
export type { GuestSpec, HypervisorSpec, TrapCycles, VmSpec } from "./vm/spec.ts";
export { measuredWindows } from "./warmup.ts";
export { type RunWindow, windowFrom } from "./window.ts";
export { type AppSpec, type ArrivalSpec, type DemandSpec, meanRate, type StepSpec, type TraceSpec } from "./workload/spec.ts";
