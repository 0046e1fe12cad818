import { describe, expect, test } from "vitest";
import { MultiServerQueue } from "../stations/multi-server-queue/multi-server-queue.ts";
import { AuditError } from "./audit.ts";
import { SimulationError } from "./failure.ts";
import { Simulation } from "./simulation.ts";
import type { StationCounters } from "./station.ts";

const COUNTERS: StationCounters = {
  arrivals: 3,
  departures: 1,
  losses: 1,
  inStation: 1,
  numberIntegral: 50,
  residence: 50,
  busyIntegral: 40,
  workDone: 40,
  capacityIntegral: 100,
};

const audit = (counters: Partial<StationCounters>) => {
  const simulation = new Simulation({ seed: 1 });
  simulation.register({ name: "disk", kind: "queue", counters: () => ({ ...COUNTERS, ...counters }) });
  return simulation.audit();
};

test("books that balance: number of laws and the largest residual", () => {
  expect(audit({})).toEqual({ checks: 4, worst: 0, worstCheck: "disk: flow balance" });
  expect(audit({ busyIntegral: 40.00001 })).toMatchObject({ worstCheck: "disk: utilization law" });
});

test.each<[string, Partial<StationCounters>]>([
  ["flow balance", { arrivals: 4 }],
  ["Little's law", { residence: 50.001 }],
  ["utilization law", { workDone: 41 }],
  ["capacity", { capacityIntegral: 39 }],
  ["Little's law", { numberIntegral: Number.NaN }],
])("%s is violated: an error with station, law and both numbers", (law, counters) => {
  expect(() => audit(counters)).toThrow(AuditError);
  expect(() => audit(counters)).toThrow(new RegExp(`station "disk" \\(queue\\) at 0 s violates ${law}: .*${Object.values(counters)[0]}`));
});

test("two stations of one name are refused", () => {
  const simulation = new Simulation({ seed: 1 });
  const station = { name: "disk", kind: "queue", counters: () => COUNTERS };
  simulation.register(station);
  expect(() => simulation.register(station)).toThrow('station "disk" exists already');
});

describe("unregister", () => {
  const station = (counters: Partial<StationCounters> = {}, name = "disk") => ({
    name,
    kind: "queue",
    counters: () => ({ ...COUNTERS, ...counters }),
  });

  test("a station that leaves is audited then and not later, and the report keeps what was found", () => {
    const simulation = new Simulation({ seed: 1 });
    let books: Partial<StationCounters> = { busyIntegral: 40.00001 };
    const disk = { name: "disk", kind: "queue", counters: () => ({ ...COUNTERS, ...books }) };
    simulation.register(disk);
    simulation.register(station({}, "cores"));
    simulation.unregister(disk);
    expect(simulation.stations.map(({ name }) => name)).toEqual(["cores"]);
    books = { arrivals: 1000 };
    expect(simulation.audit()).toEqual({ checks: 8, worst: expect.closeTo(0.00001 / 40, 12), worstCheck: "disk: utilization law" });
  });

  test("its name is free again", () => {
    const simulation = new Simulation({ seed: 1 });
    for (let boot = 0; boot < 3; boot++) {
      const disk = station();
      simulation.register(disk);
      expect(() => simulation.register(station())).toThrow('station "disk" exists already');
      if (boot < 2) simulation.unregister(disk);
    }
    expect(simulation.audit().checks).toBe(3 * 4);
  });

  test("books that do not balance are an error, and the station stays", () => {
    const simulation = new Simulation({ seed: 1 });
    const disk = station({ arrivals: 4 });
    simulation.register(disk);
    expect(() => simulation.unregister(disk)).toThrow(AuditError);
    expect(simulation.stations).toEqual([disk]);
  });

  test("who is not there cannot leave", () => {
    const simulation = new Simulation({ seed: 1 });
    const disk = station();
    const leave = () => simulation.unregister(disk);
    expect(leave).toThrow(SimulationError);
    expect(leave).toThrow('cannot unregister station "disk": it has left already, or never came; unregister each once');
    simulation.register(station());
    expect(leave).toThrow('cannot unregister station "disk": the one of that name here is another one');
  });

  /** A disk that serves a customer every 10 ns; it is replaced by another one at 1,000 ns. */
  const build = () => {
    const simulation = new Simulation({ seed: 1 });
    const add = () => new MultiServerQueue(simulation, { name: "disk", servers: 1 });
    let disk = add();
    const served = simulation.on("served", () => {});
    const arrive = simulation.on("arrive", () => {
      disk.submit(6, served, 0);
      simulation.after(10, arrive);
    });
    simulation.at(0, arrive);
    const replace = () => {
      simulation.unregister(disk);
      disk = add();
    };
    return { simulation, replace, counters: () => disk.counters() };
  };

  test("a station that came back under its name counts from then on", () => {
    const { simulation, replace, counters } = build();
    simulation.run(999);
    replace();
    simulation.run(1999);
    expect(counters()).toMatchObject({ arrivals: 100, departures: 100, busyIntegral: 600, workDone: 600 });
    expect(simulation.audit()).toMatchObject({ checks: 2 * 4, worst: 0 });
  });

  test("a saved state holds what was found; it goes on where the same stations are there, and nowhere else", () => {
    const first = build();
    first.simulation.run(999);
    first.replace();
    first.simulation.run(1499);
    const saved = structuredClone(first.simulation.save());
    first.simulation.run(1999);
    const expected = [first.counters(), first.simulation.audit(), first.simulation.fingerprint()];
    const second = build();
    expect(() => second.simulation.restore(saved)).toThrow("build both the same way");
    second.replace();
    for (const { simulation, counters } of [first, second]) {
      simulation.restore(saved);
      simulation.run(1999);
      expect([counters(), simulation.audit(), simulation.fingerprint()]).toEqual(expected);
    }
  });
});
