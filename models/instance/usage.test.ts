/** What one instance uses, by hand: counters that people know from cpu.stat, `docker stats` and top. */
import { describe, expect, test } from "vitest";
import { FIDELITIES } from "../os/cpu/testing/fidelities.ts";
import { simulate } from "../run/simulate.ts";
import { type InstanceMeans, instanceOfApp, windowFrom, windowOfHost } from "../run/window.ts";
import { fixed } from "../serverless/policies/keep-alive/fixed.ts";
import { compute, idealContainer, idealFunction, idealHost, idealVm, onlyDoes } from "../testing/ideal.ts";
import { app, container, deployment, host, lambda, MiB, os, run, vm } from "../testing/specs.ts";
import type { UnitSpec } from "../fleet/units.ts";

const { code, heap } = app().memory;
const rounded = (size: number): number => Math.ceil(size / 4096) * 4096;

/** Requests that come faster than they are served, one at a time: always busy. */
const busy = onlyDoes(2, [compute({ kind: "constant", value: 1 })], { threads: 1, backlog: 10_000 });

describe.each(FIDELITIES)("%s", (_, scheduler) => {
  const measured = (unit: UnitSpec, cores: number, tenants: number) => {
    const machine = idealHost(cores, { os: os({ scheduler }) });
    const window = windowFrom(simulate(run(deployment(unit, { app: busy, host: machine }), { tenants, duration: 200 })), 4);
    return { instance: instanceOfApp(window, 0), host: windowOfHost(window, 0) };
  };

  test("a busy thread with a fifth of a core: ten periods a second, throttled in each, for four fifths of the time", () => {
    const { instance } = measured(idealContainer({ cpus: 0.2, cpuPeriod: 0.1 }), 4, 3);
    expect(instance.cpu).toBeCloseTo(0.2, 3);
    expect(instance.periods).toBeCloseTo(10, 1);
    expect(instance.throttledPeriods).toBeCloseTo(10, 1);
    expect(instance.throttled).toBeCloseTo(0.8, 3);
    expect(instance.steal).toBe(0);
  });

  test("a quota that lasts to the end of its period throttles nobody", () => {
    const { instance } = measured(idealContainer({ cpus: 1, cpuPeriod: 0.1 }), 4, 2);
    expect(instance.cpu).toBeCloseTo(1, 3);
    expect(instance.periods).toBeCloseTo(10, 1);
    expect(instance.throttledPeriods).toBe(0);
    expect(instance.throttled).toBeLessThan(1e-6);
  });

  test.each([
    [2, 1, 0.5],
    [3, 2, 1 / 3],
    [2, 2, 0],
  ])("%d virtual machines on %d cores: the host ran something else for the share %d of their vCPUs' time", (tenants, cores, steal) => {
    const { instance, host: machine } = measured(idealVm(), cores, tenants);
    expect(instance.steal).toBeCloseTo(steal, 2);
    expect(machine.steal).toBeCloseTo(steal, 2);
    expect(instance.cpu).toBeCloseTo(1 - steal, 2);
    expect(instance.periods).toBe(0);
  });

  test("what all instances use together is what the cores are busy with, those that come and go included", () => {
    const machine = idealHost(2, { os: os({ scheduler }) });
    const app10 = onlyDoes(10, [compute({ kind: "exponential", mean: 50e-3 })]);
    const unit = idealFunction({ concurrency: 1, keepAlive: fixed(0.2) });
    const record = simulate(run(deployment(unit, { app: app10, host: machine }), { tenants: 2, duration: 60 }));
    const window = windowFrom(record, 2);
    const used = record.apps[0].instances.slice(2).reduce((sum, { cpu }) => sum + cpu, 0);
    expect(window.starts).toBeGreaterThan(100);
    expect(used / 54e9).toBeCloseTo(2 * window.utilization.cores, 6);
  });
});

test("an idle group's periods are counted as the kernel's timer does: one more each time that it stops", () => {
  const every = (gap: number): InstanceMeans => {
    const bursts = onlyDoes(1, [compute({ kind: "constant", value: 1e-3 })], { arrivals: [{ kind: "periodic", every: gap, jitter: 0 }] });
    const unit = idealContainer({ cpus: 0.5, cpuPeriod: 0.1 });
    const window = windowFrom(simulate(run(deployment(unit, { app: bursts, host: idealHost(1) }), { tenants: 1, duration: 120 })), 2);
    return instanceOfApp(window, 0);
  };
  // A burst in each period, or in every other one: the timer never stops. Every fifth: it ends its own period and an idle one.
  expect(every(0.05).periods).toBeCloseTo(10, 1);
  expect(every(0.15).periods).toBeCloseTo(10, 1);
  expect(every(0.5).periods).toBeCloseTo(4, 1);
  expect(every(0.5).throttledPeriods).toBe(0);
});

describe("memory charged to an instance that has enough", () => {
  const memoryOf = (unit: UnitSpec, application = app()): number => {
    const window = windowFrom(simulate(run(deployment(unit, { app: application }), { tenants: 2, duration: 40 })), 10);
    return instanceOfApp(window, 0).memory;
  };
  test("a container: its heap, not the shim beside it nor the code that it shares", () => {
    expect(memoryOf(container())).toBe(rounded(heap));
  });

  test("a virtual machine: its monitor and all that its guest has taken", () => {
    const spec = vm();
    const kernel = spec.guest.kernelBase + spec.guest.kernelShare * spec.memory + spec.guest.system;
    expect(memoryOf(spec)).toBe([spec.hypervisor.memory, kernel, code, heap].reduce((sum, size) => sum + rounded(size), 0));
  });

  test("a function: runtime, code and heap of its own", () => {
    const spec = lambda();
    const runtime = spec.runtime.memory + spec.engine.shimMemory;
    expect(memoryOf(spec)).toBe([runtime, code, heap].reduce((sum, size) => sum + rounded(size), 0));
  });

  test("pages of data files, once they are cached", () => {
    const data = 40 * 4096;
    const reader = app({
      request: [
        { kind: "bufferedRead", size: data },
        { kind: "reply", size: 1 },
      ],
      memory: { ...app().memory, data },
    });
    expect(memoryOf(container(), reader)).toBe(rounded(heap) + data);
  });
});

test("page faults of instances are those of the host's programs", () => {
  const small = host({ memory: { size: 380 * MiB }, os: os({ swap: { disk: "main", size: 512 * MiB } }) });
  // All pages are in use, and do not fit.
  const whole = app({ memory: { ...app().memory, workingSet: code + heap } });
  const record = simulate(run(deployment(container(), { app: whole, host: small }), { tenants: 12, duration: 60 }));
  const faults = record.apps[0].instances.reduce((sum, { majorFaults }) => sum + majorFaults, 0);
  expect(faults).toBeGreaterThan(20);
  expect(faults).toBe(record.hosts[0].slices.reduce((sum, { programFaults }) => sum + programFaults, 0));
  expect(faults).toBe(record.hosts[0].slices.reduce((sum, { majorFaults }) => sum + majorFaults, 0));
});
