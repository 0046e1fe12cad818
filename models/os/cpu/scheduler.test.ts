/** What both fidelities must do alike, each within what it promises: the fluid exactly, slices to within a few of them. */
import { describe, expect, test } from "vitest";
import { createStream, HORIZON, type RandomStream, Simulation } from "../../../engine/index.ts";
import { switchCost } from "../../hardware/cores.ts";
import type { CpuSpec } from "../../hardware/spec.ts";
import { host } from "../../testing/specs.ts";
import { createScheduler } from "./create.ts";
import { bandwidthOf, type CpuScheduler, type TaskGroupOptions } from "./scheduler.ts";
import { FLUID, SLICES, type SchedulerSpec } from "./spec.ts";

const KINDS: [SchedulerSpec["kind"], SchedulerSpec][] = [
  ["fluid", FLUID],
  ["slices", SLICES],
];
const MS = 1e6;
const SECOND = 1e9;
/** 3 ms on eight CPUs, the longest there is. */
const SLICE = 3 * MS;

const cpuOf = (changes: Partial<CpuSpec> = {}): CpuSpec => ({ ...host().cpu, contextSwitch: 0, cachePerCore: 0, ...changes });

interface Ended {
  readonly at: number;
  readonly running: number;
  readonly waiting: number;
  readonly steal: number;
  readonly throttled: number;
}

/** Tasks that all come at 0, each [group, demand in ns]: how they ended. */
function burn(spec: SchedulerSpec, cpu: CpuSpec, groups: readonly TaskGroupOptions[], tasks: readonly (readonly [number, number])[]) {
  const simulation = new Simulation({ seed: 1 });
  const scheduler = createScheduler(simulation, "cores", cpu, spec);
  const ids = groups.map((group) => scheduler.addGroup(group));
  const ended: Ended[] = [];
  const done = simulation.on("done", (task) => void (ended[task] = { at: simulation.now, ...scheduler.finished }));
  tasks.forEach(([group, demand], task) => void scheduler.submit(ids[group], demand, done, task));
  simulation.run(HORIZON);
  simulation.audit();
  return { ended, ends: ended.map(({ at }) => at), scheduler };
}

