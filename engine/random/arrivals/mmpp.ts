import { type Nanoseconds, nanoseconds } from "../../kernel/time.ts";
import type { RandomStream } from "../stream.ts";
import { type ArrivalKind, ArrivalProcess } from "./arrival-process.ts";

/** A state of the environment that modulates arrivals. */
export interface ModulatingState {
  /** Poisson rate of arrivals in this state, 0 or more [1/s]. */
  readonly rate: number;
  /** Rates of moving to each state [1/s]; the entry for the state itself is ignored. All 0: the state is never left. */
  readonly transitions: readonly number[];
}

const leavingRate = ({ transitions }: ModulatingState, own: number): number =>
  transitions.reduce((sum, rate, to) => (to === own ? sum : sum + rate), 0);

/** Markov-modulated Poisson process: arrivals at the rate of the present state, beginning in state `start`, 0 if not given. */
export interface MmppSpec {
  readonly kind: "mmpp";
  readonly states: readonly ModulatingState[];
  readonly start?: number;
}

class ModulatedArrivals extends ArrivalProcess {
  private readonly states: readonly ModulatingState[];
  private readonly stream: RandomStream;
  /** By state: sum of the rates of moving to others. */
  private readonly leaving: readonly number[];
  private time: Nanoseconds = 0;
  private current: number;

  constructor({ states, start = 0 }: MmppSpec, stream: RandomStream) {
    super();
    checkModulation(states, start);
    this.states = states;
    this.stream = stream;
    this.leaving = states.map(leavingRate);
    this.current = start;
  }

  next(): Nanoseconds {
    for (;;) {
      const { rate, transitions } = this.states[this.current];
      const total = rate + this.leaving[this.current];
      this.time += nanoseconds(this.stream.exponential(1 / total));
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
  if (states[start] === undefined) throw new RangeError(`mmpp arrivals: found start state ${start}, expected 0 to ${states.length - 1}`);
  states.forEach((state, i) => {
    if (state.transitions.length !== states.length) {
      throw new RangeError(
        `mmpp arrivals: state ${i}: found ${state.transitions.length} transition rates, expected ${states.length}, one a state`,
      );
    }
    for (const rate of [state.rate, ...state.transitions]) {
      if (!(rate >= 0 && rate < Infinity))
        throw new RangeError(`mmpp arrivals: state ${i}: found rate ${rate}, expected a finite number of at least 0`);
    }
  });
  const hub = hubOf(states);
  if (hub < 0) {
    throw new RangeError(
      "mmpp arrivals: found no state that all others lead to, so the rate in the long run is a matter of chance; add transitions",
    );
  }
  if (!(meanRateOf(states) > 0))
    throw new RangeError("mmpp arrivals: found no arrivals in the states that are visited for ever; give one a rate");
}

/** For each state, whether it leads to `target` in any number of transitions. */
function leadTo(states: readonly ModulatingState[], target: number): boolean[] {
  const leads = states.map((_, i) => i === target);
  // Spread it backwards along the transitions until nothing can change any more.
  for (let round = 0; round < states.length; round++) {
    states.forEach((state, i) => (leads[i] ||= state.transitions.some((rate, j) => rate > 0 && leads[j])));
  }
  return leads;
}

/** A state that all others lead to; -1 if there is none. */
const hubOf = (states: readonly ModulatingState[]): number => states.findIndex((_, i) => leadTo(states, i).every(Boolean));

/**
 * Mean over the stationary distribution, found by elimination of one state after the other (Grassmann, Taksar, Heyman, Operations Research
 * 33(5), 1985), which subtracts nothing. The state left last is one that all others lead to, so none is eliminated without a way out.
 */
function meanRateOf(states: readonly ModulatingState[]): number {
  const hub = hubOf(states);
  const order = [hub, ...states.keys()].filter((state, place) => place === 0 || state !== hub);
  const flow = order.map((i) => order.map((j) => states[i].transitions[j]));
  const inflow: number[][] = [];
  for (let last = states.length - 1; last > 0; last--) {
    const out = flow[last].slice(0, last).reduce((sum, rate) => sum + rate, 0);
    inflow[last] = flow.slice(0, last).map((row) => row[last] / out);
    for (let i = 0; i < last; i++) for (let j = 0; j < last; j++) if (i !== j) flow[i][j] += inflow[last][i] * flow[last][j];
  }
  const weight = [1];
  for (let state = 1; state < states.length; state++) {
    weight[state] = inflow[state].reduce((sum, share, from) => sum + weight[from] * share, 0);
  }
  const total = weight.reduce((sum, each) => sum + each, 0);
  return weight.reduce((sum, each, place) => sum + (each / total) * states[order[place]].rate, 0);
}

export const mmpp: ArrivalKind<MmppSpec> = {
  create: (spec, { stream }) => new ModulatedArrivals(spec, stream),
  meanRate: ({ states }) => meanRateOf(states),
  /** Means of 2 and 0.5 s in its two states: shares of time 0.8 and 0.2. */
  /** A mean stay in each state that is ever left. */
  cycle: ({ states }) => {
    const stays = states.map((state, own) => 1 / leavingRate(state, own)).filter(Number.isFinite);
    return { length: stays.reduce((sum, stay) => sum + stay, 0), isCommon: false };
  },
  example: {
    kind: "mmpp",
    states: [
      { rate: 0, transitions: [0, 0.5] },
      { rate: 10, transitions: [2, 0] },
    ],
  },
};
