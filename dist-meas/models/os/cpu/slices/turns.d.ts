import type { CpuSpec } from "../../../hardware/spec.ts";
import type { Accounting } from "./accounting.ts";
import type { Balancing } from "./balancing.ts";
import type { GroupShares } from "./group-shares.ts";
import type { Guests } from "./guests.ts";
import type { QuotaPools } from "./quota-pools.ts";
import type { SliceState } from "./state.ts";
import type { TurnEnds } from "./turn-ends.ts";
/** What taking turns leans on. */
export interface TurnParts {
    readonly accounting: Accounting;
    readonly turnEnds: TurnEnds;
    readonly shares: GroupShares;
    readonly guests: Guests;
    readonly balancing: Balancing;
    readonly pools: QuotaPools;
}
export declare class Turns {
    #private;
    constructor({ simulation, cores, cpus, queues, tasks, groups }: SliceState, parts: TurnParts, cpu: CpuSpec);
    /** Picks anew where a slice is over or somebody is due earlier: among the guest's tasks, and among what the host runs. */
    reschedule(cpu: number): void;
    /** Picks who runs on a CPU that nobody runs on; with nobody waiting, somebody who waits elsewhere. */
    dispatch(cpu: number): void;
    /** The task on a CPU, charged up to now, ends; somebody else runs on. */
    takeOff(cpu: number): void;
    /** Nobody runs on a CPU; whoever did has been put back in its queues, or has left them. To be followed by `dispatch`. */
    vacate(cpu: number): void;
}
