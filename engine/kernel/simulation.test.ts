import { describe, expect, test } from "vitest";
import { BudgetError, SimulationError } from "./failure.ts";
import { notify } from "../stations/notify.ts";
import type { Process } from "./process.ts";
import { Simulation } from "./simulation.ts";
import type { StationCounters } from "./station.ts";
import { formatTime, HORIZON, nanoseconds } from "./time.ts";

describe("run", () => {
  test("nothing pending: drained, and the clock stays at the last event", () => {
    const simulation = new Simulation({ seed: 1 });
    simulation.at(
      5,
      simulation.on("event", () => {}),
    );
    expect(simulation.run(100)).toEqual({ kind: "drained", at: 5 });
  });

  test("events at the deadline still run; then the clock stands at the deadline and the run can go on", () => {
    const simulation = new Simulation({ seed: 1 });
    const seen: number[] = [];
    const event = simulation.on("event", (arg) => seen.push(arg));
    for (const time of [5, 10, 11]) simulation.at(time, event, time);
    expect(simulation.run(10)).toEqual({ kind: "deadline", at: 10 });
    expect(seen).toEqual([5, 10]);
    simulation.after(0, event, 100);
    expect(simulation.run(HORIZON)).toEqual({ kind: "drained", at: 11 });
    expect(seen).toEqual([5, 10, 100, 11]);
  });

  test("stop returns before the next event, even one at the same instant", () => {
    const simulation = new Simulation({ seed: 1 });
    const seen: number[] = [];
    const event = simulation.on("event", (arg) => {
      seen.push(arg);
      simulation.stop();
    });
    for (const arg of [1, 2]) simulation.at(5, event, arg);
    expect(simulation.run(10)).toEqual({ kind: "stopped", at: 5 });
    expect(seen).toEqual([1]);
    expect(simulation.eventCount).toBe(1);
  });

  test("an error names handler, argument, time and event, and keeps the cause", () => {
    const simulation = new Simulation({ seed: 1 });
    const cause = new TypeError("no such disk");
    simulation.at(
      nanoseconds(1.5),
      simulation.on("read", () => {
        throw cause;
      }),
      7,
    );
    const failing = () => simulation.run(HORIZON);
    expect(failing).toThrow('handler "read" (argument 7) at 1.5 s, event 1: no such disk');
    simulation.after(0, 0, 7);
    expect(failing).toThrow(SimulationError);
  });

  test("misuse inside a handler says where, too", () => {
    const simulation = new Simulation({ seed: 1 });
    simulation.at(
      5,
      simulation.on("hasty", () => simulation.hold(1)),
    );
    expect(() => simulation.run(HORIZON)).toThrow(/^handler "hasty" .* at 0.000000005 s, event 1: hold\(\) outside a process/);
  });

  test("an error of the calendar inside a handler says where, too", () => {
    const simulation = new Simulation({ seed: 1 });
    const event = simulation.on("late", () => simulation.at(3, event));
    simulation.at(5, event);
    expect(() => simulation.run(10)).toThrow(/handler "late" \(argument 0\) at 0.000000005 s, event 1: cannot schedule at 3 ns/);
  });

  test("running backwards and running within a run are refused", () => {
    const simulation = new Simulation({ seed: 1 });
    simulation.run(0);
    simulation.at(
      5,
      simulation.on("nested", () => simulation.run(9)),
    );
    expect(() => simulation.run(9)).toThrow(/it is running already/);
    expect(() => simulation.run(2)).toThrow("cannot run until 2 ns: expected a whole number from now, 5 ns");
    expect(() => simulation.run(9.5)).toThrow("cannot run until 9.5 ns");
  });
});

