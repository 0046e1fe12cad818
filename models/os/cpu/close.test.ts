/** A host that goes down: its scheduler leaves nothing behind that would touch it. */
import { describe, expect, test } from "vitest";
import { createStream, HORIZON } from "../../../engine/index.ts";
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
