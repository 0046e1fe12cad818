import type { Nanoseconds } from "../kernel/time.ts";

/** Who came, left, was lost and is present at a station, with both sides of Little's law. */
export class Population {
  arrivals = 0;
  departures = 0;
  losses = 0;
  present = 0;
  private integral = 0;
  private departedResidence = 0;
  private clock: Nanoseconds = 0;

  enter(now: Nanoseconds): void {
    this.advance(now);
    this.arrivals++;
    this.present++;
  }

  /** A customer that entered at `arrival` leaves. */
  leave(now: Nanoseconds, arrival: Nanoseconds): void {
    this.advance(now);
    this.departures++;
    this.present--;
    this.departedResidence += now - arrival;
  }

  /** A customer that entered at `arrival` is dropped: it counts as a loss, and its time in station still counts. */
  drop(now: Nanoseconds, arrival: Nanoseconds): void {
    this.leave(now, arrival);
    this.departures--;
    this.losses++;
  }

  /** A customer is turned away at the door. */
  refuse(): void {
    this.arrivals++;
    this.losses++;
  }

  /** ∫ number present dt up to `now` [customer ns]. */
  numberIntegral(now: Nanoseconds): number {
    return this.integral + this.present * (now - this.clock);
  }

  /** Time in station of those who left [customer ns]. */
  get residenceOfDeparted(): number {
    return this.departedResidence;
  }

  private advance(now: Nanoseconds): void {
    this.integral += this.present * (now - this.clock);
    this.clock = now;
  }
}
