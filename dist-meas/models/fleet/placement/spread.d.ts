/** Tenants take turns: with hosts that are alike all carry the same, to one tenant. */
import type { PlacementPolicy } from "./placement.ts";
export declare const spread: PlacementPolicy;
