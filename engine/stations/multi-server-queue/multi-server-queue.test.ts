import { describe, expect, test } from "vitest";
import type { Process } from "../../kernel/process.ts";
import { Simulation } from "../../kernel/simulation.ts";
import { HORIZON, nanoseconds } from "../../kernel/time.ts";
import { createStream } from "../../random/stream.ts";
import { meanInterval } from "../../statistics/interval.ts";
import { Delay } from "../delay.ts";
import { MultiServerQueue } from "./multi-server-queue.ts";
import type { Discipline, MultiServerQueueOptions } from "./options.ts";

/** Customers by [arrival, service, priority]; returns the instants at which they left, Infinity for the lost. */
function departures(options: Omit<MultiServerQueueOptions, "name">, customers: readonly (readonly [number, number, number?])[]): number[] {
  const simulation = new Simulation({ seed: 1 });
  const queue = new MultiServerQueue(simulation, { name: "queue", ...options });
  const left: number[] = [];
  const done = simulation.on("done", (customer) => void (left[customer] = simulation.now));
  const arrive = simulation.on("arrive", (customer) => {
    const [, service, priority] = customers[customer];
    if (!queue.submit(service, done, customer, priority)) left[customer] = Infinity;
  });
  customers.forEach(([arrival], customer) => simulation.at(arrival, arrive, customer));
  while (simulation.run(simulation.now + 1).kind !== "drained") simulation.audit();
  return left;
}

describe("disciplines, one server", () => {
  const three = [
    [0, 10],
    [1, 10],
    [2, 10],
  ] as const;

  test("fifo serves in order of arrival", () => expect(departures({ servers: 1 }, three)).toEqual([10, 20, 30]));

  test("lifo serves the last to come next", () => expect(departures({ servers: 1, discipline: "lifo" }, three)).toEqual([10, 30, 20]));

  test("priority lets service in progress finish, then takes the smallest number, first come within it", () => {
    const customers = [[0, 10, 5], [1, 10, 2], [2, 10, 1], [3, 10, 2], [4, 10, 1]] as const; // biome-ignore format: a table
    expect(departures({ servers: 1, discipline: "priority" }, customers)).toEqual([10, 40, 20, 50, 30]);
  });

  test("preemptive-resume: the urgent take the server, the others go on where they were stopped", () => {
    const customers = [[0, 10, 5], [4, 3, 2], [5, 1, 1], [6, 2, 5]] as const; // biome-ignore format: a table
    expect(departures({ servers: 1, discipline: "preemptive-resume" }, customers)).toEqual([14, 8, 6, 16]);
  });

  test("preemptive-resume on two servers takes that of the least urgent, the last to come among equals", () => {
    const customers = [[0, 10, 3], [1, 10, 3], [2, 5, 1]] as const; // biome-ignore format: a table
    expect(departures({ servers: 2, discipline: "preemptive-resume" }, customers)).toEqual([10, 16, 7]);
  });
});

test("a full station loses who comes, and takes again after a departure", () => {
  const customers = [[0, 10], [1, 10], [2, 10], [11, 10], [12, 1]] as const; // biome-ignore format: a table
  expect(departures({ servers: 1, capacity: 2 }, customers)).toEqual([10, 20, Infinity, 30, Infinity]);
});

test.each(["fifo", "lifo"] as const)("%s: whoever waits on is served in the same order, whoever else leaves the line", (discipline) => {
  const stream = createStream(8, "withdrawals");
  const simulation = new Simulation({ seed: 1 });
  const queue = new MultiServerQueue(simulation, { name: "queue", servers: 1, discipline });
  const served: number[] = [];
  const expected: number[] = [];
  let line: number[] = []; // the next to be served first
  const customers = new Map<number, number>();
  const done = simulation.on("done", (arg) => {
    served.push(arg);
    const next = line.shift();
    if (next !== undefined) expected.push(next);
  });
  for (let arg = 0; arg < 2000; arg++) {
    if (stream.integer(3) > 0) {
      customers.set(arg, queue.enter(5, done, arg));
      if (queue.queueLength === 0) expected.push(arg);
      else line = discipline === "fifo" ? [...line, arg] : [arg, ...line];
    } else if (line.length > 0) {
      const [leaves] = line.splice(stream.integer(line.length), 1);
      queue.withdraw(customers.get(leaves) as number);
    }
    expect(queue.queueLength).toBe(line.length);
    simulation.run(simulation.now + 1 + stream.integer(4));
  }
  simulation.run(HORIZON);
  expect(served).toEqual(expected);
  expect(served.length).toBeGreaterThan(500);
});

