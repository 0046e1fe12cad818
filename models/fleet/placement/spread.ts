/** Tenants take turns: with hosts that are alike all carry the same, to one tenant. */
import type { PlacementPolicy } from "./placement.ts";

export const spread: PlacementPolicy = {
  hostOf: (tenant, hosts) => tenant % hosts,
  description: "tenants go to hosts in turn",
};