describe.each(KINDS)("%s", (kind, spec) => {
  /** A few slices, or nothing for a fluid but rounding [ns]. */
  const few = kind === "fluid" ? 2 : 4 * SLICE;
  const expectNear = (found: number, expected: number, tolerance = few): void =>
    expect(Math.abs(found - expected), `${found} instead of ${expected}`).toBeLessThanOrEqual(tolerance);

  test("groups get cores by weight, whatever the number of their tasks", () => {
    const groups = [{ weight: 1 }, { weight: 3 }];
    const { ends } = burn(spec, cpuOf({ cores: 1 }), groups, [
      [0, 10 * SECOND],
      [1, 15 * SECOND],
      [1, 15 * SECOND],
    ]);
    for (const end of ends) expectNear(end, 40 * SECOND);
  });

  test("a task has one core at most: what a heavy group can't use, others get", () => {
    const { ends } = burn(
      spec,
      cpuOf({ cores: 2 }),
      [{ weight: 100 }, { weight: 1 }, { weight: 1 }],
      [
        [0, 4 * SECOND],
        [1, 2 * SECOND],
        [2, 2 * SECOND],
      ],
    );
    for (const end of ends) expectNear(end, 4 * SECOND, kind === "fluid" ? 2 : 0.04 * SECOND);
  });

  test.each([
    [3, 2],
    [5, 4],
    [7, 4],
    [12, 8],
  ])("%d equal threads on %d cores get the same", (threads, cores) => {
    const groups = Array.from({ length: threads }, () => ({ weight: 1 }));
    const { ends, scheduler } = burn(
      spec,
      cpuOf({ cores }),
      groups,
      groups.map((_, group) => [group, 5 * SECOND]),
    );
    const expected = (5 * SECOND * threads) / cores;
    for (const end of ends) expectNear(end, expected, kind === "fluid" ? 2 : 0.015 * expected);
    expect(scheduler.usage.migrations > 100).toBe(kind === "slices");
  });

  test("two busy threads of a core do 1 + the SMT gain of its work, and a host with one on each core is not full", () => {
    const cpu = cpuOf({ cores: 2, threadsPerCore: 2, smtGain: 0.25 });
    const four = [0, 1, 2, 3].map((group) => [group, SECOND] as const);
    const groups = [{ weight: 1 }, { weight: 1 }, { weight: 1 }, { weight: 1 }];
    const both = burn(spec, cpu, groups, four);
    for (const end of both.ends) expectNear(end, 1.6 * SECOND, 2);
    const { busyIntegral, capacityIntegral } = both.scheduler.counters();
    expect(busyIntegral / capacityIntegral).toBeCloseTo(1, 6);
    const one = burn(spec, cpu, groups, four.slice(0, 2));
    for (const end of one.ends) expectNear(end, SECOND, 2);
    expect(one.scheduler.counters().busyIntegral / one.scheduler.counters().capacityIntegral).toBeCloseTo(2 / 2.5, 6);
  });

  test("taking turns costs s of every q + s", () => {
    const cpu = { ...host().cpu, cores: 1 };
    const q = 0.75e-3;
    const { ends, scheduler } = burn(
      spec,
      cpu,
      [{ weight: 1 }, { weight: 1 }],
      [
        [0, 5 * SECOND],
        [1, 5 * SECOND],
      ],
    );
    const expected = (10 * SECOND * (q + switchCost(cpu))) / q;
    expectNear(ends[1], expected, kind === "fluid" ? 2 : 0.01 * SECOND);
    if (kind === "slices") expectNear(scheduler.usage.switches, expected / SECOND / (q + switchCost(cpu)), 4);
    expect(scheduler.counters().busyIntegral / scheduler.counters().capacityIntegral).toBeCloseTo(1, 6);
  });

  test("a guest whose tasks outnumber its vCPUs pays for its own switches, on an idle host too", () => {
    const cpu = { ...host().cpu, cores: 4 };
    const tasks = [0, 0, 0].map((group) => [group, 2 * SECOND] as const);
    const q = 0.75e-3; // of a guest with one vCPU
    const { ends } = burn(spec, cpu, [{ weight: 1, vcpus: 1 }], tasks);
    expectNear(ends[2], (6 * SECOND * (q + switchCost(cpu))) / q, 0.01 * SECOND);
    const free = burn(spec, cpu, [{ weight: 1, vcpus: 3 }], tasks);
    for (const end of free.ends) expectNear(end, 2 * SECOND, 2);
  });

  test("two busy virtual machines on one core: half of their time is steal", () => {
    const { ended, scheduler } = burn(
      spec,
      cpuOf({ cores: 1 }),
      [
        { weight: 1, vcpus: 1 },
        { weight: 1, vcpus: 1 },
      ],
      [
        [0, 5 * SECOND],
        [1, 5 * SECOND],
      ],
    );
    for (const { steal, waiting, running } of ended) {
      expectNear(steal, 5 * SECOND);
      expectNear(waiting, 0);
      expect(running).toBe(5 * SECOND);
    }
    const { vcpuRunning, vcpuSteal } = scheduler.usage;
    expectNear(vcpuSteal / (vcpuRunning + vcpuSteal), 0.5, 1e-3);
  });

  test("in a guest, what the host takes is steal, what siblings take is waiting", () => {
    // Two tasks on the one vCPU that has half a core: each stays 4 times its demand, of which once for the host.
    const { ended } = burn(
      spec,
      cpuOf({ cores: 1 }),
      [{ weight: 1, vcpus: 1 }, { weight: 1 }],
      [
        [0, 2 * SECOND],
        [0, 2 * SECOND],
        [1, 20 * SECOND],
      ],
    );
    for (const { at, steal, waiting } of ended.slice(0, 2)) {
      expectNear(at, 8 * SECOND);
      expectNear(steal, 2 * SECOND, 2 * few);
      expectNear(waiting, 4 * SECOND, 2 * few);
    }
    expect(ended[2].steal).toBe(0);
  });

  test("a virtual machine has as many cores as vCPUs", () => {
    const { ends } = burn(
      spec,
      cpuOf({ cores: 8 }),
      [{ weight: 1, vcpus: 2 }],
      [0, 0, 0, 0].map((group) => [group, SECOND]),
    );
    expect(Math.max(...ends)).toBe(2 * SECOND);
  });

  test("no time is lost while somebody waits: work goes on at min(tasks, cores), between any two events", () => {
    const simulation = new Simulation({ seed: 3 });
    const scheduler = createScheduler(simulation, "cores", cpuOf({ cores: 3 }), spec);
    const stream = createStream(3, "work");
    const groups = [1, 1, 5].map((weight) => scheduler.addGroup({ weight }));
    let present = 0;
    let since = 0;
    let expected = 0;
    const look = (change: number): void => {
      expected += Math.min(present, 3) * (simulation.now - since);
      since = simulation.now;
      present += change;
      const { busyIntegral } = scheduler.counters();
      expect(Math.abs(busyIntegral - expected)).toBeLessThan(1e-6 * expected + 100);
    };
    const done = simulation.on("done", () => look(-1));
    const come = simulation.on("come", (left) => {
      look(1);
      scheduler.submit(groups[stream.integer(3)], Math.round(stream.exponential(10 * MS)), done, 0);
      if (left > 0) simulation.after(Math.round(stream.exponential(3 * MS)), come, left - 1);
    });
    simulation.at(0, come, 1500);
    simulation.run(HORIZON);
    expect(present).toBe(0);
    simulation.audit();
  });

  test("random groups, quotas, guests, threads and withdrawals: stays add up, nobody is lost, the books balance", () => {
    const stream = createStream(7, "random");
    for (let round = 0; round < 40; round++) expectSoundBooks(spec, stream);
  });

  test("refuses what can't be", () => {
    const simulation = new Simulation({ seed: 1 });
    const scheduler = createScheduler(simulation, "cores", cpuOf(), spec);
    expect(() => scheduler.addGroup({ name: "g", weight: 0 })).toThrow(
      'scheduler "cores", group "g": found weight 0, expected a finite weight above 0',
    );
    expect(() => scheduler.addGroup({ weight: 1, vcpus: 1.5 })).toThrow("found 1.5 vCPUs");
    expect(() => scheduler.addGroup({ weight: 1, bandwidth: { quota: 0, period: 100 } })).toThrow("found a quota of 0 ns");
    expect(() => scheduler.addGroup({ weight: 1, bandwidth: { quota: 1, period: 0 } })).toThrow("found a period of 0 ns");
    const group = scheduler.addGroup({ weight: 1 });
    expect(() => scheduler.submit(group, -1, 0, 0)).toThrow("demand");
    const task = scheduler.submit(group, 1000, 0, 0);
    expect(() => scheduler.removeGroup(group)).toThrow("withdraw them first");
    scheduler.withdraw(task);
    scheduler.removeGroup(group);
  });
});