test.each(["fifo", "lifo", "priority", "preemptive-resume"] as Discipline[])("%s: books balance under random withdrawals", (discipline) => {
  const simulation = new Simulation({ seed: 1 });
  const queue = new MultiServerQueue(simulation, { name: "queue", servers: 2, discipline, capacity: 5 });
  const stream = createStream(5, discipline);
  const present = new Map<number, number>();
  let served = 0;
  const done = simulation.on("done", (id) => {
    served++;
    expect(present.delete(id)).toBe(true);
  });
  let withdrawn = 0;
  const arrive = simulation.on("arrive", (id) => {
    const customer = queue.enter(stream.integer(60), done, id, stream.integer(3));
    if (customer >= 0) present.set(id, customer);
    // Whoever leaves at this very instant has left the station, but its `done` is still to come: only withdraw between instants.
    simulation.audit();
  });
  for (let id = 0; id < 3000; id++) {
    simulation.after(stream.integer(30), arrive, id);
    simulation.run(simulation.now + stream.integer(20));
    if (stream.integer(4) === 0 && present.size > 0) {
      const [victim, customer] = [...present][stream.integer(present.size)];
      present.delete(victim);
      queue.withdraw(customer);
      withdrawn++;
    }
    simulation.audit();
  }
  simulation.run(HORIZON);
  simulation.audit();
  const { arrivals, departures: left, losses } = queue.counters();
  expect(arrivals).toBe(3000);
  expect(left).toBe(served + withdrawn);
  expect(losses).toBe(3000 - served - withdrawn);
  expect(losses).toBeGreaterThan(30);
  expect(withdrawn).toBeGreaterThan(100);
});

test("a customer that has left cannot be withdrawn, although its place is used again; the loss of nobody is harmless", () => {
  const simulation = new Simulation({ seed: 1 });
  const queue = new MultiServerQueue(simulation, { name: "queue", servers: 1, capacity: 1 });
  const done = simulation.on("done", () => {});
  const first = queue.enter(5, done, 0);
  expect(queue.withdraw(queue.enter(5, done, 1))).toBe(false); // lost
  simulation.run(HORIZON);
  expect(queue.withdraw(first)).toBe(false);
  const second = queue.enter(5, done, 2);
  expect(queue.withdraw(first)).toBe(false);
  expect(queue.busy).toBe(1);
  expect(queue.withdraw(second)).toBe(true);
  expect(queue.counters()).toMatchObject({ arrivals: 3, departures: 2, losses: 1, inStation: 0 });
  expect(() => queue.submit(5, done, 0, NaN)).toThrow("priority NaN");
});

/** Exponential interarrival and service times, mean service time 1 ms for all, classes by priority with these offered loads. */
function exponentialClasses(options: Omit<MultiServerQueueOptions, "name">, loads: readonly number[], seed: number) {
  const simulation = new Simulation({ seed });
  const queue = new MultiServerQueue(simulation, { name: "queue", ...options });
  const arrivals: number[] = [];
  const total = loads.map(() => 0);
  const count = loads.map(() => 0);
  const done = simulation.on("done", (id) => {
    const priority = id % loads.length;
    total[priority] += simulation.now - arrivals[id];
    count[priority]++;
  });
  loads.forEach((load, priority) => {
    const stream = simulation.stream(`class ${priority}`);
    let next = priority;
    const arrive = simulation.on("arrive", () => {
      arrivals[next] = simulation.now;
      queue.submit(nanoseconds(stream.exponential(1e-3)), done, next, priority);
      next += loads.length;
      simulation.after(nanoseconds(stream.exponential(1e-3 / load)), arrive);
    });
    simulation.after(0, arrive);
  });
  simulation.run(nanoseconds(80));
  simulation.audit();
  return { responses: total.map((sum, priority) => sum / count[priority] / 1e6), counters: queue.counters() };
}

