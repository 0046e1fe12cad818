/** What one request costs on an idle host, component by component: every adder and every piece of work shows up once, exactly. */
import { describe, expect, test } from "vitest";
import { DISK, FAILURES, NETWORK, QUEUEING, RUNNING } from "../vocabulary.ts";
import type { UnitSpec } from "../fleet/units.ts";
import { wireSize } from "../network/packets.ts";
import { simulate } from "./simulate.ts";
import { compute as drawn } from "../testing/ideal.ts";
import { app, container, deployment, engine, host, lambda, MiB, os, run, security, vm } from "../testing/specs.ts";
import { durationsOf } from "../testing/starts.ts";
import { windowFrom } from "./window.ts";
import type { AppSpec, StepSpec } from "../workload/spec.ts";

const h = host();
const cycles = (count: number) => count / h.cpu.clock;
const traps = { in: cycles(13872), out: cycles(6024) };
const compute = (seconds: number): StepSpec => drawn({ kind: "constant", value: seconds });

/** One tenant, one message a second: nobody waits for anybody. */
function costOf(unit: UnitSpec, request: readonly StepSpec[], changes: Partial<AppSpec> = {}) {
  const application = app({
    arrivals: [{ kind: "periodic", every: 1, jitter: 0 }],
    request: [...request, { kind: "reply", size: 512 }],
    systemCalls: 0,
    ...changes,
  });
  const window = windowFrom(simulate(run(deployment(unit, { app: application }), { tenants: 1, duration: 40 })), 10);
  expect(window.completed).toBe(20);
  const mean = window.profile.meanOfSlowest(1).map((time) => time / 1e9);
  return { mean, response: window.latencyMean, window };
}

const copied = (size: number) => size / h.cpu.copyBandwidth;
const packets = 2 * (h.nic.cpuPerPacket + copied(512)); // one in, one out
/** An idle guest's own ticks may share the vCPU with a request; here there are none. */
const quietVm = vm({ guest: { ...vm().guest, idleCpu: 0 } });

describe("running", () => {
  test("a container: the demand, and the stack's work on each packet", () => {
    expect(costOf(container(), [compute(5e-3)]).mean[RUNNING]).toBeCloseTo(5e-3 + packets, 8);
  });

  test("a message of three packets pays for three", () => {
    const large = costOf(container(), [compute(5e-3)], { message: 3 * 1448 });
    expect(large.mean[RUNNING]).toBeCloseTo(5e-3 + 4 * h.nic.cpuPerPacket + copied(3 * 1448 + 512), 8);
  });

  test("a security module: so much for each system call", () => {
    const strict = container({ security: { ...security, perCall: 2e-6 } });
    expect(costOf(strict, [compute(5e-3)], { systemCalls: 50 }).mean[RUNNING]).toBeCloseTo(5e-3 + packets + 50 * 2e-6, 8);
  });

  test("a virtual machine: a trap each way, and longer page walks", () => {
    const walkShare = 0.05;
    const slowdown = 1 + walkShare * (1 - 4 / 20) * (2 - 1); // nested walks cost twice, 4 MiB of TLB reach, 20 MiB of working set
    expect(costOf(quietVm, [compute(5e-3)], { pageWalkShare: walkShare }).mean[RUNNING]).toBeCloseTo(
      5e-3 * slowdown + packets + traps.in + traps.out,
      8,
    );
  });

  test("a virtual disk: two more traps for each operation", () => {
    const without = costOf(quietVm, [compute(1e-3)]).mean[RUNNING];
    const withWrite = costOf(quietVm, [compute(1e-3), { kind: "write", size: 4096 }]).mean[RUNNING];
    expect(withWrite - without).toBeCloseTo(traps.in + traps.out, 8);
  });

  test("a function: the platform's work comes on top, scaled to the host", () => {
    const { dispatchCpu, dispatchSpeed, dispatchLatency } = lambda().platform;
    const { mean } = costOf(lambda(), [compute(5e-3)]);
    expect(mean[RUNNING]).toBeCloseTo(5e-3 + packets + (dispatchCpu * dispatchSpeed) / h.cpu.speed, 8);
    expect(mean[QUEUEING]).toBeCloseTo(dispatchLatency, 8);
  });

  test("an idle guest burns its share of a core", () => {
    const silent = app({ arrivals: [{ kind: "periodic", every: 1000, jitter: 0 }] });
    const record = simulate(
      run(deployment(vm({ guest: { ...vm().guest, idleCpu: 0.05 } }), { app: silent }), { tenants: 8, duration: 40 }),
    );
    expect(windowFrom(record, 10).utilization.cores).toBeCloseTo((8 * 0.05) / h.cpu.cores, 3);
  });
});

