import { type EntityId } from "./fair-queues.ts";
import type { SliceGroup } from "./slice-group.ts";
import type { SliceState } from "./state.ts";
import type { TurnParts, Turns } from "./turns.ts";
export declare class WakeUps {
    #private;
    constructor({ cores, cpus, queues }: SliceState, { accounting, turnEnds, shares, balancing }: TurnParts, turns: Turns);
    /** A thread or vCPU wants a CPU. */
    wake(thread: EntityId, group: SliceGroup): void;
    /** A thread or vCPU that waits no longer wants a CPU. */
    sleep(thread: EntityId, group: SliceGroup): void;
}