function expectInInterval(values: readonly number[], theory: number): void {
  const { low, high, halfWidth } = meanInterval(values, 0.999);
  expect(theory).toBeGreaterThan(low);
  expect(theory).toBeLessThan(high);
  expect(halfWidth / theory).toBeLessThan(0.1);
}
const seeds = Array.from({ length: 12 }, (_, index) => index + 1);

// Mean service 1, second moment 2; sigma[k] is the load of classes 0..k. Cobham (1954); Kleinrock, Queueing Systems II, 3.6 and 3.7.
test("priority, M/M/1 with three classes: Cobham's formula", () => {
  const loads = [0.2, 0.3, 0.3];
  const runs = seeds.map((seed) => exponentialClasses({ servers: 1, discipline: "priority" }, loads, seed).responses);
  const sigma = [0, 0.2, 0.5, 0.8];
  loads.forEach((_, k) =>
    expectInInterval(
      runs.map((run) => run[k]),
      1 + 0.8 / ((1 - sigma[k]) * (1 - sigma[k + 1])),
    ),
  );
});

test("preemptive-resume, M/M/1 with three classes: a class does not see those below it", () => {
  const loads = [0.2, 0.3, 0.3];
  const runs = seeds.map((seed) => exponentialClasses({ servers: 1, discipline: "preemptive-resume" }, loads, seed).responses);
  const sigma = [0, 0.2, 0.5, 0.8];
  loads.forEach((_, k) =>
    expectInInterval(
      runs.map((run) => run[k]),
      1 / (1 - sigma[k]) + sigma[k + 1] / ((1 - sigma[k]) * (1 - sigma[k + 1])),
    ),
  );
});

test("M/M/1/4 and M/M/5/5: share of customers lost (Erlang B for the latter)", () => {
  const rho = 0.8;
  const lossShare = (options: Omit<MultiServerQueueOptions, "name">, load: number) =>
    seeds.map((seed) => exponentialClasses(options, [load], seed).counters).map((counters) => counters.losses / counters.arrivals);
  expectInInterval(lossShare({ servers: 1, capacity: 4 }, rho), ((1 - rho) * rho ** 4) / (1 - rho ** 5));
  let erlangB = 1;
  for (let k = 1; k <= 5; k++) erlangB = (3 * erlangB) / (k + 3 * erlangB);
  expectInInterval(lossShare({ servers: 5, capacity: 5 }, 3), erlangB);
});

test("Delay: M/D/infinity and M/H2/infinity hold lambda times the mean service", () => {
  for (const draw of [() => 1e-3, (u: number) => (u < 0.1 ? 5.5e-3 : 0.5e-3)]) {
    const numbers = seeds.map((seed) => {
      const simulation = new Simulation({ seed });
      const delay = new Delay(simulation, { name: "delay" });
      const stream = simulation.stream("all");
      const done = simulation.on("done", () => {});
      const arrive = simulation.on("arrive", () => {
        delay.submit(nanoseconds(draw(stream.next())), done, 0);
        simulation.after(nanoseconds(stream.exponential(1e-4)), arrive);
      });
      simulation.after(0, arrive);
      simulation.run(nanoseconds(2));
      simulation.audit();
      return delay.counters().numberIntegral / simulation.now;
    });
    expectInInterval(numbers, 10);
  }
});

