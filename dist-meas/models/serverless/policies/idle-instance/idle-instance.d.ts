/** Which of several free instances serves the next invocation: policies by the name that a scenario gives them. */
import type { Instance } from "../../../instance/instance.ts";
/** The instances of one service that have a free place. */
export interface FreeInstances {
    /** It has a free place again. */
    add(instance: Instance): void;
    /** It is full, or gone; nothing if it is not here. */
    remove(instance: Instance): void;
    /** The one that serves next, which stays here; undefined if there is none. */
    next(): Instance | undefined;
}
export interface IdleInstancePolicy {
    create(): FreeInstances;
    readonly description: string;
}
export declare const IDLE_INSTANCE_POLICIES: {
    readonly "most-recently-used": IdleInstancePolicy;
};
export type IdleInstanceChoice = keyof typeof IDLE_INSTANCE_POLICIES;
