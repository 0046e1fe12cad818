import { type ArrivalKind } from "./arrival-process.ts";
/**
 * Bursts of messages: they begin after exponential gaps of mean `every` s and have a geometric number of messages (mean `size`, at least
 * 1), `gap` s apart. A burst that would begin inside another waits for its end, so the rate is kept.
 */
export interface BurstsSpec {
    readonly kind: "bursts";
    readonly every: number;
    readonly size: number;
    readonly gap: number;
}
export declare const bursts: ArrivalKind<BurstsSpec>;
