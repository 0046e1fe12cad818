import { describe, expect, test } from "vitest";
import { createStream, meanInterval, Simulation } from "../../../engine/index.ts";
import { erlangC } from "../../../engine/testing/theory/index.ts";
import { simulate } from "../../run/simulate.ts";
import { type RunWindow, windowFrom } from "../../run/window.ts";
import { bareVm, busy, measure, smallHost } from "../../testing/cases/thrashing.ts";
import { compute, idealContainer, idealDisk, idealHost, onlyDoes } from "../../testing/ideal.ts";
import { deployment, os, run } from "../../testing/specs.ts";
import { FOR_IO, FOR_MEMORY, Pressure } from "./pressure.ts";
import { bandwidthOf } from "./scheduler.ts";
import { build, cpuOf, FIDELITIES, MS, SECOND } from "./testing/fidelities.ts";

/** Calls in their order, one a second from 0 on; what the three integrals are at the end of the last second [s]. */
function after(cpus: number, calls: readonly ((pressure: Pressure) => void)[]) {
  const simulation = new Simulation({ seed: 1 });
  const pressure = new Pressure(simulation, cpus);
  const step = simulation.on("step", (index) => {
    calls[index]?.(pressure);
    if (index < calls.length) simulation.after(SECOND, step, index + 1);
  });
  simulation.at(0, step, 0);
  simulation.run(calls.length * SECOND);
  const { cpu, memory, io } = pressure.times();
  return [cpu / SECOND, memory / SECOND, io / SECOND];
}

describe("by hand", () => {
  test("on one CPU: as long as anybody waits", () => {
    const calls = [
      (pressure: Pressure) => pressure.run(1, 1),
      (pressure: Pressure) => pressure.run(3, 1),
      (pressure: Pressure) => pressure.run(0, 0),
      (pressure: Pressure) => pressure.stall(FOR_MEMORY | FOR_IO),
      (pressure: Pressure) => pressure.stall(FOR_IO),
      (pressure: Pressure) => pressure.resume(FOR_MEMORY | FOR_IO),
      (pressure: Pressure) => pressure.resume(FOR_IO),
    ];
    expect(after(1, calls)).toEqual([1, 2, 3]);
  });

  test("on several: the delayed by what could run. The kernel's example, 257 on 256 CPUs, is 1/256", () => {
    expect(after(256, [(pressure) => pressure.run(257, 256)])).toEqual([1 / 256, 0, 0]);
    // Two run, one waits for a page: of three threads that could run, one is held up. With another two running it is one of four.
    const calls = [
      (pressure: Pressure) => pressure.run(2, 2),
      (pressure: Pressure) => pressure.stall(FOR_MEMORY),
      (pressure: Pressure) => pressure.run(4, 4),
    ];
    expect(after(4, calls)).toEqual([0, 1 / 3 + 1 / 4, 0]);
    // Everybody is held up who is not idle.
    expect(after(4, [(pressure) => pressure.stall(FOR_IO)])).toEqual([0, 0, 1]);
    // More wait than there are CPUs.
    expect(after(2, [(pressure) => pressure.run(9, 2)])).toEqual([1, 0, 0]);
  });
});

