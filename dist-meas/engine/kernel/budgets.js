import { BudgetError } from "./failure.js";
import { formatTime, HORIZON } from "./time.js";
const DEFAULT_EVENTS_PER_INSTANT = 1e8;
/**
 * Looks after the guards of a simulation. It looks once in a while only, when the calendar has counted down to its target: an instant has
 * too many events if the clock stood still from one look to the next.
 */
export class Budgets {
    guards;
    calendar;
    nextCheck = Infinity;
    lastCheckedInstant = -1;
    constructor(guards, calendar) {
        this.guards = guards;
        this.calendar = calendar;
    }
    /** No run may go beyond it [ns]. */
    get latest() {
        return this.guards.time ?? HORIZON;
    }
    /** A run begins. */
    begin() {
        this.lastCheckedInstant = -1;
        this.plan();
    }
    /** The calendar is at its target. `place` says where, for the message. @throws BudgetError if a budget is used up */
    check(place) {
        const { calendar } = this;
        const { events, eventsPerInstant = DEFAULT_EVENTS_PER_INSTANT } = this.guards;
        if (calendar.executed < this.nextCheck) {
            calendar.target = this.nextCheck - calendar.executed; // it is further than the calendar counts
            return;
        }
        if (events !== undefined && calendar.executed > events) {
            throw new BudgetError(`${place()}: the budget of ${events} events is used up; raise guards.events, or look for a loop`);
        }
        if (this.lastCheckedInstant === calendar.now) {
            throw new BudgetError(`${place()}: more than ${eventsPerInstant} events at one instant; look for events that schedule each other without delay, or raise guards.eventsPerInstant`);
        }
        this.lastCheckedInstant = calendar.now;
        this.plan();
    }
    /** A run that was to go to `until` has come to its limit. @throws BudgetError if that was the budget of simulated time */
    checkTime(until) {
        const { time } = this.guards;
        if (time === undefined || time >= until)
            return;
        throw new BudgetError(`the budget of ${formatTime(time)} of simulated time is used up after ${this.calendar.executed} events; raise guards.time or stop earlier`);
    }
    plan() {
        const { executed } = this.calendar;
        const perInstant = this.guards.eventsPerInstant ?? DEFAULT_EVENTS_PER_INSTANT;
        this.nextCheck = Math.min((this.guards.events ?? Infinity) + 1, executed + perInstant);
        this.calendar.target = this.nextCheck - executed;
    }
}
