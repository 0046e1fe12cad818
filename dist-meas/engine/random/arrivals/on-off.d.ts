import { type DistributionSpec } from "../distributions.ts";
import { type ArrivalKind } from "./arrival-process.ts";
/**
 * Periods with arrivals alternate with silent ones, beginning with one that is on. In a period that is on arrivals are `gap` apart, the
 * first one `gap` after its beginning; a gap that its end cuts off is forgotten. All three in seconds.
 */
export interface OnOffSpec {
    readonly kind: "onOff";
    readonly on: DistributionSpec;
    readonly off: DistributionSpec;
    readonly gap: DistributionSpec;
}
export declare const onOff: ArrivalKind<OnOffSpec>;
