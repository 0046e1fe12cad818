import type { Calendar } from "./calendar.ts";
import { BudgetError } from "./failure.ts";
import { formatTime, HORIZON, type Nanoseconds } from "./time.ts";

/** Budgets that stop a loop in the model with a message. Without one, no limit. */
export interface Guards {
  /** Events in all runs of this simulation together [1]. */
  readonly events?: number;
  /** Events at one instant [1]; noticed after at most twice as many. Default 100 million. */
  readonly eventsPerInstant?: number;
  /** Simulated time [ns]. */
  readonly time?: Nanoseconds;
}

const DEFAULT_EVENTS_PER_INSTANT = 1e8;

/**
 * Looks after the guards of a simulation. It looks once in a while only, when the calendar has counted down to its target: an instant has
 * too many events if the clock stood still from one look to the next.
 */
export class Budgets {
  private readonly guards: Guards;
  private readonly calendar: Calendar;
  private nextCheck = Infinity;
  private lastCheckedInstant: Nanoseconds = -1;

  constructor(guards: Guards, calendar: Calendar) {
    this.guards = guards;
    this.calendar = calendar;
  }

  /** No run may go beyond it [ns]. */
  get latest(): Nanoseconds {
    return this.guards.time ?? HORIZON;
  }

  /** A run begins. */
  begin(): void {
    this.lastCheckedInstant = -1;
    this.plan();
  }

  /** The calendar is at its target. `place` says where, for the message. @throws BudgetError if a budget is used up */
  check(place: () => string): void {
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
      throw new BudgetError(
        `${place()}: more than ${eventsPerInstant} events at one instant; look for events that schedule each other without delay, or raise guards.eventsPerInstant`,
      );
    }
    this.lastCheckedInstant = calendar.now;
    this.plan();
  }

  /** A run that was to go to `until` has come to its limit. @throws BudgetError if that was the budget of simulated time */
  checkTime(until: Nanoseconds): void {
    const { time } = this.guards;
    if (time === undefined || time >= until) return;
    throw new BudgetError(
      `the budget of ${formatTime(time)} of simulated time is used up after ${this.calendar.executed} events; raise guards.time or stop earlier`,
    );
  }

  private plan(): void {
    const { executed } = this.calendar;
    const perInstant = this.guards.eventsPerInstant ?? DEFAULT_EVENTS_PER_INSTANT;
    this.nextCheck = Math.min((this.guards.events ?? Infinity) + 1, executed + perInstant);
    this.calendar.target = this.nextCheck - executed;
  }
}
