/** Work that is withdrawn is not lost: what was done and what is left are the demand, so that a task can go on on another host. */
import { describe, expect, test } from "vitest";
import { createStream, HORIZON, Simulation } from "../../../engine/index.ts";
import type { CpuSpec } from "../../hardware/spec.ts";
import { createScheduler } from "./create.ts";
import { bandwidthOf, type TaskGroupOptions } from "./scheduler.ts";
import { build, cpuOf, FIDELITIES, MS } from "./testing/fidelities.ts";

const SETTINGS: [string, Partial<CpuSpec>, readonly TaskGroupOptions[]][] = [
  ["one group on one core", { cores: 1 }, [{ weight: 1 }]],
  ["weights", { cores: 3 }, [{ weight: 1 }, { weight: 7 }, { weight: 0.3 }]],
  ["vCPUs that are fewer than tasks", { cores: 2 }, [{ weight: 1, vcpus: 1 }, { weight: 2, vcpus: 2 }, { weight: 1 }]],
  [
    "quotas",
    { cores: 4 },
    [
      { weight: 1, bandwidth: bandwidthOf(0.5, 0.1) },
      { weight: 3, bandwidth: bandwidthOf(1.3, 0.02) },
    ],
  ],
  ["two threads a core", { cores: 2, threadsPerCore: 2, smtGain: 0.3 }, [{ weight: 1 }, { weight: 2, vcpus: 2 }]],
  [
    "all of it",
    { cores: 2, threadsPerCore: 2, smtGain: 0.3 },
    [{ weight: 2, vcpus: 2, bandwidth: bandwidthOf(0.7, 0.1) }, { weight: 1, bandwidth: bandwidthOf(0.4, 0.05) }, { weight: 5 }],
  ],
];

describe.each(FIDELITIES)("%s", (_, spec) => {
  test.each(SETTINGS)("work done and work left are the demand: %s", (_name, cpu, groups) => {
    const stream = createStream(1, "work");
    for (let round = 0; round < 20; round++) {
      const { simulation, scheduler } = build(spec, cpuOf(cpu));
      const done = simulation.on("done", () => {});
      const tasks: number[] = [];
      let demand = 0;
      for (const options of groups) {
        const group = scheduler.addGroup(options);
        for (let k = 0; k < 4; k++) {
          const work = Math.round(stream.exponential(100 * MS));
          demand += work;
          tasks.push(scheduler.submit(group, work, done, 0));
        }
      }
      simulation.run(Math.round(stream.exponential(200 * MS)));
      let left = 0;
      for (const task of tasks) {
        const rest = scheduler.withdraw(task);
        expect(Number.isInteger(rest) && rest >= 0).toBe(true);
        left += rest;
      }
      // Each is rounded up by less than a nanosecond.
      expect(Math.abs(scheduler.counters().workDone + left - demand)).toBeLessThanOrEqual(tasks.length);
      for (const task of tasks) expect(scheduler.withdraw(task)).toBe(0);
      simulation.audit();
    }
  });

  test("nothing is left of a task that has ended, all of one that has just come", () => {
    const { simulation, scheduler } = build(spec, cpuOf({ cores: 1 }));
    const group = scheduler.addGroup({ weight: 1 });
    const done = simulation.on("done", () => {});
    const task = scheduler.submit(group, 5 * MS, done, 0);
    expect(scheduler.withdraw(scheduler.submit(group, 3 * MS, done, 0))).toBe(3 * MS);
    simulation.run(HORIZON);
    expect(simulation.now).toBe(5 * MS);
    expect(scheduler.withdraw(task)).toBe(0);
  });

  test("nothing is left at the very instant at which it finishes, whoever comes first", () => {
    const { simulation, scheduler } = build(spec, cpuOf({ cores: 1 }));
    const group = scheduler.addGroup({ weight: 1 });
    const done = simulation.on("done", () => expect.unreachable());
    let left = -1;
    const kill = simulation.on("kill", () => {
      left = scheduler.withdraw(task);
    });
    simulation.at(5 * MS, kill);
    const task = scheduler.submit(group, 5 * MS, done, 0);
    simulation.run(HORIZON);
    expect(left).toBe(0);
    expect(scheduler.counters()).toMatchObject({ departures: 1, inStation: 0, workDone: 5 * MS });
  });

  test("a task that moves between two hosts needs its demand in total", () => {
    const simulation = new Simulation({ seed: 1 });
    const hosts = ["one", "other"].map((name) => createScheduler(simulation, name, cpuOf({ cores: 1 }), spec));
    const groups = hosts.map((scheduler) => scheduler.addGroup({ weight: 1, vcpus: 1 }));
    let ended = -1;
    const done = simulation.on("done", () => {
      ended = simulation.now;
    });
    let [at, task] = [0, hosts[0].submit(groups[0], 100 * MS, done, 0)];
    const move = simulation.on("move", () => {
      const left = hosts[at].withdraw(task);
      at = 1 - at;
      task = hosts[at].submit(groups[at], left, done, 0);
    });
    for (const instant of [7, 13.000_001, 50, 99]) simulation.at(instant * MS, move);
    simulation.run(HORIZON);
    // Alone wherever it is, so that it takes as long as it has work.
    expect(ended).toBe(100 * MS);
    expect(hosts[0].counters().workDone + hosts[1].counters().workDone).toBeCloseTo(100 * MS, 3);
    simulation.audit();
  });

  test("tasks that move about between busy hosts need their demand in total", () => {
    const stream = createStream(2, "moves");
    const simulation = new Simulation({ seed: 1 });
    const hosts = ["one", "other"].map((name, k) => createScheduler(simulation, name, cpuOf({ cores: 1 + k }), spec));
    const groups = hosts.map((scheduler) => [
      scheduler.addGroup({ weight: 1, vcpus: 2 }),
      scheduler.addGroup({ weight: 2, bandwidth: bandwidthOf(0.6, 0.1) }),
    ]);
    const ended = new Set<number>();
    const done = simulation.on("done", (task) => void ended.add(task));
    const places: { at: number; id: number }[] = [];
    let [demand, moves] = [0, 0];
    const move = simulation.on("move", (task) => {
      if (ended.has(task)) return;
      const place = places[task];
      const left = hosts[place.at].withdraw(place.id);
      place.at = 1 - place.at;
      place.id = hosts[place.at].submit(groups[place.at][task % 2], left, done, task);
      moves++;
      simulation.after(Math.round(stream.exponential(10 * MS)), move, task);
    });
    for (let task = 0; task < 10; task++) {
      const work = Math.round(stream.exponential(100 * MS));
      demand += work;
      places.push({ at: task % 2, id: hosts[task % 2].submit(groups[task % 2][task % 2], work, done, task) });
      simulation.after(Math.round(stream.exponential(10 * MS)), move, task);
    }
    simulation.run(HORIZON);
    expect(ended.size).toBe(10);
    expect(moves).toBeGreaterThan(100);
    expect(Math.abs(hosts[0].counters().workDone + hosts[1].counters().workDone - demand)).toBeLessThanOrEqual(moves + 10);
    simulation.audit();
  });
});