describe("disk", () => {
  const { readAccess, readBandwidth, writeAccess, writeBandwidth } = h.disks.main;

  test("one access and the transfer, for a read and for a write", () => {
    expect(costOf(container(), [{ kind: "read", size: 8192 }]).mean[DISK]).toBeCloseTo(readAccess + 8192 / readBandwidth, 8);
    expect(costOf(container(), [{ kind: "write", size: 4096 }]).mean[DISK]).toBeCloseTo(writeAccess + 4096 / writeBandwidth, 8);
  });

  test("through a hypervisor: the measured adder, of which the traps are CPU work", () => {
    const extra = (step: StepSpec) => costOf(quietVm, [step]).mean[DISK] - costOf(container(), [step]).mean[DISK];
    expect(extra({ kind: "read", size: 4096 })).toBeCloseTo(72e-6 - traps.in - traps.out, 8);
    expect(extra({ kind: "write", size: 4096 })).toBeCloseTo(36e-6 - traps.in - traps.out, 8);
  });
});

describe("network", () => {
  const wire = (size: number) => wireSize(h.nic, size) / h.nic.bandwidth;

  test("1448 bytes are one packet of 1538 on the wire, 1449 are two", () => {
    expect([wireSize(h.nic, 1448), wireSize(h.nic, 1449)]).toEqual([1538, 1449 + 2 * 90]);
  });

  test("a container: serialization both ways, propagation both ways, bridge and address translation", () => {
    expect(costOf(container(), [compute(1e-3)]).mean[NETWORK]).toBeCloseTo(2 * wire(512) + 2 * h.nic.latency + engine.networkRoundTrip, 8);
  });

  test("a virtual machine: the virtual network's round trip, of which the traps are CPU work", () => {
    expect(costOf(quietVm, [compute(1e-3)]).mean[NETWORK]).toBeCloseTo(2 * wire(512) + 2 * h.nic.latency + 30e-6 - traps.in - traps.out, 8);
  });
});

describe("a network between clients and host", () => {
  const gigabit = 125e6;
  const lan = { latency: 29e-6, bandwidthIn: Infinity, bandwidthOut: Infinity, clientBandwidth: gigabit, loss: 0, window: 6 * MiB };
  const networkTime = (network: typeof lan, nic = { ...h.nic, bandwidth: gigabit }) => {
    const application = app({
      arrivals: [{ kind: "periodic", every: 1, jitter: 0 }],
      request: [{ kind: "reply", size: 200 }],
      message: 100,
    });
    const spec = deployment(container({ engine: { ...engine, networkRoundTrip: 0 } }), { app: application, host: host({ nic, network }) });
    return windowFrom(simulate(run(spec, { tenants: 1, duration: 40 })), 10).profile.meanOfSlowest(1)[NETWORK] / 1e9;
  };
  const there = wireSize(h.nic, 100);
  const back = wireSize(h.nic, 200);

  test("its latency stands in for the interface's, and packets are sent at two ports", () => {
    expect(networkTime(lan)).toBeCloseTo(58e-6 + (2 * (there + back)) / gigabit, 8);
  });

  test("a slow line, each way its own rate", () => {
    const line = { ...lan, latency: 25e-3, bandwidthIn: 5e6, bandwidthOut: 1e6 };
    expect(networkTime(line)).toBeCloseTo(50e-3 + there / 5e6 + back / 1e6 + (2 * (there + back)) / gigabit, 8);
  });

  test("a radio channel: an access for each packet", () => {
    const radio = { ...lan, bandwidthIn: 9e6, bandwidthOut: 9e6, clientBandwidth: Infinity, radio: { access: 200e-6, aggregation: 1 } };
    expect(networkTime(radio)).toBeCloseTo(58e-6 + 400e-6 + (there + back) / 9e6, 8);
  });
});

