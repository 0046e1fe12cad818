/** A solution: hosts, the applications that run on them, and as what. */
import type { HostSpec } from "../host/spec.ts";
import type { AppSpec } from "../workload/spec.ts";
import type { PlacementChoice } from "./placement/placement.ts";
import type { StartSpec } from "./start-order.ts";
import type { UnitSpec } from "./units.ts";

/** An application and what it runs in. */
export interface PartSpec {
  readonly app: AppSpec;
  readonly unit: UnitSpec;
}

export interface DeploymentSpec {
  readonly name: string;
  /** At least one. */
  readonly hosts: readonly HostSpec[];
  /** Which of them a tenant's instances go to. */
  readonly placement: PlacementChoice;
  /** One entry per application, in the order of the scenario. */
  readonly parts: readonly PartSpec[];
  /** A crash and restart of each instance as a Poisson process with this mean time [s]; undefined: none. Functions are re-dispatched. */
  readonly restartEvery: number | undefined;
  /** All at once, and then the requests, if not given. */
  readonly start?: StartSpec;
}

/** Two specs with the same content are one and the same thing on the host, whatever their names. */
const identity = (spec: object): string => JSON.stringify(spec);
export const uniqueBy = <Item>(items: readonly Item[], specOf: (item: Item) => object): Item[] => [
  ...new Map(items.map((item) => [identity(specOf(item)), item])).values(),
];
