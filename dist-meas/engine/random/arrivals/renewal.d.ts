import { type DistributionSpec } from "../distributions.ts";
import { type ArrivalKind } from "./arrival-process.ts";
/** Independent gaps of one distribution [s]. */
export interface RenewalSpec {
    readonly kind: "renewal";
    readonly gap: DistributionSpec;
}
export declare const renewal: ArrivalKind<RenewalSpec>;
