import { type ArrivalKind } from "./arrival-process.ts";
/** Independent arrivals at `rate` [1/s]. */
export interface PoissonSpec {
    readonly kind: "poisson";
    readonly rate: number;
}
export declare const poisson: ArrivalKind<PoissonSpec>;
