/** Public face of the models: specs in, one audited run out. */
export type { ArrivalSpec, TraceSpec } from "../engine/index.ts";
export * from "./vocabulary.ts";
export type { ContainerEngineSpec, ContainerSpec, SecuritySpec } from "./container/spec.ts";
export type { DeploymentSpec, PartSpec } from "./fleet/deployment.ts";
export { UNITS, type UnitKind, unitOf, type UnitSpec } from "./fleet/units.ts";
export { whyRefused } from "./fleet/feasibility.ts";
export type { CpuSpec, DiskSpec, Isa, MmuSpec, NicSpec } from "./hardware/spec.ts";
export type { HostSpec } from "./host/spec.ts";
export type { NetworkSpec } from "./network/spec.ts";
export type { PagingSpec, SwapSpec, ZramSpec } from "./os/spec.ts";
export { NO_LIMIT } from "./run/run-record.ts";
export type {
  AppLimit,
  AppRecord,
  HostRecord,
  HostSlice,
  RequestSlice,
  ResponseSeries,
  RunRecord,
  RunSpec,
  UnfinishedRequests,
} from "./run/run-record.ts";
export type { TimeLineRecord } from "./run/time-line.ts";
export { StartDurations, type StartDurationsData } from "./run/start-durations.ts";
export type { FunctionSpec, PlatformSpec, RuntimeSpec } from "./serverless/spec.ts";
export { policiesOf } from "./run/policies.ts";
export { simulate } from "./run/simulate.ts";
export type { AccessSpec } from "./os/memory/access-pattern.ts";
export type { GuestSpec, HypervisorSpec, TrapCycles, VmSpec } from "./vm/spec.ts";
export { measuredWindows, responseSeries } from "./run/warmup.ts";
export {
  type HostWindow,
  type RequestWindow,
  type RunWindow,
  stationUtilization,
  windowFrom,
  windowOfApp,
  windowOfHost,
} from "./run/window.ts";
export { type AppSpec, type ClientsSpec, type DemandSpec, meanRate, meanRateWithin, type StepSpec } from "./workload/spec.ts";
