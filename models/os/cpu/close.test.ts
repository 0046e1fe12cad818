/** Hosts that go down, whose schedulers leave nothing behind that would touch them, and hosts that come later. */
import { describe, expect, test } from "vitest";
import { createStream, HORIZON, Simulation } from "../../../engine/index.ts";
import { createScheduler } from "./create.ts";
import { bandwidthOf } from "./scheduler.ts";
import { build, cpuOf, FIDELITIES, MS } from "./testing/fidelities.ts";

describe.each(FIDELITIES)("%s", (_kind, spec) => {
  test("nothing is pending after groups with quotas, guests and waiting threads have been closed in the middle of their work", () => {
    const stream = createStream(3, "work");
    for (let round = 0; round < 30; round++) {
      const { simulation, scheduler } = build(spec, cpuOf({ cores: 2 }));
      const done = simulation.on("done", () => {});
      const tasks: number[] = [];
      for (const options of [{ weight: 1, bandwidth: bandwidthOf(0.3, 0.1) }, { weight: 2, vcpus: 2 }, { weight: 1 }]) {
        const group = scheduler.addGroup(options);
        for (let k = 0; k < 4; k++) tasks.push(scheduler.submit(group, Math.round(stream.exponential(100 * MS)), done, 0));
      }
      simulation.run(Math.round(stream.exponential(100 * MS)));
      expect(simulation.pending().length).toBeGreaterThan(0);
      const { throttled } = scheduler.usage;
      for (const task of tasks) scheduler.withdraw(task);
      scheduler.close();
      expect(simulation.pending()).toEqual([]);
      expect(scheduler.counters().inStation).toBe(0);
      expect(scheduler.usage.throttled).toBe(throttled);
      simulation.audit();
    }
  });

  test("nothing is pending after the work has come to its end", () => {
    const { simulation, scheduler } = build(spec, cpuOf({ cores: 2 }));
    const done = simulation.on("done", () => simulation.stop());
    const group = scheduler.addGroup({ weight: 1, bandwidth: bandwidthOf(1.5, 0.1) });
    for (let k = 0; k < 3; k++) scheduler.submit(group, 100 * MS, done, 0);
    while (scheduler.counters().inStation > 0) simulation.run(HORIZON);
    scheduler.close();
    expect(simulation.pending()).toEqual([]);
  });

  test("its station leaves the audit, and a host of the same name can come", () => {
    const { simulation, scheduler } = build(spec, cpuOf({ cores: 1 }));
    const done = simulation.on("done", () => {});
    scheduler.submit(scheduler.addGroup({ weight: 1 }), 5 * MS, done, 0);
    simulation.run(HORIZON);
    expect(simulation.stations.map(({ name }) => name)).toEqual(["cores"]);
    scheduler.close();
    expect(simulation.stations).toEqual([]);
    const next = createScheduler(simulation, "cores", cpuOf({ cores: 2 }), spec);
    next.submit(next.addGroup({ weight: 1 }), 5 * MS, done, 0);
    simulation.run(HORIZON);
    expect(simulation.now).toBe(10 * MS);
    simulation.audit();
    next.close();
    expect(simulation.pending()).toEqual([]);
  });

  test("a host that comes later has had capacity since then", () => {
    const simulation = new Simulation({ seed: 1 });
    const done = simulation.on("done", () => {});
    for (const instant of [7, 17]) simulation.at(instant * MS, done);
    simulation.run(7 * MS);
    const scheduler = createScheduler(simulation, "late", cpuOf({ cores: 2 }), spec);
    scheduler.submit(scheduler.addGroup({ weight: 1 }), 5 * MS, done, 0);
    simulation.run(17 * MS);
    const { busyIntegral, capacityIntegral } = scheduler.counters();
    expect(busyIntegral).toBe(5 * MS);
    expect(capacityIntegral).toBe(2 * 10 * MS);
    simulation.audit();
  });

  test("refuses while a task is left, and changes nothing", () => {
    const { simulation, scheduler } = build(spec, cpuOf({ cores: 1 }));
    const idle = scheduler.addGroup({ weight: 1 });
    const busy = scheduler.addGroup({ name: "web", weight: 1 });
    let ends = 0;
    const done = simulation.on("done", () => void ends++);
    scheduler.submit(busy, 5 * MS, done, 0);
    expect(() => scheduler.close()).toThrow('scheduler "cores": close with 1 tasks in group "web", expected none; withdraw them first');
    scheduler.submit(idle, 5 * MS, done, 0);
    simulation.run(HORIZON);
    expect(ends).toBe(2);
    scheduler.close();
    expect(() => scheduler.submit(idle, 1, done, 0)).toThrow("found group 0, expected one that addGroup returned");
  });
});
