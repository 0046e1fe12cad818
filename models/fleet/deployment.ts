/** How the applications of a tenant are placed on the host. */
import type { ContainerEngineSpec, ContainerSpec } from "../container/spec.ts";
import type { HostSpec } from "../host/spec.ts";
import type { FunctionSpec } from "../serverless/spec.ts";
import type { VmSpec } from "../vm/spec.ts";
import type { AppSpec } from "../workload/spec.ts";

export type UnitSpec = VmSpec | ContainerSpec | FunctionSpec;

export interface DeploymentSpec {
  readonly name: string;
  readonly host: HostSpec;
  /** One entry per application, in the order of the scenario. */
  readonly parts: readonly { readonly app: AppSpec; readonly unit: UnitSpec }[];
  /** A crash and restart of each instance as a Poisson process with this mean time [s]; undefined: none. Functions are re-dispatched. */
  readonly restartEvery: number | undefined;
}

/** Two specs with the same content are one and the same thing on the host, whatever their names. */
export const identity = (spec: object): string => JSON.stringify(spec);
export const unique = <Spec extends object>(specs: readonly Spec[]): Spec[] => [
  ...new Map(specs.map((spec) => [identity(spec), spec])).values(),
];

/** The container engine that a unit needs on its host. */
export function engineOf(unit: UnitSpec): ContainerEngineSpec | undefined {
  if (unit.kind === "container") return unit.engine;
  return unit.kind === "function" && unit.platform.sandbox === "container" ? unit.engine : undefined;
}
