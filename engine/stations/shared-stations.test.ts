import { describe, expect, test } from "vitest";
import { Simulation } from "../kernel/simulation.ts";
import { HORIZON, nanoseconds } from "../kernel/time.ts";
import type { Process, ProcessId, Wait } from "../kernel/process.ts";
import { createStream } from "../random/stream.ts";
import { Level } from "./level.ts";
import { Gate } from "./gate.ts";
import { Link } from "./link.ts";
import { notify } from "./notify.ts";
import { Semaphore } from "./semaphore.ts";
import { Store } from "./store.ts";

/** Runs to the end, audits at every instant, and returns what was logged. */
function story(tell: (simulation: Simulation, log: (what: string) => void) => void): string[] {
  const simulation = new Simulation({ seed: 1 });
  const lines: string[] = [];
  tell(simulation, (what) => lines.push(`${simulation.now} ${what}`));
  simulation.audit();
  while (simulation.run(simulation.now + 1).kind !== "drained") simulation.audit();
  simulation.audit();
  return lines;
}

/** Spawns a process that starts after `delay`. */
function later(simulation: Simulation, delay: number, body: () => Process<unknown>) {
  return simulation.spawn(`at ${delay}`, wait());
  function* wait(): Process<unknown> {
    yield* simulation.timeout(delay);
    return yield* body();
  }
}

describe("Semaphore", () => {
  function* hold(simulation: Simulation, wait: Wait<void>, release: () => void, duration: number, log: () => void): Process {
    yield* wait;
    log();
    yield* simulation.timeout(duration);
    release();
  }

  test("serves by priority, then first come; a large request at the head is not overtaken", () => {
    expect(
      story((simulation, log) => {
        const semaphore = new Semaphore(simulation, { name: "docks", units: 3 });
        const take = (name: string, units: number, priority: number, delay: number) =>
          later(simulation, delay, () =>
            hold(
              simulation,
              semaphore.acquire(units, priority),
              () => semaphore.release(units),
              10,
              () => log(name),
            ),
          );
        take("a", 2, 0, 0);
        take("large", 3, 1, 1);
        take("small", 1, 1, 2); // would fit, but came after large
        take("urgent", 1, 0, 3); // goes before both
      }),
    ).toEqual(["0 a", "3 urgent", "13 large", "23 small"]);
  });

  test("a request that gives up its place at the head lets in those behind it", () => {
    expect(
      story((simulation, log) => {
        const semaphore = new Semaphore(simulation, { name: "docks", units: 2 });
        later(simulation, 0, () =>
          hold(
            simulation,
            semaphore.acquire(),
            () => semaphore.release(),
            20,
            () => log("a"),
          ),
        );
        later(simulation, 1, function* () {
          const first = yield* simulation.anyOf(semaphore.acquire(2), simulation.timeout(5));
          log(`gave up: ${first.index === 1}`);
        });
        later(simulation, 2, () =>
          hold(
            simulation,
            semaphore.acquire(),
            () => semaphore.release(),
            1,
            () => log("b"),
          ),
        );
      }),
    ).toEqual(["0 a", "6 b", "6 gave up: true"]);
  });

  test("use() releases when the work fails or is killed; units granted to a process killed at that instant go to the next", () => {
    expect(
      story((simulation, log) => {
        const semaphore = new Semaphore(simulation, { name: "licence", units: 1 });
        function* work(name: string): Process {
          log(name);
          yield* simulation.timeout(10);
        }
        const killed = later(simulation, 0, () => semaphore.use(work("never printed twice")));
        const next = later(simulation, 1, () => semaphore.use(work("next")));
        later(simulation, 2, () => semaphore.use(work("last")));
        later(simulation, 3, function* () {
          simulation.kill(killed); // grants to `next` ...
          simulation.kill(next); // ... who dies before it hears of it
          yield* simulation.timeout(0);
          log(`free ${semaphore.free}`);
        });
      }),
    ).toEqual(["0 never printed twice", "3 last", "3 free 0"]);
  });

  test("handlers wait by notify, and can give up", () => {
    expect(
      story((simulation, log) => {
        const semaphore = new Semaphore(simulation, { name: "docks", units: 1 });
        const granted = simulation.on("granted", (customer) => log(`granted ${customer}`));
        notify(simulation, semaphore.acquire(), granted, 1);
        const second = notify(simulation, semaphore.acquire(), granted, 2);
        notify(simulation, semaphore.acquire(), granted, 3);
        second.abandon();
        semaphore.release();
      }),
    ).toEqual(["0 granted 1", "0 granted 3"]);
  });

  test("releasing more than is held, or asking for more than there is, is refused", () => {
    const semaphore = new Semaphore(new Simulation({ seed: 1 }), { name: "docks", units: 2 });
    expect(() => semaphore.release()).toThrow(
      'semaphore "docks": found a release of 1 units, expected an integer from 1 to the 0 that are held',
    );
    expect(() => semaphore.release(-1)).toThrow("found a release of -1 units");
    expect(() => semaphore.tryAcquire(0)).toThrow("found a request for 0 units");
    expect(() => semaphore.acquire(3)).toThrow("found a request for 3 units, expected an integer from 1 to 2");
  });
});

