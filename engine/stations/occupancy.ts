import type { Nanoseconds } from "../kernel/time.ts";

/** How much of something is taken (units, places, litres) over time, with both sides of the utilization law. */
export class Occupancy {
  taken = 0;
  private integral = 0;
  private clock: Nanoseconds = 0;
  /** Σ change x instant. */
  private moment = 0;

  change(amount: number, now: Nanoseconds): void {
    this.integral += this.taken * (now - this.clock);
    this.clock = now;
    this.taken += amount;
    this.moment += amount * now;
  }

  /** ∫ taken dt, interval by interval. */
  busyIntegral(now: Nanoseconds): number {
    return this.integral + this.taken * (now - this.clock);
  }

  /** The same from the instants of the changes alone: what was taken at t has been taken for now - t. */
  workDone(now: Nanoseconds): number {
    return this.taken * now - this.moment;
  }
}

/** ∫ capacity dt from 0 to `now`; an infinite capacity has done nothing at instant 0. */
export const capacityIntegral = (capacity: number, now: Nanoseconds): number => (now === 0 ? 0 : capacity * now);
