import { describe, expect, test } from "vitest";
import { meanInterval } from "../../engine/index.ts";
import { COLD_START, COMPONENTS, FAILURES, FAULTS, KILLED, RUNNING, STEAL, TIMEOUT, WAITING } from "../vocabulary.ts";
import type { DeploymentSpec } from "../fleet/deployment.ts";
import type { UnitSpec } from "../fleet/units.ts";
import { FLUID, type SchedulerSpec, SLICES } from "../os/cpu/spec.ts";
import type { RunSpec } from "./run-record.ts";
import { simulate } from "./simulate.ts";
import { type RunWindow, windowFrom } from "./window.ts";
import { compute, idealDisk, idealHost } from "../testing/ideal.ts";
import { app, container, deployment, GiB, host, lambda, MiB, os, run, vm } from "../testing/specs.ts";
import { durationsOf } from "../testing/starts.ts";
import type { AppSpec, StepSpec } from "../workload/spec.ts";

const exponential = (mean: number): StepSpec => compute({ kind: "exponential", mean });
/** The usual application, with its memory and its start, whose requests only compute. */
const onlyCompute = (rate: number, mean: number, changes: Partial<AppSpec> = {}): AppSpec =>
  app({
    arrivals: [{ kind: "poisson", rate }],
    request: [exponential(mean), { kind: "reply", size: 1 }],
    threads: 10_000,
    systemCalls: 0,
    ...changes,
  });

const bare: DeploymentSpec["parts"][number]["unit"] = container({ engine: { ...container().engine, networkRoundTrip: 0 } });

/** A run, measured from `warmup` seconds on. */
function measure({ warmup = 0, ...spec }: RunSpec & { readonly warmup?: number }): RunWindow {
  const record = simulate(spec);
  return windowFrom(record, Math.ceil(warmup / record.sliceLength));
}

/** Mean over replications of a number of each run, with a 99 % interval. */
function replicate(spec: Partial<RunSpec> & { deployment: DeploymentSpec; warmup: number }, value: (window: RunWindow) => number, n = 8) {
  const values = Array.from({ length: n }, (_, replication) => value(measure({ ...run(spec.deployment), ...spec, replication })));
  return meanInterval(values, 0.99);
}

const contains = (interval: { low: number; high: number }, expected: number) => {
  expect(interval.low).toBeLessThan(expected);
  expect(interval.high).toBeGreaterThan(expected);
};

const partOf = (window: RunWindow, component: number): number => window.profile.meanOfSlowest(1)[component] / 1e9;

describe("theory", () => {
  test("half of every millisecond doubles the work: M/M/1-PS with mu / 2, as the period is short against it", () => {
    const spec = deployment(container({ ...bare, cpus: 0.5, cpuPeriod: 1e-3 } as Parameters<typeof container>[0]), {
      host: idealHost(4),
      app: onlyCompute(30, 0.01),
    });
    const interval = replicate({ deployment: spec, tenants: 1, duration: 200, warmup: 20 }, (record) => record.latencyMean);
    contains(interval, 1 / (50 - 30));
  });

  test("page faults: with half of the working set in memory every second touch waits one disk access", () => {
    const access = 1e-4;
    const small = host({
      ...idealHost(4),
      memory: { size: 300 * MiB },
      disks: { main: { ...idealDisk(access, 64), writeAccess: 1e-6 } },
      os: os({ swap: { disk: "main", size: 4 * GiB }, system: { memory: 20 * MiB, workingSet: 20 * MiB } }),
    });
    const heap = 560 * MiB;
    const touching = app({
      arrivals: [{ kind: "poisson", rate: 40 }],
      request: [
        { kind: "touch", pages: 40 },
        { kind: "reply", size: 1 },
      ],
      memory: { code: 0, heap, workingSet: heap, dirtyShare: 0 },
      startCpu: 0,
    });
    const tiny = container({
      memory: GiB,
      engine: { ...container().engine, daemonMemory: 0, shimMemory: 0, startRead: 0, networkRoundTrip: 0 },
    });
    const record = measure({ ...run(deployment(tiny, { host: small, app: touching }), { tenants: 1, duration: 200 }), warmup: 100 });
    const resident = 280 / 560;
    expect(partOf(record, FAULTS) / (40 * (1 - resident) * access)).toBeCloseTo(1, 1);
    expect(record.majorFaults / (40 * 40 * (1 - resident))).toBeCloseTo(1, 1);
  });
});