describe.each(FIDELITIES)("%s", (_, spec) => {
  test("a throttled thread waits for a CPU, a thread that has one does not", () => {
    const { simulation, scheduler } = build(spec, cpuOf({ cores: 4 }));
    const done = simulation.on("done", () => {});
    const group = scheduler.addGroup({ weight: 1, bandwidth: bandwidthOf(0.2, 0.1) });
    scheduler.submit(scheduler.addGroup({ weight: 1 }), 10 * SECOND, done, 0);
    const task = scheduler.submit(group, SECOND, done, 1);
    simulation.run(SECOND);
    // Of two that could run one is held up, for 80 ms of every 100.
    expect(scheduler.pressure.times().cpu).toBeCloseTo(0.8 * 0.5 * SECOND, 0);
    scheduler.withdraw(task);
    const before = scheduler.pressure.times().cpu;
    simulation.run(2 * SECOND);
    expect(scheduler.pressure.times().cpu).toBe(before);
  });

  test("a virtual machine waits as its vCPUs do, not as its tasks", () => {
    const { simulation, scheduler } = build(spec, cpuOf({ cores: 2 }));
    const done = simulation.on("done", () => {});
    const machine = scheduler.addGroup({ weight: 1, vcpus: 1 });
    for (let task = 0; task < 5; task++) scheduler.submit(machine, SECOND, done, task);
    simulation.run(SECOND);
    expect(scheduler.pressure.times().cpu).toBe(0);
    for (let task = 0; task < 2; task++) scheduler.submit(scheduler.addGroup({ weight: 1 }), SECOND, done, task);
    simulation.run(2 * SECOND);
    expect(scheduler.pressure.times().cpu / SECOND).toBeCloseTo(1 / 2, 6);
  });

  test("whatever comes and goes, afterwards nobody waits", () => {
    const stream = createStream(3, "pressure");
    const { simulation, scheduler } = build(spec, cpuOf({ cores: 2 }));
    const groups = [{ bandwidth: bandwidthOf(0.3, 0.05) }, { vcpus: 2 }, { vcpus: 1, bandwidth: bandwidthOf(0.5, 0.02) }, {}].map(
      (options) => scheduler.addGroup({ weight: 1 + stream.integer(3), ...options }),
    );
    const done = simulation.on("done", () => {});
    const kill = simulation.on("kill", (task) => void scheduler.withdraw(task));
    const come = simulation.on("come", (left) => {
      const task = scheduler.submit(groups[stream.integer(4)], Math.round(stream.exponential(5 * MS)), done, 0);
      if (stream.integer(4) === 0) simulation.after(Math.round(stream.exponential(10 * MS)), kill, task);
      if (left > 0) simulation.after(Math.round(stream.exponential(3 * MS)), come, left - 1);
    });
    simulation.at(0, come, 2000);
    simulation.run(60 * SECOND);
    expect(scheduler.counters().inStation).toBe(0);
    const before = scheduler.pressure.times();
    expect(before.cpu).toBeGreaterThan(SECOND);
    simulation.run(90 * SECOND);
    expect(scheduler.pressure.times()).toEqual(before);
  });

  /** Interval over replications of what a window of a run says, against what it should be [1]. */
  function expectMean(
    machine: ReturnType<typeof idealHost>,
    app: ReturnType<typeof onlyDoes>,
    value: (window: RunWindow) => number,
    expected: number,
  ) {
    const means = Array.from({ length: 10 }, (_each, replication) => {
      const unlimited = deployment(idealContainer({ cpus: 64 }), { app, host: machine });
      return value(windowFrom(simulate(run(unlimited, { tenants: 1, duration: 12, replication })), 2));
    });
    const { low, high, halfWidth } = meanInterval(means, 0.999);
    expect(low).toBeLessThan(expected);
    expect(high).toBeGreaterThan(expected);
    expect(halfWidth).toBeLessThan(0.12 * expected);
  }
  const machineOf = (cores: number) => idealHost(cores, { os: os({ scheduler: spec }) });
  const work = 1e-3;
  const exponential = compute({ kind: "exponential", mean: work });

  test("M/M/1 of load 0.6: two or more are there with probability rho^2", () => {
    expectMean(machineOf(1), onlyDoes(0.6 / work, [exponential]), ({ pressure }) => pressure.cpu, 0.36);
  });

  test("M/M/4 of load 0.8: with k beyond the CPUs, of probability C (1 - rho) rho^k, the pressure is min(k / c, 1)", () => {
    // Summed up: C(c, a) rho (1 - rho^c) / (c (1 - rho)).
    const [cpus, rho] = [4, 0.8];
    const power = rho * rho * rho * rho;
    const expected = (erlangC(cpus, cpus * rho) * rho * (1 - power)) / (cpus * (1 - rho));
    expectMean(machineOf(cpus), onlyDoes((cpus * rho) / work, [exponential]), ({ pressure }) => pressure.cpu, expected);
  });
});

describe("memory and disk", () => {
  test("a disk that is an M/D/1: one CPU, somebody waits for it as long as it is busy", () => {
    const machine = idealHost(1, { disks: { main: idealDisk(5e-3) } });
    const app = onlyDoes(100, [{ kind: "read", size: 4096 }]);
    const window = windowFrom(simulate(run(deployment(idealContainer(), { app, host: machine }), { tenants: 1, duration: 60 })), 0);
    expect(window.utilization.disk).toBeGreaterThan(0.45);
    expect(window.pressure.io).toBeCloseTo(window.utilization.disk, 6);
    expect(window.pressure.memory).toBe(0);
  });

  test("machines that fault on a swap disk: on one CPU both pressures are the time in which anybody waits for a page", () => {
    const spec = deployment(bareVm, { app: busy, host: smallHost() });
    const calm = measure(spec, 4);
    expect(calm.pressure).toMatchObject({ memory: 0 });
    const window = measure(spec, 12);
    // The disk is busy as long as anybody waits for it; no other waits for pages are longer than an instant.
    expect(window.pressure.memory).toBeCloseTo(window.utilization.swapDisk, 2);
    expect(window.pressure.io).toBeCloseTo(window.pressure.memory, 2);
    expect(window.pressure.memory).toBeGreaterThan(0.5);
  });
});
