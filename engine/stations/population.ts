import type { Simulation } from "../kernel/simulation.ts";
import type { Nanoseconds } from "../kernel/time.ts";
import { SavedFields } from "../kernel/saved-fields.ts";

/** `since` of a slot that nobody has. */
const ABSENT = -1;

/**
 * Who came, left, was lost and is present at a station, with both sides of Little's law. Customers are known by slots, small integers
 * of the station's choice.
 */
export class Population extends SavedFields {
  arrivals = 0;
  departures = 0;
  losses = 0;
  present = 0;
  private readonly simulation: Simulation;
  private integral = 0;
  private clock: Nanoseconds = 0;
  private departedResidence = 0;
  private since = new Float64Array(0);

  constructor(simulation: Simulation) {
    super();
    this.simulation = simulation;
  }

  /** Makes room for slots 0 .. count - 1. */
  reserve(count: number): void {
    if (count <= this.since.length) return;
    const longer = new Float64Array(Math.max(count, 2 * this.since.length)).fill(ABSENT);
    longer.set(this.since);
    this.since = longer;
  }

  enter(slot: number): void {
    this.integrate();
    this.arrivals++;
    this.present++;
    this.since[slot] = this.clock;
  }

  leave(slot: number): void {
    this.integrate();
    this.departures++;
    this.present--;
    this.departedResidence += this.clock - this.since[slot];
    this.since[slot] = ABSENT;
  }

  /** One that is present is dropped: a loss, whose time in station still counts. */
  drop(slot: number): void {
    this.leave(slot);
    this.departures--;
    this.losses++;
  }

  /** One is turned away at the door. */
  refuse(): void {
    this.arrivals++;
    this.losses++;
  }

  /** One comes and leaves at the same instant. */
  pass(): void {
    this.arrivals++;
    this.departures++;
  }

  isPresent(slot: number): boolean {
    return this.since[slot] >= 0;
  }

  /** Its part of the station's counters, brought up to now. */
  counters() {
    const { now } = this.simulation;
    let residence = this.departedResidence;
    for (const since of this.since) if (since !== ABSENT) residence += now - since;
    return {
      arrivals: this.arrivals,
      departures: this.departures,
      losses: this.losses,
      inStation: this.present,
      numberIntegral: this.integral + this.present * (now - this.clock),
      residence,
    };
  }

  private integrate(): void {
    const { now } = this.simulation;
    this.integral += this.present * (now - this.clock);
    this.clock = now;
  }
}
