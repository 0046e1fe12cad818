// Arrival processes: sources that a model asks for the next arrival, one at a time, so that only one is ever pending.
import type { RandomStream } from "./stream.ts";

/**
 * `next()` gives the time of the next arrival: never before the one given last, equal to it within a batch, Infinity when there will be
 * no more. Times share one unit (normally seconds from the start); rates are per that unit.
 */
export interface ArrivalProcess {
  next(): number;
}

function requirePositive(where: string, name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${where}: ${name}: found ${value}, expected a finite number above 0`);
}

/** Independent gaps, e.g. from `sampler`; exponential gaps make it a Poisson process. */
export function renewalArrivals(gap: () => number): ArrivalProcess {
  let time = 0;
  return {
    next() {
      const wait = gap();
      if (!(wait >= 0))
        throw new RangeError(`renewal arrivals: found a gap of ${wait}, expected 0 or more; choose a distribution that is never negative`);
      return (time += wait);
    },
  };
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
export function varyingPoissonArrivals(
  options: { readonly rate: (time: number) => number; readonly maximum: number; readonly end: number },
  stream: RandomStream,
): ArrivalProcess {
  const { rate, maximum, end } = options;
  requirePositive("varying poisson arrivals", "maximum", maximum);
  let time = 0;
  return {
    next() {
      while (time <= end) {
        time += stream.exponential(1 / maximum);
        const now = rate(time);
        if (!(now >= 0 && now <= maximum)) {
          throw new RangeError(
            `varying poisson arrivals: found rate ${now} at time ${time}, expected 0 to the maximum ${maximum}; raise the maximum`,
          );
        }
        if (stream.next() * maximum < now && time <= end) return time;
      }
      return Infinity;
    },
  };
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
export function mmppArrivals(states: readonly ModulatingState[], stream: RandomStream, start = 0): ArrivalProcess {
  checkModulation(states, start);
  const leaving = states.map((state, i) => state.transitions.reduce((sum, rate, j) => (j === i ? sum : sum + rate), 0));
  let time = 0;
  let current = start;
  return {
    next() {
      for (;;) {
        const { rate, transitions } = states[current];
        const total = rate + leaving[current];
        time += stream.exponential(1 / total);
        let choice = stream.next() * total - rate;
        if (choice < 0) return time;
        let target = current;
        for (let j = 0; j < transitions.length; j++) {
          if (j === current || transitions[j] === 0) continue;
          target = j;
          choice -= transitions[j];
          if (choice < 0) break;
        }
        current = target;
      }
    },
  };
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

/** Periods with arrivals alternate with silent ones, beginning with one that is on. A gap that a period cuts off is forgotten. */
export function onOffArrivals(options: {
  readonly on: () => number;
  readonly off: () => number;
  readonly gap: () => number;
}): ArrivalProcess {
  const { on, off, gap } = options;
  let time = 0;
  let periodEnd = on();
  let emptyPeriods = 0;
  return {
    next() {
      for (;;) {
        const candidate = time + gap();
        if (candidate < periodEnd) {
          emptyPeriods = 0;
          return (time = candidate);
        }
        if (++emptyPeriods > 1_000_000) {
          throw new RangeError("on/off arrivals: found a million periods without an arrival, expected gaps shorter than the on periods");
        }
        time = periodEnd + off();
        periodEnd = time + on();
      }
    },
  };
}

/** Every arrival of `arrivals` brings `size()` customers at the same instant; sizes are rounded to whole numbers, at least 1. */
export function batchArrivals(arrivals: ArrivalProcess, size: () => number): ArrivalProcess {
  let time = 0;
  let left = 0;
  return {
    next() {
      if (left === 0) {
        time = arrivals.next();
        left = Math.max(1, Math.round(size()));
      }
      left--;
      return time;
    },
  };
}

/** Recorded times, in ascending order. @throws RangeError where they are not. */
export function traceArrivals(times: readonly number[]): ArrivalProcess {
  const odd = times.findIndex((time, i) => !(time >= (i === 0 ? 0 : times[i - 1]) && time < Infinity));
  if (odd >= 0) {
    throw new RangeError(
      `trace arrivals: times[${odd}]: found ${times[odd]} after ${odd === 0 ? 0 : times[odd - 1]}, expected ascending times; sort the trace`,
    );
  }
  let position = 0;
  return { next: () => (position < times.length ? times[position++] : Infinity) };
}