describe("budgets", () => {
  test("a loop without delay is stopped with a message that names its handler", () => {
    const simulation = new Simulation({ seed: 1, guards: { eventsPerInstant: 1000 } });
    const loop = simulation.on("poll", () => simulation.after(0, loop));
    simulation.at(5, loop);
    expect(() => simulation.run(HORIZON)).toThrow(/handler "poll".*at 0.000000005 s.*more than 1000 events at one instant/);
    expect(simulation.eventCount).toBeLessThanOrEqual(2001);
  });

  test("as many events at one instant as the budget allows do no harm", () => {
    const simulation = new Simulation({ seed: 1, guards: { eventsPerInstant: 1000 } });
    const event = simulation.on("event", () => {});
    for (const time of [5, 6, 7]) for (let n = 0; n < 1000; n++) simulation.at(time, event);
    expect(simulation.run(HORIZON).kind).toBe("drained");
  });

  test("processes that spawn each other before any event are named as well", () => {
    const simulation = new Simulation({ seed: 1, guards: { eventsPerInstant: 100 } });
    function* restless(): Process {
      simulation.spawn("restless", restless());
      yield* simulation.allOf(); // nothing
    }
    simulation.spawn("restless", restless());
    expect(() => simulation.run(1)).toThrow(/^handler "process" .*: more than 100 events at one instant/);
  });

  test("the budget of events is exact, over several runs", () => {
    const simulation = new Simulation({ seed: 1, guards: { events: 10 } });
    const tick = simulation.on("tick", () => simulation.after(1, tick));
    simulation.at(0, tick);
    simulation.run(6); // 7 events
    expect(() => simulation.run(100)).toThrow(BudgetError);
    expect(simulation.eventCount).toBe(11); // the eleventh was refused
    expect(simulation.now).toBe(10);
  });

  test("the budget of simulated time stops a run that would go beyond", () => {
    const simulation = new Simulation({ seed: 1, guards: { time: nanoseconds(2) } });
    const tick = simulation.on("tick", () => simulation.after(nanoseconds(1), tick));
    simulation.at(0, tick);
    expect(() => simulation.run(nanoseconds(5))).toThrow("the budget of 2 s of simulated time is used up after 3 events");
  });
});

describe("fingerprint", () => {
  const run = (times: readonly number[], arg = 0, handlers = ["a", "b"]) => {
    const simulation = new Simulation({ seed: 1 });
    const [, b] = handlers.map((name) => simulation.on(name, () => {}));
    for (const time of times) simulation.at(time, b, arg);
    simulation.run(HORIZON);
    return simulation.fingerprint();
  };

  test("16 hexadecimal digits, equal for equal runs, different where time, argument or handler differ by one", () => {
    const base = run([1, 2, 3]);
    expect(base).toMatch(/^[0-9a-f]{16}$/);
    expect(run([1, 2, 3])).toBe(base);
    const others = [
      run([1, 2, 4]),
      run([1, 2 ** 40, 2 ** 41]),
      run([1, 2, 3], 1),
      run([1, 2, 3], 0, ["a", "x", "b"].reverse().slice(1)),
      run([1, 2]),
    ];
    expect(others[3]).toBe(base); // names do not count, numbers do
    expect(new Set([base, others[0], others[1], others[2], others[4]]).size).toBe(5);
  });

  test("does not depend on what was cancelled, nor on how the run was cut into pieces", () => {
    const simulation = new Simulation({ seed: 1 });
    simulation.on("a", () => {});
    const b = simulation.on("b", () => {});
    for (const time of [1, 2, 3]) simulation.at(time, b);
    simulation.cancel(simulation.at(2, b, 9));
    for (const until of [0, 1, 2, 3]) simulation.run(until);
    expect(simulation.fingerprint()).toBe(run([1, 2, 3]));
  });

  test("single differing bits anywhere give different fingerprints", () => {
    const seen = new Set<string>();
    for (let bit = 0; bit < 52; bit++) seen.add(run([2 ** bit + (bit === 0 ? 0 : 1), HORIZON]));
    for (let bit = 0; bit < 32; bit++) seen.add(run([0, HORIZON], 1 << bit));
    expect(seen.size).toBe(52 + 32);
  });
});

