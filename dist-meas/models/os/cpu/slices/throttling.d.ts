import type { SliceGroup } from "./slice-group.ts";
import type { SliceState } from "./state.ts";
import type { TurnParts, Turns } from "./turns.ts";
export declare class Throttling {
    #private;
    constructor({ simulation, cores, cpus, queues, tasks }: SliceState, parts: TurnParts, turns: Turns);
    /** A task of the group finishes at this very instant. */
    isFinishing(group: SliceGroup): boolean;
    /** Takes the group off all run queues. */
    throttle(group: SliceGroup): void;
    /** Puts the group back on them. */
    release(group: SliceGroup): void;
}