describe("Level", () => {
  test("puts wait for room, gets for content, not overtaken; each lets the other go on", () => {
    expect(
      story((simulation, log) => {
        const tank = new Level(simulation, { name: "tank", capacity: 100, initial: 30 });
        const act = (delay: number, name: string, wait: () => Wait<void>) =>
          later(simulation, delay, function* () {
            yield* wait();
            log(name);
          });
        act(0, "get 50", () => tank.get(50));
        act(1, "get 10", () => tank.get(10)); // would fit, but came after get 50
        act(2, "put 90", () => tank.put(90)); // 30 + 90 is too much
        act(3, "urgent get 25", () => tank.get(25, -1)); // leaves 5, so that put 90 fits: 95, and then both gets: 35
      }),
    ).toEqual(["3 urgent get 25", "3 put 90", "3 get 50", "3 get 10"]);
  });

  test("offer drops what there is no room for; tryGet takes nothing that is not there", () => {
    const simulation = new Simulation({ seed: 1 });
    const bucket = new Level(simulation, { name: "bucket", capacity: 3 });
    expect([bucket.offer(2), bucket.offer(2), bucket.tryGet(3), bucket.tryGet(2), bucket.offer(3)]).toEqual([
      true,
      false,
      false,
      true,
      true,
    ]);
    expect(bucket.counters()).toMatchObject({ arrivals: 4, losses: 1, departures: 3 });
    simulation.audit();
  });

  test("what was got by a process that dies before it hears of it goes back, when there is room", () => {
    expect(
      story((simulation, log) => {
        const tank = new Level(simulation, { name: "tank", capacity: 10, initial: 2 });
        const victim = later(simulation, 0, function* () {
          yield* tank.get(5);
          log("not reached");
        });
        later(simulation, 1, function* () {
          yield* tank.put(8); // 10: the victim's 5 are taken, 5 remain
          simulation.kill(victim);
          log(`level ${tank.level}`);
        });
      }),
    ).toEqual(["1 level 10"]);
  });
});