function expectSoundBooks(spec: SchedulerSpec, stream: RandomStream): void {
  const simulation = new Simulation({ seed: 1 });
  const threadsPerCore = 1 + stream.integer(2);
  const cpu = cpuOf({ cores: 1 + stream.integer(4), threadsPerCore, smtGain: 0.3, contextSwitch: 2e-6, cachePerCore: 1e5 });
  const scheduler: CpuScheduler = createScheduler(simulation, "cores", cpu, spec);
  const threads = cpu.cores * threadsPerCore;
  const pinned = spec.kind === "slices" && stream.integer(2) === 0;
  const groups = Array.from({ length: 1 + stream.integer(8) }, () =>
    scheduler.addGroup({
      weight: [1, 1, 0.1, 7][stream.integer(4)],
      vcpus: stream.integer(3) === 0 ? 1 + stream.integer(3) : undefined,
      bandwidth: stream.integer(2) === 0 ? bandwidthOf(0.1 + stream.next(), [0.1, 0.02][stream.integer(2)]) : undefined,
      cpus: pinned && stream.integer(2) === 0 ? [stream.integer(threads), stream.integer(threads)] : undefined,
    }),
  );
  const count = 1 + stream.integer(120);
  const gap = [0.1, 2, 10][stream.integer(3)] * MS;
  const tasks: number[] = [];
  const starts: number[] = [];
  const demands: number[] = [];
  const ended = new Set<number>();
  const killed = new Set<number>();
  const done = simulation.on("done", (task) => {
    expect(ended.has(task) || killed.has(task)).toBe(false);
    ended.add(task);
    const { running, waiting, steal, throttled } = scheduler.finished;
    expect(running + waiting + steal + throttled).toBe(simulation.now - starts[task]);
    expect(running).toBe(demands[task]);
    expect(Math.min(waiting, steal, throttled)).toBeGreaterThanOrEqual(0);
    for (const part of [waiting, steal, throttled]) expect(Number.isInteger(part)).toBe(true);
  });
  const kill = simulation.on("kill", (task) => {
    scheduler.withdraw(tasks[task]);
    if (!ended.has(task)) killed.add(task);
  });
  const come = simulation.on("come", (task) => {
    starts[task] = simulation.now;
    demands[task] = Math.round(stream.exponential(5 * MS));
    tasks[task] = scheduler.submit(groups[stream.integer(groups.length)], demands[task], done, task);
    if (stream.integer(5) === 0) simulation.after(Math.round(stream.exponential(20 * MS)), kill, task);
    if (stream.integer(10) === 0) scheduler.changeGroup(groups[0], { weight: 1 + stream.next(), bandwidth: bandwidthOf(0.5, 0.1) });
    if (task + 1 < count) simulation.after(Math.round(stream.exponential(gap)), come, task + 1);
    simulation.audit();
  });
  simulation.at(0, come, 0);
  simulation.run(HORIZON);
  simulation.audit();
  expect(ended.size + killed.size).toBe(count);
  expect(scheduler.counters().inStation).toBe(0);
  for (const group of groups) scheduler.removeGroup(group);
}
