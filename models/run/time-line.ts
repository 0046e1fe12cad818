/**
 * How one run went along, stretch by stretch, of all its hosts and applications together: to be looked at, not to be averaged. Read at the borders of
 * the slices and in the middle of each stretch, where hosts are looked at anyway; what counts up is taken to grow evenly from one reading to the next,
 * so a count of a stretch may be off by a part of its neighbours', and that of a slice is exact.
 */
import { STRETCHES_PER_SLICE } from "./time-slices.ts";

/** What is read. */
export interface TimeLineReading {
  /** Page faults that needed a device, counted up. */
  readonly majorFaults: number;
  /** ∫ requests in the system dt [ns]. */
  readonly requestTime: number;
  /** Instances that can serve, and bytes on swap, at this instant. */
  readonly instances: number;
  readonly swapped: number;
}

/** By stretch; response times are in the series of the applications. */
export interface TimeLineRecord {
  /** Counted in the stretch. */
  readonly majorFaults: readonly number[];
  /** Mean number of requests in the system. */
  readonly inSystem: readonly number[];
  /** In the middle of the stretch. */
  readonly instances: readonly number[];
  readonly swapped: readonly number[];
}

export class TimeLine {
  readonly #read: () => TimeLineReading;
  readonly #borders: TimeLineReading[] = [];
  readonly #middles: TimeLineReading[] = [];

  constructor(read: () => TimeLineReading) {
    this.#read = read;
  }

  /** The next slice begins, or the last one is over. */
  border(): void {
    this.#borders.push(this.#read());
  }

  /** The middle of the next stretch. */
  middle(): void {
    this.#middles.push(this.#read());
  }

  /** Of the first `slices` slices; `stretch`: length of one [ns]. */
  toRecord(slices: number, stretch: number): TimeLineRecord {
    const middles = this.#middles.slice(0, slices * STRETCHES_PER_SLICE);
    const counted = (value: (reading: TimeLineReading) => number): number[] =>
      middles.map((_, index) => this.#at(index + 1, value) - this.#at(index, value));
    return {
      majorFaults: counted(({ majorFaults }) => majorFaults),
      inSystem: counted(({ requestTime }) => requestTime).map((time) => time / stretch),
      instances: middles.map(({ instances }) => instances),
      swapped: middles.map(({ swapped }) => swapped),
    };
  }

  /** What had been counted when so many stretches were over. */
  #at(stretches: number, value: (reading: TimeLineReading) => number): number {
    if (stretches % STRETCHES_PER_SLICE === 0) return value(this.#borders[stretches / STRETCHES_PER_SLICE]);
    return (value(this.#middles[stretches - 1]) + value(this.#middles[stretches])) / 2;
  }
}