describe("Store", () => {
  test("is first in, first out; put blocks while it is full", () => {
    expect(
      story((simulation, log) => {
        const buffer = new Store<string>(simulation, { name: "buffer", capacity: 1 });
        simulation.spawn(
          "producer",
          (function* (): Process {
            for (const item of ["a", "b", "c"]) {
              yield* buffer.put(item);
              log(`put ${item}`);
            }
          })(),
        );
        later(simulation, 5, function* () {
          for (let i = 0; i < 3; i++) {
            log(`got ${yield* buffer.get()}`);
            yield* simulation.timeout(2);
          }
        });
      }),
    ).toEqual(["0 put a", "5 got a", "5 put b", "7 got b", "7 put c", "9 got c"]);
  });

  test("offer loses an item when it is full, and hands one to who waits", () => {
    const simulation = new Simulation({ seed: 1 });
    const mailbox = new Store<number>(simulation, { name: "mailbox", capacity: 1 });
    const reader = later(simulation, 0, () => mailbox.get() as unknown as Process<number>);
    simulation.run(1);
    expect([mailbox.offer(1), mailbox.offer(2), mailbox.offer(3)]).toEqual([true, true, false]);
    simulation.run(HORIZON);
    expect(reader.outcome).toBe(1);
    expect(mailbox.counters()).toMatchObject({ arrivals: 3, departures: 1, losses: 1, inStation: 1 });
    simulation.audit();
  });

  test("who wants items of a kind takes the first of them and holds nobody up; an item goes to the first in line who wants it", () => {
    expect(
      story((simulation, log) => {
        const letters = new Store<string>(simulation, { name: "letters" });
        const reader = (at: number, name: string, wanted?: (letter: string) => boolean, priority?: number) =>
          later(simulation, at, function* () {
            log(`${name} got ${yield* letters.get(wanted, priority)}`);
          });
        for (const letter of ["a1", "b1", "b2"]) letters.offer(letter);
        const to = (who: string) => (letter: string) => letter.startsWith(who);
        reader(1, "b", to("b"));
        reader(2, "c", to("c"));
        reader(2, "any", undefined); // not held up by c, who wants nothing that is there
        reader(3, "c, later", to("c"));
        reader(3, "c, urgent", to("c"), -1);
        reader(4, "any, too", undefined);
        reader(5, "any, last", undefined);
        for (const [at, letter] of [
          [6, "c1"],
          [7, "d1"],
          [8, "c2"],
          [9, "c3"],
        ] as const) {
          // biome-ignore format: a table
          later(simulation, at, function* () {
            yield* letters.put(letter);
          });
        }
      }),
    ).toEqual([
      "1 b got b1",
      "2 any got a1",
      "4 any, too got b2",
      "6 c, urgent got c1",
      "7 any, last got d1",
      "8 c got c2",
      "9 c, later got c3",
    ]);
  });

  test("filtered gets of a full store agree with looking at everything at every step", () => {
    const stream = createStream(5, "letters");
    const simulation = new Simulation({ seed: 1 });
    const store = new Store<number>(simulation, { name: "store", capacity: 6 });
    const told: number[][] = [];
    // The reference: everyone who waits in order of coming, and what is there; an item goes to the first who wants it.
    const waiting: { id: number; divisor: number }[] = [];
    const items: number[] = [];
    const expected: number[][] = [];
    const getting = new Map<number, ProcessId>();
    for (let id = 1; id <= 3000; id++) {
      const choice = stream.integer(5);
      const divisor = 1 + stream.integer(4);
      if (choice < 2) {
        const wait = store.get(divisor === 1 ? undefined : (item) => item % divisor === 0);
        const process = later(simulation, 0, function* () {
          told.push([id, yield* wait]);
        });
        getting.set(id, process);
        const index = items.findIndex((item) => item % divisor === 0);
        if (index >= 0) expected.push([id, ...items.splice(index, 1)]);
        else waiting.push({ id, divisor });
      } else if (choice < 4) {
        const isLost = items.length === 6;
        expect(store.offer(id)).toBe(!isLost);
        const first = isLost ? -1 : waiting.findIndex((one) => id % one.divisor === 0);
        if (first >= 0) expected.push([waiting.splice(first, 1)[0].id, id]);
        else if (!isLost) items.push(id);
      } else if (waiting.length > 0) {
        const [{ id: victim }] = waiting.splice(stream.integer(waiting.length), 1);
        simulation.kill(getting.get(victim) as ProcessId);
      }
      simulation.run(simulation.now + 1);
      expect(store.length).toBe(items.length);
    }
    simulation.audit();
    expect(told).toEqual(expected);
    expect(told.length).toBeGreaterThan(500);
  });

  test("an item got by a process that dies before it hears of it is first in line again", () => {
    const simulation = new Simulation({ seed: 1 });
    const mailbox = new Store<string>(simulation, { name: "mailbox" });
    const victim = later(simulation, 0, () => mailbox.get() as unknown as Process<string>);
    simulation.run(1);
    mailbox.offer("a");
    mailbox.offer("b");
    simulation.kill(victim);
    const reader = later(simulation, 0, () => mailbox.get() as unknown as Process<string>);
    simulation.run(HORIZON);
    expect(reader.outcome).toBe("a");
    simulation.audit();
  });
});

