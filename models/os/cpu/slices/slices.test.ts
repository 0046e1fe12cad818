/** What only turns show: wake-up delay, slices by the kernel's rule, CPU sets, switches and migration. */
import { describe, expect, test } from "vitest";
import { createStream, HORIZON } from "../../../../engine/index.ts";
import { cacheRefill, switchCost } from "../../../hardware/cores.ts";
import type { CpuSpec } from "../../../hardware/spec.ts";
import { host } from "../../../testing/specs.ts";
import { SLICES, type SlicesSpec } from "../spec.ts";
import { build as buildBoth, burn, cpuOf, MS, SECOND } from "../testing/fidelities.ts";

const build = (cpu: CpuSpec, spec: SlicesSpec = SLICES) => buildBoth(spec, cpu);

describe("wake-up delay", () => {
  /** `hogs` that never sleep on one core, and a group that wakes up now and then for 0.1 ms: what it waits [ns]. */
  function delays(hogs: number, spec: SlicesSpec): number[] {
    const { simulation, scheduler } = build(cpuOf({ cores: 1 }), spec);
    const never = simulation.on("never", () => expect.unreachable());
    for (let k = 0; k < hogs; k++) scheduler.submit(scheduler.addGroup({ weight: 1 }), 1e6 * SECOND, never, 0);
    const sleeper = scheduler.addGroup({ weight: 1 });
    const stream = createStream(1, "gaps");
    const waits: number[] = [];
    const done = simulation.on("done", () => {
      waits.push(scheduler.finished.waiting);
      simulation.after(40 * MS + Math.round(stream.exponential(20 * MS)), wake, 0);
    });
    const wake = simulation.on("wake", () => void scheduler.submit(sleeper, 0.1 * MS, done, 0));
    simulation.after(40 * MS, wake, 0);
    simulation.run(60 * SECOND);
    simulation.audit();
    return waits;
  }

  test("none on an idle core", () => {
    expect(Math.max(...delays(0, SLICES))).toBe(0);
  });

  test.each([
    [1, 0.2e-3],
    [8, 0.2e-3],
    [8, 1e-3],
  ])("with %d hogs a sleeper waits for no more than the rest of min(wake-up granularity %d s, slice)", (hogs, wakeupGranularity) => {
    const waits = delays(hogs, { ...SLICES, wakeupGranularity });
    const bound = Math.min(wakeupGranularity, SLICES.baseSlice) * SECOND;
    expect(waits.length).toBeGreaterThan(500);
    expect(Math.max(...waits)).toBeLessThanOrEqual(bound + 1);
    if (hogs > 1) expect(Math.max(...waits)).toBeGreaterThan(0.9 * bound); // one hog alone is past its protection
  });

  test.each([2, 5, 10])("one of %d hogs waits (n - 1) slices between its own, and never n", (hogs) => {
    const { simulation, scheduler } = build(cpuOf({ cores: 1 }));
    const slice = SLICES.baseSlice * SECOND;
    const groups = Array.from({ length: hogs }, () => scheduler.addGroup({ weight: 1 }));
    const waits: number[] = [];
    const done = simulation.on("done", (group) => {
      if (simulation.now > SECOND) waits.push(scheduler.finished.waiting);
      scheduler.submit(groups[group], slice, done, group);
    });
    groups.forEach((group, index) => void scheduler.submit(group, slice, done, index));
    simulation.run(10 * SECOND);
    const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
    expect(mean / slice).toBeCloseTo(hogs - 1, 1);
    expect(Math.max(...waits)).toBeLessThanOrEqual(hogs * slice);
  });
});

test.each([
  [1, 1],
  [2, 2],
  [4, 3],
  [8, 4],
  [16, 4],
])("slices on %d CPUs are %d base slices long", (cores, scale) => {
  const { simulation, scheduler } = build(cpuOf({ cores }));
  const done = simulation.on("done", () => {});
  for (let k = 0; k < 2; k++) scheduler.submit(scheduler.addGroup({ weight: 1, cpus: [0] }), 3 * SECOND, done, 0);
  simulation.run(HORIZON);
  expect(6 / scheduler.usage.switches / (scale * SLICES.baseSlice)).toBeCloseTo(1, 2);
});

