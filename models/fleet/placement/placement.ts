/** Which host the instances of a tenant go to: policies by the name that a scenario gives them. */
import { spread } from "./spread.ts";

export interface PlacementPolicy {
  /** Number of the host, of `hosts`, for all that `tenant` has. */
  hostOf(tenant: number, hosts: number): number;
  readonly description: string;
}

export const PLACEMENT_POLICIES = { spread } as const satisfies Readonly<Record<string, PlacementPolicy>>;

export type PlacementChoice = keyof typeof PLACEMENT_POLICIES;