describe("sharing and limits", () => {
  test("groups that want all of one core get it by weight: 3 vCPUs three times as much as 1", () => {
    const busy = app({
      arrivals: [{ kind: "poisson", rate: 60 }],
      request: [compute(0.1), { kind: "reply", size: 1 }],
      backlog: 10,
      threads: 8,
    });
    const one = {
      ...deployment(quietVm, { host: host({ cpu: { ...h.cpu, cores: 1, contextSwitch: 0, cachePerCore: 0 } }) }),
      parts: [
        { app: { ...busy, name: "small" }, unit: vm({ vcpus: 1, guest: quietVm.guest, memory: 512 * MiB }) },
        { app: { ...busy, name: "large" }, unit: vm({ vcpus: 3, guest: quietVm.guest, memory: 512 * MiB }) },
      ],
    };
    // Completions of both together are 10/s; told apart by who is refused: each is offered 60/s and serves 2.5/s and 7.5/s.
    const window = windowFrom(simulate(run(one, { tenants: 1, duration: 200 })), 10);
    expect(window.completed / 100).toBeCloseTo(10, 0);
    const only = (part: number) => {
      const idle = {
        ...one,
        parts: one.parts.map((each, index) => (index === part ? each : { ...each, app: { ...each.app, patience: 0 } })),
      };
      const both = windowFrom(simulate(run(idle, { tenants: 1, duration: 200 })), 10);
      return both.completed - both.failures[FAILURES.indexOf("late")];
    };
    expect(only(1) / only(0)).toBeCloseTo(3, 0);
  });

  test("a quota does not hold for a start: engine and runtime work at full speed", () => {
    const start = (cpus: number) => durationsOf(simulate(run(deployment(lambda({ cpus })), { tenants: 1, duration: 10 })))[0];
    expect(start(0.1)).toBeCloseTo(start(1), 6);
  });

  test("a platform starts as many instances at a time as it may: 8 starts two by two end in 4 groups", () => {
    const platform = { ...lambda().platform, parallelStarts: 2 };
    const once = app({ arrivals: [{ kind: "periodic", every: 20, jitter: 0 }] });
    const durations = durationsOf(simulate(run(deployment(lambda({ platform }), { app: once }), { tenants: 60, duration: 20 })));
    const [alone] = durationsOf(simulate(run(deployment(lambda(), { app: once }), { tenants: 1, duration: 20 })));
    // With at most two at a time on four cores no start is slowed down by more than its disk reads, however many wait.
    expect(Math.max(...durations)).toBeLessThan(1.5 * alone);
    expect(durations.length).toBeGreaterThan(4);
  });

  test("the instance that has been idle longest is evicted", () => {
    // Three tenants in turn, room for two: with the oldest idle one evicted every invocation is cold; evicting the newest would keep one warm.
    const platform = { ...lambda().platform, poolMemory: 2 * 128 * MiB };
    const trace = { name: "turns", times: Float64Array.from({ length: 40 }, (_, k) => 10 * k), columns: {} };
    const part = (name: string, shift: number) => ({
      app: app({
        name,
        arrivals: [{ kind: "trace", trace: { ...trace, times: trace.times.map((time) => 3 * time + 10 * shift) }, share: 1, speed: 1 }],
      }),
      unit: lambda({ platform }),
    });
    const spec = { ...deployment(lambda()), parts: [part("a", 0), part("b", 0), part("c", 0)] };
    const { evictions, startDurations } = windowFrom(simulate(run(spec, { tenants: 1, duration: 300 })), 0);
    expect(evictions).toBeGreaterThan(0);
    expect(startDurations.count).toBeGreaterThan(evictions);
  });

  test("a host that answers nothing does not look fast: what is unanswered counts with its age", () => {
    const stuck = app({ request: [compute(1e6), { kind: "reply", size: 1 }] });
    const window = windowFrom(simulate(run(deployment(container(), { app: stuck }), { tenants: 2, duration: 40 })), 0);
    expect(window.completed).toBe(0);
    expect(window.latency.count).toBeGreaterThan(50);
    expect(window.latency.quantile(0.5) / 1e9).toBeGreaterThan(10);
  });
});

describe("instants that coincide", () => {
  test("a time limit that ends with the work: the request fails or completes, the run goes on", () => {
    const exact = app({
      arrivals: [{ kind: "periodic", every: 5, jitter: 0 }],
      request: [compute(1), { kind: "reply", size: 1 }],
      systemCalls: 0,
    });
    const quiet = host({ nic: { ...h.nic, cpuPerPacket: 0 } });
    const record = simulate(run(deployment(lambda({ timeout: 1 }), { app: exact, host: quiet }), { tenants: 1, duration: 60 }));
    const { completed, failures } = windowFrom(record, 0);
    expect(completed + failures[FAILURES.indexOf("timeout")]).toBeGreaterThan(8);
  });

  test("functions that do not fit kill each other no more often than there are invocations", () => {
    const tiny = host({ memory: { size: 400 * MiB }, os: os({ swap: undefined, system: { memory: 100 * MiB, workingSet: 50 * MiB } }) });
    const platform = { ...lambda().platform, sandbox: "process" as const, memory: 60 * MiB, workingSet: 30 * MiB };
    const spec = deployment(lambda({ platform, runtime: { ...lambda().runtime, initRead: 0 } }), { host: tiny });
    const { outOfMemoryKills, arrivals } = windowFrom(simulate(run(spec, { tenants: 4, duration: 60 })), 0);
    expect(outOfMemoryKills).toBeGreaterThan(0);
    expect(outOfMemoryKills).toBeLessThanOrEqual(arrivals);
  });
});

describe("trace", () => {
  test("a busy time of the trace comes to all tenants at once", () => {
    // Rows in bursts of 20 every 100 s: with one start for all, tenants' bursts fall together.
    const times = Float64Array.from({ length: 400 }, (_, k) => 100 * Math.floor(k / 20) + 0.1 * (k % 20));
    const replay = app({
      arrivals: [{ kind: "trace", trace: { name: "bursts", times, columns: {} }, share: 0.5, speed: 1 }],
      request: [{ kind: "reply", size: 1 }],
    });
    const record = simulate(run(deployment(container(), { app: replay }), { tenants: 20, duration: 1000 }));
    const perSlice = record.apps[0].slices.map(({ arrivals }) => arrivals); // 50 s each: a burst or none
    const mean = perSlice.reduce((a, b) => a + b, 0) / perSlice.length;
    const empty = perSlice.filter((count) => count < 0.2 * mean).length;
    expect(empty).toBeGreaterThanOrEqual(8);
  });
});
