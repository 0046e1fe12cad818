import { type ArrivalKind } from "./arrival-process.ts";
/** A state of the environment that modulates arrivals. */
export interface ModulatingState {
    /** Poisson rate of arrivals in this state, 0 or more [1/s]. */
    readonly rate: number;
    /** Rates of moving to each state [1/s]; the entry for the state itself is ignored. All 0: the state is never left. */
    readonly transitions: readonly number[];
}
/** Markov-modulated Poisson process: arrivals at the rate of the present state, beginning in state `start`, 0 if not given. */
export interface MmppSpec {
    readonly kind: "mmpp";
    readonly states: readonly ModulatingState[];
    readonly start?: number;
}
export declare const mmpp: ArrivalKind<MmppSpec>;
