import type { HandlerId } from "../../../../engine/index.ts";
import type { Accounting } from "./accounting.ts";
import type { SliceState } from "./state.ts";
/** When the turn on each CPU ends: one event a CPU, planned anew whenever something changes that it depends on. */
export declare class TurnEnds {
    #private;
    /** `turnEnds(cpu)` is called when the turn on a CPU is over. */
    constructor({ simulation, cores, cpus, queues, tasks, groups }: SliceState, accounting: Accounting, turnEnds: HandlerId);
    /** Schedules the end of the turn: the task finishes, its slice is over, or one that is due earlier may take over. */
    plan(cpu: number): void;
    /** A hardware thread gets busy or idle, which changes the speed of its siblings. */
    setBusy(cpu: number, isBusy: boolean): void;
}