describe("save, restore, fork", () => {
  /** Random walk with handlers only: its own state is registered with `keep`. */
  const build = (seed: number | string) => {
    const simulation = new Simulation({ seed });
    const stream = simulation.stream("walk");
    const state = { sum: 0 };
    const step = simulation.on("step", () => {
      state.sum += stream.next();
      simulation.after(1 + stream.integer(1000), step);
    });
    simulation.at(0, step);
    simulation.keep("walk", { save: () => ({ ...state }), restore: (saved) => Object.assign(state, saved) });
    return { simulation, state };
  };

  test("a restored run goes on exactly as the original did, in the same simulation and in another one", () => {
    const original = build(1);
    original.simulation.run(1e5);
    const saved = structuredClone(original.simulation.save());
    original.simulation.run(2e5);
    const expected = [original.state.sum, original.simulation.fingerprint(), original.simulation.eventCount];
    for (const other of [original, build(1)]) {
      other.simulation.restore(saved);
      expect(other.simulation.now).toBe(1e5);
      other.simulation.run(2e5);
      expect([other.state.sum, other.simulation.fingerprint(), other.simulation.eventCount]).toEqual(expected);
    }
  });

  test("many futures of one past: streams of their own", () => {
    const original = build(1);
    original.simulation.run(1e5);
    const saved = original.simulation.save();
    const futures = [2, 3, 3].map((seed) => {
      const { simulation, state } = build(seed);
      simulation.restore(saved, { streams: "own" });
      const past = state.sum;
      simulation.run(2e5);
      return { past, sum: state.sum };
    });
    expect(new Set(futures.map(({ past }) => past))).toEqual(new Set([(saved.parts.walk as { sum: number }).sum]));
    expect(futures[0].sum).not.toBe(futures[1].sum);
    expect(futures[1].sum).toBe(futures[2].sum);
  });

  test("refused with a living process, a station that cannot be saved, and a simulation built differently", () => {
    const { simulation } = build(1);
    const saved = simulation.save();
    const process = simulation.spawn(
      "pump",
      (function* () {
        yield* simulation.timeout(1e9);
      })(),
    );
    expect(() => simulation.save()).toThrow(/cannot save: 1 processes are alive \("pump"\)/);
    simulation.kill(process);
    simulation.register({ name: "dock", kind: "gate", counters: () => ({}) as StationCounters });
    expect(() => simulation.save()).toThrow('cannot save station "dock": a gate has no save and restore');
    const other = build(1).simulation;
    notify(other, other.timeout(5), 0);
    expect(() => other.save()).toThrow("cannot save: 1 timeouts are waited for by notify");
    expect(() => new Simulation({ seed: 1 }).restore(saved)).toThrow(/build both the same way/);
  });
});

test("a time for people", () => {
  expect([0, 1, 1.5e9, 12_000_000_345, 60e9].map(formatTime)).toEqual(["0 s", "0.000000001 s", "1.5 s", "12.000000345 s", "60 s"]);
});

test("toString shows clock and next events", () => {
  const simulation = new Simulation({ seed: 1 });
  const event = simulation.on("arrival", () => {});
  for (let n = 12; n > 0; n--) simulation.at(nanoseconds(n), event, n);
  expect(simulation.toString()).toMatch(/^simulation at 0 s, 0 events executed, 12 pending\n {2}1 s {2}arrival\(1\)\n[^]*and 2 more$/);
});

test("a tracer that fails when a process starts is not taken for a handler", () => {
  const simulation = new Simulation({ seed: 1 });
  simulation.attach({
    event: () => {
      throw new Error("disk full");
    },
  });
  function* idle(): Process {}
  simulation.spawn("idle", idle());
  expect(() => simulation.run(1)).toThrow("the start of a process at 0 s, event 1: disk full");
});
