/**
 * Arrival processes of one tenant, pulled one arrival at a time: the next instant is known only when asked for, nothing is preloaded.
 * Covers Poisson, periodic with jitter, bursts, and recorded times. A source draws from its own streams, so the same tenant sends the same
 * messages at the same instants whatever runs them.
 */
import { nanoseconds, portable, type RandomStream } from "../../engine/index.ts";
import { type ArrivalSpec, meanGap, type TraceSpec } from "./spec.ts";

export interface ArrivalSource {
  /** Instant of the next arrival [ns], not before the one returned last. */
  next(): number;
  /** Row of the trace behind the arrival returned last, or -1. */
  readonly row: number;
}

/**
 * `own` is the tenant's stream. `traceStart` in 0..1 says where in its trace a replication begins: the same for all tenants, so that the busy times
 * of the trace come to all of them at once, as they were recorded.
 */
export function createArrivals(spec: ArrivalSpec, own: RandomStream, traceStart: number): ArrivalSource {
  switch (spec.kind) {
    case "poisson":
      return new PoissonArrivals(spec.rate, own);
    case "periodic":
      return new PeriodicArrivals(spec.every, spec.jitter, own);
    case "bursts":
      return new BurstArrivals(spec.every, spec.size, spec.gap, own);
    case "trace":
      return new TraceArrivals(spec.trace, spec.share, spec.speed, own, Math.floor(traceStart * spec.trace.times.length));
  }
}

class PoissonArrivals implements ArrivalSource {
  readonly row = -1;
  readonly #mean: number;
  readonly #stream: RandomStream;
  #time = 0;

  constructor(rate: number, stream: RandomStream) {
    this.#mean = 1 / rate;
    this.#stream = stream;
  }

  next(): number {
    this.#time += nanoseconds(this.#stream.exponential(this.#mean));
    return this.#time;
  }
}

/** One message every period; jitter moves each on its own, it does not accumulate. */
class PeriodicArrivals implements ArrivalSource {
  readonly row = -1;
  readonly #every: number;
  readonly #jitter: number;
  readonly #stream: RandomStream;
  readonly #phase: number;
  #count = 0;
  #last = 0;

  constructor(every: number, jitter: number, stream: RandomStream) {
    this.#every = every;
    this.#jitter = jitter;
    this.#stream = stream;
    this.#phase = stream.next() * every;
  }

  next(): number {
    const planned = this.#phase + this.#count * this.#every + this.#jitter * (2 * this.#stream.next() - 1);
    this.#count++;
    this.#last = Math.max(this.#last, nanoseconds(Math.max(0, planned)));
    return this.#last;
  }
}

/** Poisson bursts of a geometric number of messages; a burst that would begin inside another waits for its end, so the rate is kept. */
class BurstArrivals implements ArrivalSource {
  readonly row = -1;
  readonly #every: number;
  readonly #gap: number;
  readonly #logStay: number;
  readonly #stream: RandomStream;
  #left = 0;
  #start = 0;
  #time: number;

  constructor(every: number, size: number, gap: number, stream: RandomStream) {
    this.#every = every;
    this.#gap = nanoseconds(gap);
    this.#logStay = size > 1 ? portable.ln(1 - 1 / size) : Number.NEGATIVE_INFINITY;
    this.#stream = stream;
    this.#time = -this.#gap;
  }

  next(): number {
    if (this.#left === 0) {
      this.#start += nanoseconds(this.#stream.exponential(this.#every));
      this.#left = 1 + Math.floor(portable.ln(this.#stream.next()) / this.#logStay);
      this.#time = Math.max(this.#start, this.#time + this.#gap);
    } else this.#time += this.#gap;
    this.#left--;
    return this.#time;
  }
}

class TraceArrivals implements ArrivalSource {
  row = -1;
  readonly #trace: TraceSpec;
  readonly #share: number;
  readonly #speed: number;
  readonly #stream: RandomStream;
  /** Time from one pass over the trace to the next, and the recorded instant at which this replication begins [s]. */
  readonly #span: number;
  readonly #origin: number;
  #next: number;
  #passes = 0;

  constructor(trace: TraceSpec, share: number, speed: number, own: RandomStream, firstRow: number) {
    this.#trace = trace;
    this.#share = share;
    this.#speed = speed;
    this.#stream = own;
    const rows = trace.times.length;
    this.#span = trace.times[rows - 1] + meanGap(trace);
    this.#next = firstRow;
    this.#origin = trace.times[this.#next];
  }

  next(): number {
    do {
      this.row = this.#next;
      this.#next++;
      if (this.#next === this.#trace.times.length) {
        this.#next = 0;
        this.#passes++;
      }
    } while (this.#stream.next() >= this.#share);
    const passes = this.row + 1 === this.#trace.times.length ? this.#passes - 1 : this.#passes;
    return nanoseconds((this.#trace.times[this.row] + passes * this.#span - this.#origin) / this.#speed);
  }
}
