/**
 * Evens out the load of CPUs: one without work takes over a waiting thread, and from time to time threads go from loaded to less loaded ones.
 * Source: Linux, kernel/sched/fair.c (newidle_balance, load_balance), without its domains.
 */
import { type HandlerId } from "../../../../engine/index.ts";
import type { SlicesSpec } from "../spec.ts";
import type { Accounting } from "./accounting.ts";
import type { GroupShares } from "./group-shares.ts";
import type { SliceState } from "./state.ts";
import type { TurnEnds } from "./turn-ends.ts";
/** What balancing works with. */
export interface BalancingParts {
    readonly accounting: Accounting;
    readonly turnEnds: TurnEnds;
    readonly shares: GroupShares;
    /** Calls `tick`. */
    readonly ticks: HandlerId;
    /** Picks who runs on a CPU that nobody runs on. */
    readonly dispatch: (cpu: number) => void;
}
export declare class Balancing {
    #private;
    constructor({ simulation, cpus, queues, groups }: SliceState, parts: BalancingParts, spec: SlicesSpec);
    /** Sees that there will be a look at the balance while somebody waits. */
    watch(): void;
    /** The time between two looks is over. */
    tick(): void;
    /** No look is pending any more. */
    stop(): void;
    /** A CPU without work takes over a thread that waits for another one, from the longest queue first. False if there is none for it. */
    pull(cpu: number): boolean;
}
