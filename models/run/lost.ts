/**
 * When a run is lost for an application: so many of its requests have failed, or have taken too long, answered or not, as its objective allows in the
 * whole run several times over, and the last slice was as bad. What would follow costs most and says nothing new. Failed and late requests are held
 * against limits of their own: an objective that allows many failures does not allow as many late answers.
 */
import type { Measurement } from "./measurement.ts";
import type { AppLimit } from "./run-record.ts";
import { SLICES } from "./time-slices.ts";
import { countOlder } from "./unfinished.ts";
import type { World } from "./world.ts";

/** Looked at from this slice on: one slice says nothing of the next. */
const FIRST_LOOK = 2;

/** So many bad requests at least, or a rare application would end the run with its first. */
const LEAST_BAD = 10;

/** By application. */
export interface Losses {
  /** Its requests ended the run. */
  readonly lost: readonly boolean[];
  /** They were unanswered and not getting fewer, or filled the table of requests. */
  readonly collapsed: readonly boolean[];
}

/** Counts of one application since the doors opened; those that wait, at this instant. */
interface Counts {
  readonly waiting: number;
  readonly late: number;
  readonly failed: number;
}

const NONE: Counts = { waiting: 0, late: 0, failed: 0 };

export class LossWatch {
  readonly #world: World;
  readonly #measurement: Measurement;
  readonly #limits: readonly AppLimit[];
  #before: readonly Counts[];

  constructor(world: World, measurement: Measurement, limits: readonly AppLimit[]) {
    this.#world = world;
    this.#measurement = measurement;
    this.#limits = limits;
    this.#before = limits.map(() => NONE);
  }

  /** At the end of each slice, `slices` of which are over; undefined while the run goes on. */
  look(slices: number): Losses | undefined {
    const counts = this.#count();
    const before = this.#before;
    this.#before = counts;
    if (this.#world.requests.overflowed) {
      const most = Math.max(...counts.map(({ waiting }) => waiting));
      const full = counts.map(({ waiting }) => waiting === most);
      return { lost: full, collapsed: full };
    }
    if (slices < FIRST_LOOK || slices === SLICES) return undefined;
    const allowed = (app: number, share: number): number =>
      Math.max(LEAST_BAD, (share * this.#measurement.apps[app].arrivals * SLICES) / slices);
    const collapsed = counts.map(
      ({ waiting }, app) => waiting >= before[app].waiting && waiting > allowed(app, this.#limits[app].lateShare),
    );
    const lost = counts.map(({ late, failed }, app) => {
      const isBeyond = (now: number, then: number, most: number): boolean => now > most && now - then > most / SLICES;
      const { lateShare, failedShare } = this.#limits[app];
      return (
        collapsed[app] ||
        isBeyond(late, before[app].late, allowed(app, lateShare)) ||
        isBeyond(failed, before[app].failed, allowed(app, failedShare))
      );
    });
    return lost.includes(true) ? { lost, collapsed } : undefined;
  }

  #count(): Counts[] {
    const waiting = countOlder(
      this.#world,
      this.#limits.map(({ late }) => late),
    );
    return this.#limits.map(({ late }, app) => {
      const measured = this.#measurement.apps[app];
      return { waiting: waiting[app], late: waiting[app] + measured.answeredAfter(late), failed: measured.failed };
    });
  }
}