describe("processes", () => {
  test("serve() waits for service and tells whether the station was full", () => {
    const simulation = new Simulation({ seed: 1 });
    const queue = new MultiServerQueue(simulation, { name: "queue", servers: 1, capacity: 2 });
    const told: [number, boolean][] = [];
    function* customer() {
      const served = yield* queue.serve(10);
      told.push([simulation.now, served]);
    }
    for (let i = 0; i < 3; i++) simulation.spawn("customer", customer());
    simulation.run(HORIZON);
    expect(told).toEqual([[0, false], [10, true], [20, true]]); // biome-ignore format: a table
  });

  test("a killed, interrupted or outrun customer leaves the queue, and the next is served", () => {
    const simulation = new Simulation({ seed: 1 });
    const queue = new MultiServerQueue(simulation, { name: "queue", servers: 1 });
    const ends: [string, number][] = [];
    function* customer(name: string) {
      yield* queue.serve(10);
      ends.push([name, simulation.now]);
    }
    function* impatient() {
      const first = yield* simulation.anyOf(queue.serve(10), simulation.timeout(7));
      ends.push([`impatient ${first.index}`, simulation.now]);
    }
    const inService = simulation.spawn("in service", customer("in service"));
    simulation.spawn("impatient", impatient());
    simulation.spawn("last", customer("last"));
    function* killer() {
      yield* simulation.timeout(4);
      simulation.kill(inService);
    }
    simulation.spawn("killer", killer());
    simulation.run(HORIZON);
    simulation.audit();
    expect(ends).toEqual([["impatient 1", 7], ["last", 17]]); // biome-ignore format: a table
    expect(queue.counters()).toMatchObject({ busyIntegral: 4 + 3 + 10, departures: 3 });
  });

  test("hold() serves as serve() does, to the event; a killed or interrupted customer leaves the queue", () => {
    const run = (how: "hold" | "serve") => {
      const simulation = new Simulation({ seed: 1 });
      const queue = new MultiServerQueue(simulation, { name: "queue", servers: 2 });
      const services = simulation.stream("services");
      const ends: [number, number][] = [];
      function* customer(id: number): Process {
        for (let visit = 0; visit < 3; visit++) {
          const service = Math.round(services.exponential(1000));
          if (how === "hold") yield queue.hold(service);
          else yield* queue.serve(service);
        }
        ends.push([id, simulation.now]);
      }
      const customers = Array.from({ length: 50 }, (_, id) => simulation.spawn(`customer ${id}`, customer(id)));
      simulation.run(500);
      const waits = simulation.waiting();
      for (const id of [3, 7, 11]) simulation.kill(customers[id]);
      expect(() => {
        simulation.interrupt(customers[20], "enough");
        simulation.run(HORIZON);
      }).toThrow(/process "customer 20" failed at 0.0000005 s: interrupted: enough/);
      simulation.run(HORIZON);
      simulation.audit();
      expect(ends.length).toBe(46);
      expect(queue.counters()).toMatchObject({ inStation: 0 });
      return { ends, waits, fingerprint: simulation.fingerprint() };
    };
    const held = run("hold");
    expect(held.waits.every(({ waitsFor }) => waitsFor === 'service at queue "queue"')).toBe(true);
    expect(held).toEqual(run("serve"));
  });

  test("hold() is refused outside a process, without a yield, and where customers can be lost", () => {
    const simulation = new Simulation({ seed: 1 });
    const queue = new MultiServerQueue(simulation, { name: "queue", servers: 1 });
    const finite = new MultiServerQueue(simulation, { name: "finite", servers: 1, capacity: 1 });
    expect(() => queue.hold(1)).toThrow(/hold\(\) outside a process/);
    expect(() => finite.hold(1)).toThrow(/queue "finite" has a capacity/);
    function* twice(): Process {
      queue.hold(1);
      yield simulation.hold(1);
    }
    simulation.spawn("twice", twice());
    expect(() => simulation.run(HORIZON)).toThrow(/hold\(\) without a yield after the wait before/);
    simulation.audit();
  });

  test("two services of one process at one queue: the first that ends gives up the other", () => {
    const simulation = new Simulation({ seed: 1 });
    const queue = new MultiServerQueue(simulation, { name: "queue", servers: 2 });
    function* both() {
      return (yield* simulation.anyOf(queue.serve(10), queue.serve(3))).index;
    }
    const process = simulation.spawn("both", both());
    simulation.run(HORIZON);
    simulation.audit();
    expect(process.outcome).toBe(1);
    expect(simulation.now).toBe(3);
  });
});

test("wrong options and service times are refused with name, value and expectation", () => {
  const simulation = new Simulation({ seed: 1 });
  expect(() => new MultiServerQueue(simulation, { name: "disk", servers: 1.5 })).toThrow('queue "disk": found 1.5 servers');
  expect(() => new MultiServerQueue(simulation, { name: "disk", servers: 2, capacity: 1 })).toThrow("1 <= servers <= capacity");
  const queue = new MultiServerQueue(simulation, { name: "disk", servers: 1 });
  for (const service of [-1, 0.5, NaN, Infinity])
    expect(() => queue.submit(service, 0, 0)).toThrow(`found a service time of ${service} ns`);
});
