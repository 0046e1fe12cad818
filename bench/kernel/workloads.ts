/** Classic workloads for event queues, driven through the public simulation: what a user's handlers would do, and nothing else. */
import { type HandlerId, HORIZON, type Process, Simulation, type Tracer } from "../../engine/index.ts";

/** Increments are a table, so that no random number generator is measured; long enough not to repeat within a cache. */
export const TABLE_SIZE = 1 << 18;

const uniform = (() => {
  let state = 12345;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
    return (((mixed ^ (mixed >>> 15)) >>> 0) + 0.5) / 4294967296;
  };
})();

const table = (next: () => number): Float64Array => Float64Array.from({ length: TABLE_SIZE }, () => Math.round(next()));

const MEAN = 1e8; // [ns]: at a million pending events, equal times are still rare

/** Increments [ns] by the shape of their distribution. */
export const INCREMENTS: Readonly<Record<string, Float64Array>> = {
  exponential: table(() => -Math.log(uniform()) * MEAN),
  "tied (whole tenths of the mean)": table(() => Math.ceil(uniform() * 20) * (MEAN / 10)),
  "bimodal (90:10, 1:100)": table(() => (uniform() < 0.9 ? uniform() * MEAN * 0.2 : uniform() * MEAN * 20)),
  "Pareto (1.5)": table(() => (MEAN / 3) * uniform() ** (-1 / 1.5)),
  triangular: table(() => MEAN * 1.5 * Math.sqrt(uniform())),
  "half zero delays": table(() => (uniform() < 0.5 ? 0 : -Math.log(uniform()) * 2 * MEAN)),
};

// The state of a model is in machine words, as that of its twin in C++ is: what is compared is the calendar.
const NEXT = 0; // increment
const CHECK = 1;
const LEFT = 2;
const RANDOM = 3;

/** Runs `operations` more events and returns the checksum of their order. */
export type Workload = (operations: number) => number;

/** Hold model: each event schedules its successor. */
export function hold(pending: number, increments: Float64Array, tracer?: Tracer): Workload {
  const simulation = new Simulation({ seed: 1 });
  if (tracer !== undefined) simulation.attach(tracer);
  const mask = increments.length - 1;
  const state = new Int32Array(3);
  const event: HandlerId = simulation.on("hold", (arg) => {
    state[CHECK] = Math.imul(state[CHECK], 31) + arg;
    simulation.after(increments[state[NEXT]], event, arg);
    state[NEXT] = (state[NEXT] + 1) & mask;
    if (--state[LEFT] === 0) simulation.stop();
  });
  for (let arg = 0; arg < pending; arg++) {
    simulation.after(increments[state[NEXT]], event, arg);
    state[NEXT] = (state[NEXT] + 1) & mask;
  }
  return (operations) => {
    state[LEFT] = operations;
    simulation.run(HORIZON);
    return state[CHECK];
  };
}

/** Hold model in which every other event, on average, also moves another pending event. */
export function cancel(pending: number, increments: Float64Array): Workload {
  const simulation = new Simulation({ seed: 1 });
  const handles = new Float64Array(pending);
  const mask = increments.length - 1;
  const state = new Int32Array(4);
  state[RANDOM] = 1;
  const event: HandlerId = simulation.on("cancel", (arg) => {
    state[CHECK] = Math.imul(state[CHECK], 31) + arg;
    handles[arg] = simulation.after(increments[state[NEXT]], event, arg);
    state[NEXT] = (state[NEXT] + 1) & mask;
    state[RANDOM] = Math.imul(state[RANDOM], 1664525) + 1013904223;
    const random = state[RANDOM];
    if (random < 0) {
      const other = (((random & 0x7fffffff) * pending) / 2147483648) | 0;
      handles[other] = simulation.reschedule(handles[other], simulation.now + increments[state[NEXT]]);
      state[NEXT] = (state[NEXT] + 1) & mask;
    }
    if (--state[LEFT] === 0) simulation.stop();
  });
  for (let arg = 0; arg < pending; arg++) {
    handles[arg] = simulation.after(increments[state[NEXT]], event, arg);
    state[NEXT] = (state[NEXT] + 1) & mask;
  }
  return (operations) => {
    state[LEFT] = operations;
    simulation.run(HORIZON);
    return state[CHECK];
  };
}

/** `size` events at one instant, each of which schedules another for the next instant at once: a barrier, a broadcast. */
export function burst(size: number): Workload {
  const simulation = new Simulation({ seed: 1 });
  const state = new Int32Array(3);
  const woken = simulation.on("woken", (arg) => {
    state[CHECK] += arg;
    if (--state[LEFT] === 0) simulation.stop();
  });
  const broadcast: HandlerId = simulation.on("broadcast", () => {
    for (let arg = 0; arg < size; arg++) simulation.after(0, woken, 1);
    simulation.after(1_000_000, broadcast);
  });
  simulation.at(0, broadcast);
  return (operations) => {
    state[LEFT] = operations;
    state[CHECK] = 0;
    simulation.run(HORIZON);
    return state[CHECK];
  };
}

const KINDS = 8;

/** Hold model with eight kinds of handlers, as a real model has: no call site sees only one. */
export function handlers(pending: number, increments: Float64Array): Workload {
  const simulation = new Simulation({ seed: 1 });
  const mask = increments.length - 1;
  const state = new Int32Array(3);
  const kinds: HandlerId[] = [];
  for (let kind = 0; kind < KINDS; kind++) {
    kinds.push(
      simulation.on(`kind ${kind}`, (arg) => {
        state[CHECK] = Math.imul(state[CHECK], 31) + arg;
        simulation.after(increments[state[NEXT]], kinds[kind], arg);
        state[NEXT] = (state[NEXT] + 1) & mask;
        if (--state[LEFT] === 0) simulation.stop();
      }),
    );
  }
  for (let arg = 0; arg < pending; arg++) {
    simulation.after(increments[state[NEXT]], kinds[arg % KINDS], arg);
    state[NEXT] = (state[NEXT] + 1) & mask;
  }
  return (operations) => {
    state[LEFT] = operations;
    simulation.run(HORIZON);
    return state[CHECK];
  };
}

/** The same as processes. */
export function processes(pending: number, increments: Float64Array, how: "hold" | "timeout"): Workload {
  const simulation = new Simulation({ seed: 1 });
  const mask = increments.length - 1;
  const state = new Int32Array(3);
  const draw = (): number => {
    const increment = increments[state[NEXT]];
    state[NEXT] = (state[NEXT] + 1) & mask;
    return increment;
  };
  const count = (arg: number): void => {
    state[CHECK] = Math.imul(state[CHECK], 31) + arg;
    if (--state[LEFT] === 0) simulation.stop();
  };
  function* holding(arg: number): Process {
    for (;;) {
      yield simulation.hold(draw());
      count(arg);
    }
  }
  function* timing(arg: number): Process {
    for (;;) {
      yield* simulation.timeout(draw());
      count(arg);
    }
  }
  for (let arg = 0; arg < pending; arg++) simulation.spawn("process", how === "hold" ? holding(arg) : timing(arg));
  simulation.step(); // all of them start at 0
  return (operations) => {
    state[LEFT] = operations;
    simulation.run(HORIZON);
    return state[CHECK];
  };
}
