// Arrival processes: sources that a model asks for the next arrival, one at a time, so that only one is ever pending.
import { SavedFields } from "../kernel/saved-fields.ts";
import type { Saveable } from "../kernel/saved-state.ts";
import type { RandomStream } from "./stream.ts";

/**
 * `next()` gives the time of the next arrival: never before the one given last, equal to it within a batch, Infinity when there will be
 * no more. Times share one unit (normally seconds from the start); rates are per that unit. It remembers where it is: `keep` it in a
 * simulation that is saved.
 */
export interface ArrivalProcess extends Saveable {
  next(): number;
}

function requirePositive(where: string, name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${where}: ${name}: found ${value}, expected a finite number above 0`);
}

/** Independent gaps, e.g. from `sampler`; exponential gaps make it a Poisson process. */
export const renewalArrivals = (gap: () => number): ArrivalProcess => new Renewal(gap);

class Renewal extends SavedFields implements ArrivalProcess {
  private readonly gap: () => number;
  private time = 0;

  constructor(gap: () => number) {
    super();
    this.gap = gap;
  }

  next(): number {
    const wait = this.gap();
    if (!(wait >= 0))
      throw new RangeError(`renewal arrivals: found a gap of ${wait}, expected 0 or more; choose a distribution that is never negative`);
    return (this.time += wait);
  }
}

/** Poisson arrivals at a constant rate. */
export function poissonArrivals(rate: number, stream: RandomStream): ArrivalProcess {
  requirePositive("poisson arrivals", "rate", rate);
  return renewalArrivals(() => stream.exponential(1 / rate));
}

/**
 * Poisson arrivals whose rate varies with time: candidates at `maximum`, each kept with probability rate(time) / maximum (thinning, Lewis
 * and Shedler 1979). No arrivals after `end`: the search would not stop where the rate stays at 0.
 */
export const varyingPoissonArrivals = (options: VaryingRate, stream: RandomStream): ArrivalProcess => new VaryingPoisson(options, stream);

export interface VaryingRate {
  readonly rate: (time: number) => number;
  /** The rate never exceeds it. */
  readonly maximum: number;
  readonly end: number;
}

class VaryingPoisson extends SavedFields implements ArrivalProcess {
  private readonly options: VaryingRate;
  private readonly stream: RandomStream;
  private time = 0;

  constructor(options: VaryingRate, stream: RandomStream) {
    super();
    requirePositive("varying poisson arrivals", "maximum", options.maximum);
    this.options = options;
    this.stream = stream;
  }

  next(): number {
    const { options, stream } = this;
    const { maximum, end } = options;
    for (;;) {
      this.time += stream.exponential(1 / maximum);
      if (!(this.time <= end)) return Infinity;
      const rate = options.rate(this.time);
      if (!(rate >= 0 && rate <= maximum)) {
        throw new RangeError(
          `varying poisson arrivals: found rate ${rate} at time ${this.time}, expected 0 to the maximum ${maximum}; raise the maximum`,
        );
      }
      if (stream.next() * maximum < rate) return this.time;
    }
  }
}

/** A state of the environment that modulates arrivals. */
export interface ModulatingState {
  /** Poisson rate of arrivals in this state, 0 or more. */
  readonly rate: number;
  /** Rates of moving to each state; the entry for the state itself is ignored. All 0: the state is never left. */
  readonly transitions: readonly number[];
}

/**
 * Markov-modulated Poisson process, starting in state `start` (default 0).
 * @throws RangeError if a rate is negative, or some state never leads to one with arrivals.
 */
export const mmppArrivals = (states: readonly ModulatingState[], stream: RandomStream, start = 0): ArrivalProcess =>
  new ModulatedPoisson(states, stream, start);

class ModulatedPoisson extends SavedFields implements ArrivalProcess {
  private readonly states: readonly ModulatingState[];
  private readonly stream: RandomStream;
  /** By state: sum of the rates of moving to others. */
  private readonly leaving: readonly number[];
  private time = 0;
  private current: number;

  constructor(states: readonly ModulatingState[], stream: RandomStream, start: number) {
    super();
    checkModulation(states, start);
    this.states = states;
    this.stream = stream;
    this.leaving = states.map((state, i) => state.transitions.reduce((sum, rate, j) => (j === i ? sum : sum + rate), 0));
    this.current = start;
  }

  next(): number {
    for (;;) {
      const { rate, transitions } = this.states[this.current];
      const total = rate + this.leaving[this.current];
      this.time += this.stream.exponential(1 / total);
      let choice = this.stream.next() * total - rate;
      if (choice < 0) return this.time;
      let target = this.current;
      for (let j = 0; j < transitions.length; j++) {
        if (j === this.current || transitions[j] === 0) continue;
        target = j;
        choice -= transitions[j];
        if (choice < 0) break;
      }
      this.current = target;
    }
  }
}

function checkModulation(states: readonly ModulatingState[], start: number): void {
  if (states[start] === undefined) throw new RangeError(`mmpp: found start state ${start}, expected 0 to ${states.length - 1}`);
  states.forEach((state, i) => {
    if (state.transitions.length !== states.length) {
      throw new RangeError(`mmpp state ${i}: found ${state.transitions.length} transition rates, expected ${states.length}, one a state`);
    }
    for (const rate of [state.rate, ...state.transitions]) {
      if (!(rate >= 0 && rate < Infinity))
        throw new RangeError(`mmpp state ${i}: found rate ${rate}, expected a finite number of at least 0`);
    }
  });
  // Spread "leads to arrivals" backwards along the transitions until nothing changes.
  const leads = states.map((state) => state.rate > 0);
  for (let round = 0; round < states.length; round++) {
    states.forEach((state, i) => (leads[i] ||= state.transitions.some((rate, j) => rate > 0 && leads[j])));
  }
  const stuck = leads.indexOf(false);
  if (stuck >= 0) throw new RangeError(`mmpp state ${stuck}: found no way to a state with arrivals; give it a rate or a transition`);
}

export interface OnOffPeriods {
  /** Lengths of the periods with arrivals and of the silent ones. */
  readonly on: () => number;
  readonly off: () => number;
  /** Gaps between arrivals. */
  readonly gap: () => number;
}

/** Periods with arrivals alternate with silent ones, beginning with one that is on. A gap that a period cuts off is forgotten. */
export const onOffArrivals = (periods: OnOffPeriods): ArrivalProcess => new OnOff(periods);

class OnOff extends SavedFields implements ArrivalProcess {
  private readonly periods: OnOffPeriods;
  private time = 0;
  private periodEnd: number;

  constructor(periods: OnOffPeriods) {
    super();
    this.periods = periods;
    this.periodEnd = periods.on();
  }

  next(): number {
    const { on, off, gap } = this.periods;
    for (let empty = 0; empty <= 1_000_000; empty++) {
      const candidate = this.time + gap();
      if (candidate < this.periodEnd) return (this.time = candidate);
      this.time = this.periodEnd + off();
      this.periodEnd = this.time + on();
    }
    throw new RangeError("on/off arrivals: found a million periods without an arrival, expected gaps shorter than the on periods");
  }
}

/** Every arrival of `arrivals` brings `size()` customers at the same instant; sizes are rounded to whole numbers, at least 1. */
export const batchArrivals = (arrivals: ArrivalProcess, size: () => number): ArrivalProcess => new Batches(arrivals, size);

class Batches extends SavedFields implements ArrivalProcess {
  private readonly arrivals: ArrivalProcess;
  private readonly size: () => number;
  private time = 0;
  private left = 0;

  constructor(arrivals: ArrivalProcess, size: () => number) {
    super();
    this.arrivals = arrivals;
    this.size = size;
  }

  override save(): unknown {
    return { fields: super.save(), arrivals: this.arrivals.save() };
  }

  override restore(state: unknown): void {
    const { fields, arrivals } = state as { fields: unknown; arrivals: unknown };
    super.restore(fields);
    this.arrivals.restore(arrivals);
  }

  protected override get unsaved(): readonly string[] {
    return ["arrivals"];
  }

  next(): number {
    if (this.left === 0) {
      this.time = this.arrivals.next();
      this.left = Math.max(1, Math.round(this.size()));
    }
    this.left--;
    return this.time;
  }
}

/** Recorded times, in ascending order. @throws RangeError where they are not. */
export const traceArrivals = (times: readonly number[]): ArrivalProcess => new Recorded(times);

class Recorded extends SavedFields implements ArrivalProcess {
  private readonly times: readonly number[];
  private position = 0;

  constructor(times: readonly number[]) {
    super();
    const odd = times.findIndex((time, i) => !(time >= (i === 0 ? 0 : times[i - 1]) && time < Infinity));
    if (odd >= 0) {
      throw new RangeError(
        `trace arrivals: times[${odd}]: found ${times[odd]} after ${odd === 0 ? 0 : times[odd - 1]}, expected ascending times; sort the trace`,
      );
    }
    this.times = times;
  }

  protected override get unsaved(): readonly string[] {
    return ["times"];
  }

  next(): number {
    return this.position < this.times.length ? this.times[this.position++] : Infinity;
  }
}
