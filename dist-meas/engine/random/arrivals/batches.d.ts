import { type DistributionSpec } from "../distributions.ts";
import { type ArrivalKind } from "./arrival-process.ts";
import type { ArrivalSpec } from "./registry.ts";
/** Every arrival of `arrivals` brings `size` customers at the same instant; sizes are rounded to whole numbers, at least 1. */
export interface BatchesSpec {
    readonly kind: "batches";
    readonly arrivals: ArrivalSpec;
    readonly size: DistributionSpec;
}
export declare const batches: ArrivalKind<BatchesSpec>;
