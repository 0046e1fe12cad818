import type { Calendar } from "./calendar.ts";
import { type Nanoseconds } from "./time.ts";
/** Budgets that stop a loop in the model with a message. Without one, no limit. */
export interface Guards {
    /** Events in all runs of this simulation together [1]. */
    readonly events?: number;
    /** Events at one instant [1]; noticed after at most twice as many. Default 100 million. */
    readonly eventsPerInstant?: number;
    /** Simulated time [ns]. */
    readonly time?: Nanoseconds;
}
/**
 * Looks after the guards of a simulation. It looks once in a while only, when the calendar has counted down to its target: an instant has
 * too many events if the clock stood still from one look to the next.
 */
export declare class Budgets {
    private readonly guards;
    private readonly calendar;
    private nextCheck;
    private lastCheckedInstant;
    constructor(guards: Guards, calendar: Calendar);
    /** No run may go beyond it [ns]. */
    get latest(): Nanoseconds;
    /** A run begins. */
    begin(): void;
    /** The calendar is at its target. `place` says where, for the message. @throws BudgetError if a budget is used up */
    check(place: () => string): void;
    /** A run that was to go to `until` has come to its limit. @throws BudgetError if that was the budget of simulated time */
    checkTime(until: Nanoseconds): void;
    private plan;
}
