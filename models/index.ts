/** Public face of the models: what a deployment is, whether it can run at all, and one simulated run of it. */
export {
  COMPONENTS,
  type Component,
  FAILURES,
  type Failure,
  MEMORY_KINDS,
  type MemoryKind,
  RESOURCES,
  type Resource,
} from "./components.ts";
export type { ContainerSpec } from "./container/spec.ts";
export type { DeploymentSpec, PlacementSpec } from "./deployment.ts";
export { whyRefused } from "./feasibility.ts";
export type * from "./hardware/spec.ts";
export type { RunRecord, RunSpec } from "./run-record.ts";
export type { FunctionSpec } from "./serverless/spec.ts";
export { simulate } from "./simulate.ts";
export type { VmSpec } from "./vm/spec.ts";
export type * from "./workload/spec.ts";