describe("CPU sets", () => {
  test("threads stay inside, and what they can't use is for the others", () => {
    const { simulation, scheduler } = build(cpuOf({ cores: 4 }));
    const pair = scheduler.addGroup({ weight: 1, cpus: [0, 1] });
    const single = scheduler.addGroup({ weight: 1, cpus: [3] });
    const free = scheduler.addGroup({ weight: 1 });
    const ends: number[] = [];
    const done = simulation.on("done", (task) => void (ends[task] = simulation.now / SECOND));
    for (let task = 0; task < 3; task++) scheduler.submit(pair, SECOND, done, task);
    for (let task = 3; task < 5; task++) scheduler.submit(single, SECOND, done, task);
    scheduler.submit(free, 2 * SECOND, done, 5);
    simulation.run(HORIZON);
    simulation.audit();
    // Three on two CPUs, two on one, and one that has the fourth to itself.
    for (const end of ends.slice(0, 3)) expect(Math.abs(end - 1.5)).toBeLessThan(0.02);
    for (const end of ends.slice(3, 5)) expect(Math.abs(end - 2)).toBeLessThan(0.01);
    expect(ends[5]).toBeCloseTo(2, 6);
  });

  test("are refused if the host has no such CPU", () => {
    const { scheduler } = build(cpuOf({ cores: 2 }));
    expect(() => scheduler.addGroup({ name: "g", weight: 1, cpus: [0, 2] })).toThrow(
      'scheduler "cores", group "g": found CPUs 0, 2, expected some of 0 to 1',
    );
    expect(() => scheduler.addGroup({ weight: 1, cpus: [] })).toThrow("expected some of 0 to 1");
  });
});

test("threads of a core are taken last: two tasks on two cores of two threads run at full speed", () => {
  const { simulation, scheduler } = build(cpuOf({ cores: 2, threadsPerCore: 2, smtGain: 0.25 }));
  const group = scheduler.addGroup({ weight: 1 });
  const ends: number[] = [];
  const done = simulation.on("done", (task) => void (ends[task] = simulation.now / SECOND));
  for (let task = 0; task < 3; task++) scheduler.submit(group, SECOND, done, task);
  simulation.run(HORIZON);
  // The third shares a core with one of them: 0.625 each for 1.6 s less what is done alone; the other has its own.
  expect(ends.map((end) => Math.round(end * 1e6) / 1e6).sort()).toEqual([1, 1.6, 1.6]);
});

test("a thread that goes on on another core refills its cache there", () => {
  const cpu = { ...host().cpu, cores: 2, contextSwitch: 0 };
  const { simulation, scheduler } = build(cpu);
  const ends: number[] = [];
  const done = simulation.on("done", (task) => void (ends[task] = simulation.now));
  // Two share CPU 0; when the one on CPU 1 is done after half a second, that takes over the one of them that waits.
  scheduler.submit(scheduler.addGroup({ weight: 100 }), 0.5 * SECOND, done, 0);
  for (let task = 1; task < 3; task++) scheduler.submit(scheduler.addGroup({ weight: 1 }), SECOND, done, task);
  simulation.run(HORIZON);
  simulation.audit();
  const { migrations, switches } = scheduler.usage;
  expect(migrations).toBe(1);
  const cost = cacheRefill(cpu) * SECOND;
  expect(ends[1] + ends[2]).toBeGreaterThan(2.5 * SECOND + switches * cost - 2 * SLICES.baseSlice * 2 * SECOND);
  expect(switches).toBeGreaterThan(100);
});

test.each([
  [3, 2],
  [5, 4],
  [7, 4],
  [12, 8],
])("%d equal threads on %d cores get the same by changing places", (threads, cores) => {
  const groups = Array.from({ length: threads }, () => ({ weight: 1 }));
  const tasks = groups.map((_, group) => [group, 5 * SECOND] as const);
  const { scheduler } = burn(SLICES, cpuOf({ cores }), groups, tasks);
  expect(scheduler.usage.migrations).toBeGreaterThan(100);
});

test("two that take turns on one core switch once a slice, which is as long as it is without the switch", () => {
  const cpu = { ...host().cpu, cores: 1 };
  const tasks = [0, 1].map((group) => [group, 5 * SECOND] as const);
  const { scheduler } = burn(SLICES, cpu, [{ weight: 1 }, { weight: 1 }], tasks);
  expect(switchCost(cpu)).toBeGreaterThan(0);
  expect(Math.abs(scheduler.usage.switches - 10 / SLICES.baseSlice)).toBeLessThanOrEqual(4);
});
