import { type ArrivalKind } from "./arrival-process.ts";
/**
 * One message every `every` s, from a phase that is uniform over a period. Each is moved by up to +-`jitter` s on its own: errors do not
 * add up. A jitter above half of the period would let messages overtake each other; those wait for the one before.
 */
export interface PeriodicSpec {
    readonly kind: "periodic";
    readonly every: number;
    readonly jitter: number;
}
export declare const periodic: ArrivalKind<PeriodicSpec>;
