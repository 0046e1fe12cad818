/** Which idle instance has to go when the pool is full: policies by the name that a scenario gives them. */
import type { Instance } from "../../../instance/instance.ts";
/** The idle instances of a platform, with whose they are; who has to go first comes first. */
export interface IdleInstances<Owner> extends Iterable<readonly [Instance, Owner]> {
    add(instance: Instance, owner: Owner): void;
    /** Busy again, or gone; nothing if it is not here. */
    remove(instance: Instance): void;
}
export interface EvictionPolicy {
    create<Owner>(): IdleInstances<Owner>;
    readonly description: string;
}
export declare const EVICTION_POLICIES: {
    readonly "longest-idle": EvictionPolicy;
};
export type EvictionChoice = keyof typeof EVICTION_POLICIES;
