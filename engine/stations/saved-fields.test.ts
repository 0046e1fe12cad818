import { expect, test } from "vitest";
import type { Wait } from "../kernel/process.ts";
import { Simulation } from "../kernel/simulation.ts";
import { Level } from "./level.ts";
import { Delay } from "./delay.ts";
import { Gate } from "./gate.ts";
import { Link } from "./link.ts";
import { MultiServerQueue } from "./multi-server-queue/multi-server-queue.ts";
import type { Discipline } from "./multi-server-queue/options.ts";
import { Semaphore } from "./semaphore.ts";
import type { GroupId } from "./shared-processor/options.ts";
import { SharedProcessor } from "./shared-processor/shared-processor.ts";
import { Store } from "./store.ts";

/** Handlers only: customers wander between all kinds of stations; groups of the processor come and go. */
function model(seed: number) {
  const simulation = new Simulation({ seed });
  const stream = simulation.stream("all");
  const delay = new Delay(simulation, { name: "delay" });
  const links = (["fifo", "fair"] as const).map(
    (sharing) => new Link(simulation, { name: sharing, bandwidth: 1e9, latency: 100, sharing }),
  );
  const queues = (["fifo", "lifo", "priority", "preemptive-resume"] as Discipline[]).map(
    (discipline) => new MultiServerQueue(simulation, { name: discipline, servers: 2, discipline, capacity: 30 }),
  );
  const cores = new SharedProcessor(simulation, { name: "cores", capacity: (n) => 4 - 1 / (1 + n) });
  const semaphore = new Semaphore(simulation, { name: "semaphore", units: 3 });
  const tank = new Level(simulation, { name: "tank", capacity: 50 });
  const mailbox = new Store<number>(simulation, { name: "mailbox", capacity: 5 });
  new Gate(simulation, { name: "gate" });
  const state = { groups: [] as GroupId[] };
  simulation.keep("groups", {
    save: () => [...state.groups],
    restore: (saved) => void (state.groups = [...(saved as GroupId[])]),
  });
  const next = simulation.on("next", (customer) => {
    const work = 1 + stream.integer(3000);
    const choice = stream.integer(9);
    if (choice < 4) {
      if (!queues[choice].submit(work, next, customer, stream.integer(3))) delay.submit(work, next, customer);
    } else if (choice < 6) {
      links[choice - 4].send(work, next, customer);
    } else if (choice < 8) {
      if (state.groups.length < 20) state.groups.push(cores.addGroup({ weight: 1 + stream.integer(4), cap: 0.3 + stream.next() }));
      cores.submit(state.groups[stream.integer(state.groups.length)], work, next, customer, 1 + stream.integer(2));
    } else {
      if (semaphore.tryAcquire()) simulation.after(work, release);
      if (!tank.offer(1 + stream.integer(9))) tank.tryGet(1 + stream.integer(9));
      mailbox.offer(customer);
      delay.submit(work, next, customer);
    }
  });
  const release = simulation.on("release", () => semaphore.release());
  return {
    simulation,
    begin: () => {
      for (let customer = 0; customer < 100; customer++) simulation.after(customer, next, customer);
    },
  };
}

const outcome = (simulation: Simulation) => [
  simulation.fingerprint(),
  simulation.stations.map((station) => station.counters()),
  simulation.audit().checks,
];

test("a run goes on from a saved state as if nothing had happened, in the same simulation and in a new one", () => {
  const first = model(1);
  first.begin();
  first.simulation.run(100_000);
  const saved = structuredClone(first.simulation.save());
  first.simulation.run(300_000);
  const expected = outcome(first.simulation);
  expect(first.simulation.eventCount).toBeGreaterThan(3000);

  first.simulation.restore(saved);
  first.simulation.run(300_000);
  expect(outcome(first.simulation)).toEqual(expected);

  const second = model(1);
  second.simulation.restore(saved);
  second.simulation.run(300_000);
  expect(outcome(second.simulation)).toEqual(expected);
});

test("a process that gave up at a station does not stand in the way of a save", () => {
  const simulation = new Simulation({ seed: 1 });
  const queue = new MultiServerQueue(simulation, { name: "disk", servers: 1 });
  const cores = new SharedProcessor(simulation, { name: "cores", capacity: 1 });
  const group = cores.addGroup({ weight: 1, cap: Infinity });
  for (const wait of [() => queue.serve(10), () => cores.serve(group, 10)]) {
    const impatient = simulation.spawn(
      "impatient",
      (function* () {
        yield* wait() as Wait<unknown>;
      })(),
    );
    simulation.run(simulation.now + 5);
    simulation.kill(impatient);
  }
  expect(Object.keys(simulation.save().parts)).toEqual(["station disk", "station cores"]);
});

test("what waits by notify refuses to be saved, with the station's name", () => {
  const simulation = new Simulation({ seed: 1 });
  const queue = new MultiServerQueue(simulation, { name: "disk", servers: 1 });
  const done = simulation.on("done", () => {});
  queue.serve(10).beginFor({ granted: () => simulation.call(done, 0), failed: () => {} });
  expect(() => queue.save()).toThrow('cannot save station "disk": 1 wait there');
});
