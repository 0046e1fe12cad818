/** What both fidelities must do alike, each within what it promises: the fluid exactly, slices to within a few of them. */
import { describe, expect, test } from "vitest";
import { createStream, HORIZON } from "../../../engine/index.ts";
import { switchCost } from "../../hardware/cores.ts";
import { host } from "../../testing/specs.ts";
import { build, burn, cpuOf, FIDELITIES, MS, SECOND } from "./testing/fidelities.ts";

/** 3 ms on eight CPUs, the longest there is. */
const SLICE = 3 * MS;

describe.each(FIDELITIES)("%s", (kind, spec) => {
  /** What turns may be off by, and a fluid not: it only rounds [ns]. */
  const turns = (tolerance: number): number => (kind === "fluid" ? 2 : tolerance);
  const few = turns(4 * SLICE);
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
    for (const end of ends) expectNear(end, 4 * SECOND, turns(0.04 * SECOND));
  });

  test.each([
    [3, 2],
    [5, 4],
    [7, 4],
    [12, 8],
  ])("%d equal threads on %d cores get the same", (threads, cores) => {
    const groups = Array.from({ length: threads }, () => ({ weight: 1 }));
    const { ends } = burn(
      spec,
      cpuOf({ cores }),
      groups,
      groups.map((_, group) => [group, 5 * SECOND]),
    );
    const expected = (5 * SECOND * threads) / cores;
    for (const end of ends) expectNear(end, expected, turns(0.015 * expected));
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
    expectNear(ends[1], expected, turns(0.01 * SECOND));
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
    const { simulation, scheduler } = build(spec, cpuOf({ cores: 3 }));
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

  test("refuses what can't be", () => {
    const { scheduler } = build(spec);
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
