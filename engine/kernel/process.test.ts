import { describe, expect, expectTypeOf, test } from "vitest";
import { Interrupt, type Process, ProcessFailure, Wait } from "./process.ts";
import { MultiServerQueue } from "../stations/multi-server-queue/multi-server-queue.ts";
import { Simulation } from "./simulation.ts";
import { Door } from "../testing/door.ts";
import { HORIZON } from "./time.ts";

/** Is over at once. */
class Free extends Wait<string> {
  protected override begin(): boolean {
    this.result = "free";
    return true;
  }

  protected override cancel(): void {}

  override describe(): string {
    return "nothing";
  }
}

const setUp = () => {
  const simulation = new Simulation({ seed: 1 });
  const log: string[] = [];
  return { simulation, log, say: (text: string) => log.push(`${simulation.now} ${text}`) };
};

describe("life of a process", () => {
  test("it starts when the present event is over, waits, and gives a typed result to those who wait for its end", () => {
    const { simulation, log, say } = setUp();
    function* child(): Process<number> {
      say("child starts");
      yield* simulation.timeout(5);
      return 42;
    }
    function* parent(): Process {
      const handle = simulation.spawn("child", child());
      say("parent goes on");
      const result = yield* handle;
      expectTypeOf(result).toEqualTypeOf<number>();
      say(`result ${result}`);
      say(`again ${yield* simulation.join(handle)}`);
    }
    simulation.spawn("parent", parent());
    expect(simulation.run(HORIZON)).toEqual({ kind: "drained", at: 5 });
    expect(log).toEqual(["0 parent goes on", "0 child starts", "5 result 42", "5 again 42"]);
    expect(simulation.waiting()).toEqual([]);
  });

  test("hold is a timeout, and what is free does not yield the turn", () => {
    const { simulation, log, say } = setUp();
    function* process(name: string): Process {
      say(`${name} ${yield* new Free()}`);
      yield simulation.hold(10);
      say(name);
    }
    simulation.spawn("a", process("a"));
    simulation.spawn("b", process("b"));
    simulation.run(HORIZON);
    expect(log).toEqual(["0 a free", "0 b free", "10 a", "10 b"]);
    expect(simulation.eventCount).toBe(4);
  });

  test("processes and handlers mix in one order", () => {
    const { simulation, log, say } = setUp();
    const event = simulation.on("event", (arg) => say(`event ${arg}`));
    simulation.at(10, event, 1);
    simulation.spawn(
      "process",
      (function* () {
        yield* simulation.timeout(10);
        say("process");
        simulation.after(0, event, 2);
      })(),
    );
    simulation.at(10, event, 3);
    simulation.run(HORIZON);
    // The process first ran at 0, after both events were scheduled.
    expect(log).toEqual(["10 event 1", "10 event 3", "10 process", "10 event 2"]);
  });

  test("a failure that nobody waits for ends the run, and names process and time", () => {
    const { simulation } = setUp();
    const cause = new Error("disk full");
    simulation.spawn(
      "logger",
      (function* (): Process {
        yield* simulation.timeout(1_500_000_000);
        throw cause;
      })(),
    );
    let caught: unknown;
    try {
      simulation.run(HORIZON);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(ProcessFailure);
    expect(caught).toMatchObject({ message: 'process "logger" failed at 1.5 s: disk full', cause });
  });

  test("a failure that somebody waits for is thrown there", () => {
    const { simulation, log, say } = setUp();
    function* child(): Process<string> {
      yield* simulation.timeout(3);
      throw new Error("no");
    }
    simulation.spawn(
      "parent",
      (function* (): Process {
        const handle = simulation.spawn("child", child());
        for (let i = 0; i < 2; i++) {
          try {
            yield* handle;
          } catch (error) {
            say((error as Error).message);
          }
        }
      })(),
    );
    simulation.run(HORIZON);
    expect(log).toEqual(Array(2).fill('3 process "child" failed at 0.000000003 s: no'));
  });

  test("those spawned in an event start right after it, first come first, before anything else that is due", () => {
    const { simulation, log, say } = setUp();
    function* child(name: string): Process {
      say(name);
      if (name === "first") simulation.spawn("grandchild", child("grandchild"));
      yield* simulation.allOf(); // nothing
    }
    const parent = simulation.on("parent", () => {
      simulation.spawn("first", child("first"));
      simulation.spawn("second", child("second"));
      say("parent ends");
    });
    const other = simulation.on("other", () => say("other"));
    simulation.at(3, parent);
    simulation.at(3, other);
    simulation.spawn("before the run", child("before the run"));
    simulation.run(HORIZON);
    expect(log).toEqual(["0 before the run", "3 parent ends", "3 first", "3 second", "3 grandchild", "3 other"]);
    expect(simulation.eventCount).toBe(6);
  });

  test("one that is killed before it starts never runs; one spawned after it still waits for its own turn", () => {
    const { simulation, log, say } = setUp();
    function* child(name: string): Process {
      say(name);
      yield simulation.hold(1);
    }
    simulation.at(
      1,
      simulation.on("parent", () => {
        const victim = simulation.spawn("victim", child("victim"));
        simulation.spawn("first", child("first"));
        simulation.kill(victim);
        expect(victim.state).toBe("killed");
        simulation.spawn("second", child("second"));
        expect(simulation.waiting().map(({ process, waitsFor }) => `${process}: ${waitsFor}`)).toEqual([
          "first: its turn",
          "second: its turn",
        ]);
      }),
    );
    simulation.run(HORIZON);
    expect(log).toEqual(["1 first", "1 second"]);
    expect(simulation.waiting()).toEqual([]);
  });

  test("an interrupt before the start is thrown at the start", () => {
    const { simulation } = setUp();
    const child = simulation.spawn(
      "child",
      (function* (): Process {
        yield simulation.hold(1);
      })(),
    );
    simulation.interrupt(child, "too early");
    expect(() => simulation.run(HORIZON)).toThrow(/process "child" failed at 0 s: interrupted: too early/);
    expect(child.state).toBe("failed");
  });

  test("stop() holds back those not begun until the next run; step() begins one at a time", () => {
    const { simulation, log, say } = setUp();
    function* child(name: string): Process {
      say(name);
      simulation.stop();
      yield simulation.hold(1);
    }
    for (const name of ["a", "b", "c"]) simulation.spawn(name, child(name));
    expect(simulation.run(HORIZON)).toEqual({ kind: "stopped", at: 0 });
    expect(log).toEqual(["0 a"]);
    expect(simulation.step()?.handler).toBe("process");
    expect(log).toEqual(["0 a", "0 b"]);
    simulation.run(HORIZON);
    expect(log).toEqual(["0 a", "0 b", "0 c"]);
  });

  test("processes that spawn each other without end are stopped by the budget of an instant", () => {
    const simulation = new Simulation({ seed: 1, guards: { eventsPerInstant: 1000 } });
    function* endless(): Process {
      simulation.spawn("next", endless());
      yield* simulation.allOf(); // nothing
    }
    simulation.spawn("first", endless());
    expect(() => simulation.run(HORIZON)).toThrow(/more than 1000 events at one instant/);
  });

  test("misuse is explained: a wait used twice, a yield of nothing, hold outside a process, hold without a yield", () => {
    const run = (body: (simulation: Simulation) => Process) => () => {
      const simulation = new Simulation({ seed: 1 });
      simulation.spawn("p", body(simulation));
      simulation.run(HORIZON);
    };
    expect(
      run(function* (simulation) {
        const wait = simulation.timeout(1);
        yield wait;
        yield wait;
      }),
    ).toThrow(/waiting twice for the same a timeout of 0.000000001 s: ask for a new one/);
    expect(
      run(function* () {
        yield undefined;
      }),
    ).toThrow(/yielded nothing to wait for/);
    expect(
      run(function* (simulation) {
        simulation.hold(1);
        yield simulation.hold(2);
      }),
    ).toThrow(/hold\(\) without a yield after the wait before/);
    expect(() => new Simulation({ seed: 1 }).hold(1)).toThrow(/hold\(\) outside a process/);
  });
});

test("a wait after a hold that was not yielded is refused, wherever the hold was", () => {
  const simulation = new Simulation({ seed: 1 });
  const queue = new MultiServerQueue(simulation, { name: "queue", servers: 1 });
  for (const hold of [() => simulation.hold(5), () => queue.hold(5)]) {
    simulation.spawn(
      "hasty",
      (function* (): Process {
        hold();
        yield* simulation.timeout(3);
      })(),
    );
    expect(() => simulation.run(100)).toThrow(/process "hasty" failed .*: hold\(\) without a yield before the wait for a timeout/);
    expect(simulation.run(100).kind).toBe("drained");
    expect(simulation.waiting()).toEqual([]);
  }
  expect(queue.counters()).toMatchObject({ arrivals: 1, departures: 1, inStation: 0 });
});

describe("several waits at once", () => {
  test("several waits for one end: each is told once", () => {
    for (const fails of [false, true]) {
      const { simulation, say, log } = setUp();
      const worker = simulation.spawn(
        "worker",
        (function* (): Process<number> {
          yield* simulation.timeout(5);
          if (fails) throw new Error("out of paper");
          return 7;
        })(),
      );
      const join = () => simulation.join(worker);
      for (const combine of [
        () => simulation.anyOf(join(), join()),
        () => simulation.allOf(join(), join()),
        () => simulation.anyOf(join(), simulation.allOf(join(), simulation.timeout(9))),
      ]) {
        simulation.spawn(
          "waiter",
          (function* (): Process {
            try {
              say(JSON.stringify(yield* combine() as Wait<unknown>));
            } catch (error) {
              say((error as Error).message);
            }
            yield* simulation.timeout(10);
            say("later");
          })(),
        );
      }
      simulation.run(HORIZON);
      const told = fails
        ? Array(3).fill('process "worker" failed at 0.000000005 s: out of paper')
        : ['{"index":0,"value":7}', "[7,7]", '{"index":0,"value":7}'];
      expect(log).toEqual([...told.map((text) => `5 ${text}`), ...Array(3).fill("15 later")]);
    }
  });

  test("any of nothing is refused", () => {
    const { simulation } = setUp();
    simulation.spawn(
      "waiter",
      (function* (): Process {
        yield* simulation.anyOf();
      })(),
    );
    expect(() => simulation.run(1)).toThrow("anyOf() without a wait would last for ever");
  });

  test("any of: the first wins, its result is typed, and the others leave no trace", () => {
    const { simulation, say, log } = setUp();
    const door = new Door();
    const opener = simulation.on("open", () => door.open(7));
    simulation.at(5, opener);
    simulation.spawn(
      "p",
      (function* (): Process {
        const first = yield* simulation.anyOf(simulation.timeout(1_000_000), door.pass());
        expectTypeOf(first).toEqualTypeOf<{ readonly index: 0; readonly value: void } | { readonly index: 1; readonly value: number }>();
        say(`${first.index} ${first.value}`);
        const second = yield* simulation.anyOf(door.pass(), simulation.timeout(10));
        say(`${second.index} ${second.value}`);
        const third = yield* simulation.anyOf(door.pass(), new Free(), simulation.timeout(3));
        say(`${third.index} ${third.value}`);
      })(),
    );
    expect(simulation.run(HORIZON)).toEqual({ kind: "drained", at: 15 }); // the lost timeout cannot move the clock
    expect(log).toEqual(["5 1 7", "15 1 undefined", "15 1 free"]);
    expect(door).toMatchObject({ queue: [], returned: 0 });
  });

  test("all of: results in the order of the waits", () => {
    const { simulation, say, log } = setUp();
    const door = new Door();
    simulation.at(
      5,
      simulation.on("open", () => door.open(7)),
    );
    simulation.spawn(
      "p",
      (function* (): Process {
        const [ticket, free] = yield* simulation.allOf(door.pass(), new Free(), simulation.timeout(9));
        expectTypeOf(ticket).toEqualTypeOf<number>();
        expectTypeOf(free).toEqualTypeOf<string>();
        say(`${ticket} ${free}`);
      })(),
    );
    simulation.run(HORIZON);
    expect(log).toEqual(["9 7 free"]);
  });

  test("combinations nest, and a failure in one part gives up the rest", () => {
    const { simulation, say, log } = setUp();
    const door = new Door();
    const failing = simulation.spawn(
      "failing",
      (function* (): Process {
        yield* simulation.timeout(3);
        throw new Error("broken");
      })(),
    );
    simulation.spawn(
      "p",
      (function* (): Process {
        try {
          yield* simulation.allOf(door.pass(), simulation.anyOf(simulation.timeout(100), simulation.join(failing)));
        } catch (error) {
          say((error as Error).message);
        }
      })(),
    );
    expect(simulation.run(HORIZON)).toEqual({ kind: "drained", at: 3 });
    expect(log).toEqual(['3 process "failing" failed at 0.000000003 s: broken']);
    expect(door.queue).toEqual([]);
  });
});

describe("interrupt and kill", () => {
  test("an interrupt is thrown where the process waits, after everything already due; the wait leaves no trace", () => {
    const { simulation, say, log } = setUp();
    const door = new Door();
    const waiter = simulation.spawn(
      "waiter",
      (function* (): Process {
        for (const wait of [() => door.pass(), () => simulation.hold(1_000_000)]) {
          try {
            yield wait() as Wait<unknown>;
          } catch (error) {
            say(`${error instanceof Interrupt && error.reason}`);
          }
        }
      })(),
    );
    const interrupt = simulation.on("interrupt", (arg) => {
      expect(simulation.interrupt(waiter, `reason ${arg}`)).toBe(true);
      expect(simulation.interrupt(waiter, "absorbed")).toBe(true);
      say("interrupter goes on");
    });
    simulation.at(4, interrupt, 1);
    simulation.at(6, interrupt, 2);
    expect(simulation.run(HORIZON)).toEqual({ kind: "drained", at: 6 });
    expect(log).toEqual(["4 interrupter goes on", "4 reason 1", "6 interrupter goes on", "6 reason 2"]);
    expect(door).toMatchObject({ queue: [], returned: 0 });
    expect(simulation.interrupt(waiter)).toBe(false);
  });

  test("what was granted in the same instant but never seen is given back", () => {
    const { simulation } = setUp();
    const door = new Door();
    const reached: string[] = [];
    const waiter = simulation.spawn(
      "waiter",
      (function* (): Process {
        yield* simulation.anyOf(door.pass(), simulation.timeout(100));
        reached.push("passed");
      })(),
    );
    simulation.at(
      5,
      simulation.on("open and kill", () => {
        door.open(1);
        simulation.kill(waiter);
      }),
    );
    expect(simulation.run(HORIZON)).toEqual({ kind: "drained", at: 5 });
    expect(door.returned).toBe(1);
    expect(reached).toEqual([]);
  });

  test("kill runs finally blocks at once, even those that wait; whoever joins is told", () => {
    const { simulation, say, log } = setUp();
    const victim = simulation.spawn(
      "victim",
      (function* (): Process {
        try {
          yield* simulation.timeout(1000);
          say("never");
        } finally {
          say("cleaning");
          yield* simulation.timeout(2);
          say("clean");
        }
      })(),
    );
    simulation.spawn(
      "killer",
      (function* (): Process {
        yield* simulation.timeout(5);
        simulation.kill(victim);
        say("killed");
        try {
          yield* victim;
        } catch (error) {
          say((error as Error).message);
        }
      })(),
    );
    simulation.run(HORIZON);
    expect(log).toEqual(["5 cleaning", "5 killed", "7 clean", '7 process "victim" was killed at 0.000000007 s']);
  });

  test("neither is for oneself, and a process that has not begun can be killed", () => {
    const { simulation, log, say } = setUp();
    const self: { handle?: ReturnType<Simulation["spawn"]> } = {};
    self.handle = simulation.spawn(
      "self",
      (function* (): Process {
        expect(() => simulation.kill(self.handle as never)).toThrow(/kills itself: return instead/);
        expect(() => simulation.interrupt(self.handle as never)).toThrow(/interrupts itself: throw instead/);
        const other = simulation.spawn(
          "other",
          (function* (): Process {
            say("never");
            yield* simulation.timeout(1);
          })(),
        );
        expect(simulation.kill(other)).toBe(true);
        expect(simulation.kill(other)).toBe(false);
        yield* simulation.timeout(3);
      })(),
    );
    expect(simulation.run(HORIZON)).toEqual({ kind: "drained", at: 3 });
    expect(log).toEqual([]);
  });
});

test("who is killed cannot kill or interrupt the killer in return", () => {
  const { simulation, say, log } = setUp();
  const killer: { handle?: ReturnType<Simulation["spawn"]> } = {};
  const victim = simulation.spawn(
    "victim",
    (function* (): Process {
      try {
        yield* simulation.timeout(9);
      } finally {
        expect(() => simulation.kill(killer.handle as never)).toThrow('process "killer" kills itself');
        expect(() => simulation.interrupt(killer.handle as never)).toThrow('process "killer" interrupts itself');
      }
    })(),
  );
  killer.handle = simulation.spawn(
    "killer",
    (function* (): Process {
      yield* simulation.timeout(1);
      simulation.kill(victim);
      yield* simulation.timeout(1);
      say("done");
    })(),
  );
  expect(simulation.run(HORIZON)).toEqual({ kind: "drained", at: 2 });
  expect(log).toEqual(["2 done"]);
});

test("one that has not begun waits for its turn since it was spawned", () => {
  const { simulation } = setUp();
  simulation.run(0);
  simulation.at(
    50,
    simulation.on("stop", () => simulation.stop()),
  );
  simulation.run(HORIZON);
  simulation.spawn(
    "late",
    (function* (): Process {
      yield* simulation.timeout(1);
    })(),
  );
  expect(simulation.waiting()).toEqual([{ process: "late", waitsFor: "its turn", since: 50 }]);
});

test("who waits for what since when", () => {
  const { simulation } = setUp();
  const door = new Door();
  function* visitor(delay: number): Process {
    yield simulation.hold(delay);
    yield* simulation.allOf(door.pass(), new Free());
  }
  for (const n of [3, 1, 2]) simulation.spawn(`visitor ${n}`, visitor(n * 1_000_000_000));
  simulation.run(2_500_000_000);
  expect(simulation.describeWaiting().split("\n")).toEqual([
    'process "visitor 3" waits for the clock, until 3 s since 0 s',
    'process "visitor 1" waits for all of (the door) since 1 s',
    'process "visitor 2" waits for all of (the door) since 2 s',
  ]);
  expect(simulation.run(HORIZON).kind).toBe("drained"); // deadlock: three wait, nothing is pending
  expect(simulation.waiting().map(({ process, since }) => [process, since])).toEqual([
    ["visitor 1", 1e9],
    ["visitor 2", 2e9],
    ["visitor 3", 3e9],
  ]);
});

test("10,000 short processes use few places", () => {
  const { simulation } = setUp();
  let ended = 0;
  function* short(): Process {
    yield* simulation.timeout(1);
    ended++;
  }
  function* source(): Process {
    for (let n = 0; n < 10_000; n++) {
      simulation.spawn("short", short());
      yield simulation.hold(1);
    }
  }
  simulation.spawn("source", source());
  simulation.run(HORIZON);
  expect(ended).toBe(10_000);
});
