import { type ArrivalKind } from "./arrival-process.ts";
/** The rate [1/s] at a time [s] of the pattern. */
export interface RatePoint {
    readonly time: number;
    readonly rate: number;
}
/**
 * Poisson arrivals whose rate follows a pattern, such as that of a day: linear between the points, which begin at time 0 and ascend (two
 * of one time make a step), and from the first again after the last, whose time is the pattern's length.
 */
export interface VaryingSpec {
    readonly kind: "varying";
    readonly points: readonly RatePoint[];
}
export declare const varying: ArrivalKind<VaryingSpec>;