test("Gate: open lets all go on in order, pulse only those who wait now", () => {
  expect(
    story((simulation, log) => {
      const gate = new Gate(simulation, { name: "bridge" });
      for (const delay of [0, 1, 4]) {
        later(simulation, delay, function* () {
          yield* gate.pass();
          log(`car of ${delay}`);
        });
      }
      later(simulation, 3, function* () {
        gate.pulse();
        yield* simulation.timeout(4);
        gate.open();
        yield* gate.pass();
        log("through the open gate");
      });
    }),
  ).toEqual(["3 car of 0", "3 car of 1", "7 through the open gate", "7 car of 4"]);
});

describe("Link", () => {
  const second = nanoseconds(1);
  /** Arrivals [s] of messages, each [sent, size, group number]. */
  function arrivals(
    makeLink: (simulation: Simulation) => { link: Link; groups: number[] },
    messages: readonly [number, number, number?][],
  ) {
    const simulation = new Simulation({ seed: 1 });
    const { link, groups } = makeLink(simulation);
    const at: number[] = [];
    const done = simulation.on("done", (message) => void (at[message] = simulation.now / second));
    const send = simulation.on("send", (message) => {
      const [, size, group] = messages[message];
      if (group === undefined) link.send(size, done, message);
      else link.send(size, done, message, groups[group]);
    });
    messages.forEach(([sent], message) => simulation.at(sent * second, send, message));
    simulation.run(HORIZON);
    simulation.audit();
    return at;
  }

  test("fifo: one message after the other, then the latency", () => {
    const makeLink = (simulation: Simulation) => ({
      link: new Link(simulation, { name: "wan", bandwidth: 100, latency: second }),
      groups: [],
    });
    expect(arrivals(makeLink, [[0, 200], [0, 100], [10, 100]])).toEqual([3, 4, 12]); // biome-ignore format: a table
  });

  test("fair: equal shares, and the latency", () => {
    const makeLink = (simulation: Simulation) => ({
      link: new Link(simulation, { name: "wan", bandwidth: 100, latency: second, sharing: "fair" }),
      groups: [],
    });
    // Alone until 1, halves until 3, alone again: 100 + 100 + 100 and 100 bytes.
    expect(arrivals(makeLink, [[0, 300], [1, 100]])).toEqual([5, 4]); // biome-ignore format: a table
  });

  test("fair: max-min by weight and rate limit", () => {
    const makeLink = (simulation: Simulation) => {
      const link = new Link(simulation, { name: "wan", bandwidth: 100, sharing: "fair" });
      return { link, groups: [link.addGroup({ weight: 1, rate: 10 }), link.addGroup({ weight: 1 }), link.addGroup({ weight: 2 })] };
    };
    // 10 for the limited one, the other 90 as 30 : 60.
    expect(arrivals(makeLink, [[0, 100, 0], [0, 300, 1], [0, 600, 2]])).toEqual([10, 10, 10]); // biome-ignore format: a table
  });

  test("leaves with both of its stations, and comes back under its name", () => {
    const simulation = new Simulation({ seed: 1 });
    const arrived = simulation.on("arrived", () => {});
    for (let boot = 0; boot < 2; boot++) {
      const link = new Link(simulation, { name: "net", bandwidth: 1e9, latency: 10 });
      link.send(100, arrived, 0);
      simulation.run(simulation.now + 1000);
      expect(link.transmission.counters().busyIntegral).toBe(100);
      simulation.save();
      link.unregister();
    }
    expect(simulation.stations).toEqual([]);
    expect(simulation.audit()).toMatchObject({ checks: 2 * 2 * 4, worst: 0 });
    expect(simulation.forget("link net")).toBe(false);
  });

  test("processes wait for a transfer", () => {
    const simulation = new Simulation({ seed: 1 });
    const link = new Link(simulation, { name: "wan", bandwidth: 1e6, latency: 500 });
    simulation.spawn("sender", link.transfer(1) as unknown as Process);
    simulation.run(HORIZON);
    expect(simulation.now).toBe(1500);
  });
});
