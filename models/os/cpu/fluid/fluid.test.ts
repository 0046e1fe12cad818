/** What only the fluid shows: nothing but shares, so no turns, no switches, no single CPUs. */
import { expect, test } from "vitest";
import { HORIZON } from "../../../../engine/index.ts";
import { host } from "../../../testing/specs.ts";
import { FLUID } from "../spec.ts";
import { build, burn, cpuOf, MS, SECOND } from "../testing/fidelities.ts";

test("nobody switches or moves, however many share", () => {
  const groups = Array.from({ length: 3 }, () => ({ weight: 1 }));
  const tasks = groups.map((_, group) => [group, 5 * SECOND] as const);
  const { scheduler } = burn(FLUID, { ...host().cpu, cores: 2 }, groups, tasks);
  expect(scheduler.usage).toMatchObject({ switches: 0, migrations: 0 });
});

test("no events but the ends of tasks, however long they share", () => {
  const { simulation, scheduler } = build(FLUID, cpuOf({ cores: 1 }));
  const group = scheduler.addGroup({ weight: 1 });
  const done = simulation.on("done", () => {});
  for (let task = 1; task <= 5; task++) scheduler.submit(group, task * 100 * SECOND, done, task);
  simulation.run(HORIZON);
  expect(simulation.eventCount).toBe(5);
});

test("a set of CPUs is refused unless it is all of them", () => {
  const { scheduler } = build(FLUID, cpuOf({ cores: 2 }));
  expect(() => scheduler.addGroup({ name: "g", weight: 1, cpus: [1] })).toThrow(
    'scheduler "cores", group "g": a set of CPUs needs the scheduler "slices"; this one is "fluid"',
  );
  scheduler.addGroup({ weight: 1, cpus: [0, 1] });
});

test("a group has its task until it has been told that it is done, though the fluid has finished it", () => {
  const { simulation, scheduler } = build(FLUID, cpuOf({ cores: 1 }));
  const group = scheduler.addGroup({ name: "g", weight: 1 });
  const other = scheduler.addGroup({ weight: 1 });
  let ended = 0;
  const done = simulation.on("done", () => void ended++);
  const look = simulation.on("look", () => {
    scheduler.withdraw(scheduler.submit(other, MS, done, 0)); // brings the fluid up to now
    expect(ended).toBe(0);
    expect(() => scheduler.removeGroup(group)).toThrow('removeGroup with 1 tasks in group "g"');
  });
  simulation.at(5 * MS, look);
  scheduler.submit(group, 5 * MS, done, 0);
  simulation.run(HORIZON);
  expect(ended).toBe(1);
  scheduler.removeGroup(group);
  simulation.audit();
});