describe("mechanisms", () => {
  const models: [string, UnitSpec][] = [
    ["vm", vm()],
    ["container", container()],
    ["function", lambda()],
  ];

  test.each(models)("%s: parts sum to the response time, books balance, and the same seed gives the same record", (_, unit) => {
    const spec = run(deployment(unit), { tenants: 5, duration: 60 });
    const record = simulate(spec);
    expect(record.audit.checks).toBeGreaterThan(20);
    expect(windowFrom(record, 0).completed).toBeGreaterThan(100);
    expect(simulate(spec)).toEqual(record);
    expect(simulate({ ...spec, replication: 1 }).fingerprint).not.toBe(record.fingerprint);
  });

  test.each(models)("%s on a host that schedules by slices: audited, the same twice, and the work is that of the fluid", (_, unit) => {
    const load = onlyCompute(6, 0.02, { threads: 8 });
    const on = (scheduler: SchedulerSpec) =>
      run(deployment(unit, { app: load, host: host({ os: os({ scheduler }), memory: { size: 32 * GiB } }) }), { tenants: 8, duration: 40 });
    const record = simulate(on(SLICES));
    expect(simulate(on(SLICES))).toEqual(record);
    expect(record.hosts[0].scheduler.switches).toBeGreaterThan(1000);
    const [slices, fluid] = [record, simulate(on(FLUID))].map((one) => windowFrom(one, 2));
    expect(Math.abs(slices.completed / fluid.completed - 1)).toBeLessThan(0.02);
    expect(partOf(slices, RUNNING) / partOf(fluid, RUNNING)).toBeCloseTo(1, 2);
  });

  test("the same tenants bring the same requests to every model", () => {
    const arrivals = models.map(([, unit]) => measure({ ...run(deployment(unit), { tenants: 4, duration: 60 }), warmup: 0 }).arrivals);
    expect(arrivals[1]).toBe(arrivals[0]);
    expect(arrivals[2]).toBe(arrivals[0]);
  });

  test("another tenant does not change the arrivals of the ones there are", () => {
    const count = (tenants: number) => measure({ ...run(deployment(container()), { tenants, duration: 60 }), warmup: 0 }).arrivals;
    const [one, two, three] = [1, 2, 3].map(count);
    expect(two).toBeGreaterThan(one);
    expect(three).toBeGreaterThan(two);
  });

  test("an idle host boots a VM in the time of its parts", () => {
    const spec = vm();
    const h = host();
    const record = measure(run(deployment(spec), { tenants: 1, duration: 10 }));
    // The faults of monitor, kernel and system are in the measured boot; those of code and heap are EPT violations, 2.9 times a native fault.
    const faults = Math.ceil((42 * MiB) / 4096) * 2.9 * h.mmu.minorFault;
    const pieces = spec.guest.bootRead / (128 * 1024);
    const cpu = spec.hypervisor.createCpu + spec.guest.bootCpu + app().startCpu + faults;
    const disk = pieces * (h.disks.main.readAccess + (128 * 1024) / h.disks.main.readBandwidth);
    expect(durationsOf(record.run)[0]).toBeCloseTo(cpu + disk, 3);
  });

  test("memory of n VMs is n times monitor, guest and application, and one base image", () => {
    const record = measure(run(deployment(vm()), { tenants: 7, duration: 10 }));
    const [systems, guest, hypervisor, , , code, heap, , image] = record.memory.resident.map((size) => size / MiB);
    expect(systems).toBeCloseTo(220, 0);
    expect(hypervisor).toBeCloseTo(7 * 131, 0);
    expect(guest).toBeCloseTo(7 * (13.9 + 4 + 45), 0);
    expect([code, heap, image]).toEqual([7 * 12, 7 * 30, 44]);
  });

  test("containers of one image share its code; functions do not", () => {
    const of = (unit: UnitSpec, kind: number) => measure(run(deployment(unit), { tenants: 6, duration: 30 })).memory.resident[kind] / MiB;
    expect(of(container(), 7)).toBe(12);
    expect(of(lambda(), 5)).toBeGreaterThanOrEqual(6 * 12);
  });

  test("steal is what vCPUs wait for the host: none with a core each, most of the wait with eight busy VMs on one core", () => {
    const load = onlyCompute(8, 0.01);
    const alone = measure(run(deployment(vm(), { host: idealHost(4), app: load }), { tenants: 1, duration: 60 }));
    const crowded = measure(run(deployment(vm(), { host: idealHost(1), app: load }), { tenants: 8, duration: 60 }));
    expect(partOf(alone, STEAL)).toBeLessThan(1e-6);
    expect(partOf(crowded, STEAL)).toBeGreaterThan(partOf(crowded, WAITING));
  });

  test("an invocation that runs into the time limit is killed there, with its instance", () => {
    const endless = app({
      arrivals: [{ kind: "periodic", every: 10, jitter: 0 }],
      request: [compute({ kind: "constant", value: 5 }), { kind: "reply", size: 1 }],
    });
    const record = measure({ ...run(deployment(lambda({ timeout: 2 }), { app: endless }), { tenants: 1, duration: 100 }), warmup: 0 });
    expect(record.completed).toBe(0);
    expect(record.failures[TIMEOUT]).toBeGreaterThanOrEqual(8);
    expect(record.startDurations.count).toBeGreaterThanOrEqual(record.failures[TIMEOUT]);
  });

  test("crashes come at the given rate, fail what is in service, and the instance comes back", () => {
    const spec = { ...deployment(container(), { app: onlyCompute(20, 0.02) }), restartEvery: 10 };
    const record = measure({ ...run(spec, { tenants: 5, duration: 400 }), warmup: 0 });
    const crashes = record.startDurations.count - 5;
    expect(Math.abs(crashes - 200)).toBeLessThan(3 * Math.sqrt(200));
    expect(record.failures[KILLED]).toBeGreaterThan(0);
    expect(partOf(record, COLD_START)).toBeGreaterThan(0);
  });

  test("the platform's pool bounds instances; beyond it invocations wait and are refused", () => {
    const small = lambda({ platform: { ...lambda().platform, poolMemory: 3 * 128 * MiB }, backlog: 5 });
    const record = measure(run(deployment(small, { app: onlyCompute(20, 0.1) }), { tenants: 10, duration: 60 }));
    expect(record.instances).toBeLessThanOrEqual(3);
    expect(record.failures[FAILURES.indexOf("refused")]).toBeGreaterThan(0);
    expect(record.evictions).toBeGreaterThan(0);
  });

  test("overcommit shows no loss, then a knee, then collapse", () => {
    const demanding = app({ memory: { code: 2 * MiB, heap: 100 * MiB, workingSet: 60 * MiB, dirtyShare: 0.3 } });
    const spec = deployment(container({ memory: 256 * MiB }), {
      app: demanding,
      host: host({ os: os({ swap: { disk: "main", size: 16 * GiB } }) }),
    });
    const at = (tenants: number) => measure(run(spec, { tenants, duration: 100, lostShare: 0.05 }));
    const p99 = (window: RunWindow) => window.latency.quantile(0.99) / 1e9;
    const [fits, coldGoes, hotGoes] = [30, 50, 90].map(at);
    expect(fits.memory.swapped).toBe(0);
    expect(coldGoes.memory.swapped).toBeGreaterThan(0);
    expect(p99(coldGoes)).toBeLessThan(2 * p99(fits));
    expect(p99(hotGoes)).toBeGreaterThan(20 * p99(fits));
    expect(hotGoes.utilization.swapDisk).toBeGreaterThan(0.95);
    expect(COMPONENTS[FAULTS]).toBe("faults");
    expect(partOf(hotGoes, FAULTS)).toBeGreaterThan(partOf(fits, FAULTS));
  });
});
