/** A run taken apart by application and by host, and put together again. */
import { describe, expect, test } from "vitest";
import { FAILURES, LATE, MEMORY_KINDS, RUNNING } from "../vocabulary.ts";
import { app, container, deployment, host, lambda, run } from "../testing/specs.ts";
import type { AppSpec, StepSpec } from "../workload/spec.ts";
import { simulate } from "./simulate.ts";
import { responseSeries } from "./warmup.ts";
import { stationUtilization, windowFrom, windowOfApp, windowOfHost } from "./window.ts";

const FIRST = 5;
const compute = (seconds: number): StepSpec => ({
  kind: "cpu",
  demand: { kind: "drawn", distribution: { kind: "constant", value: seconds } },
  speed: host().cpu.speed,
});
const every = (seconds: number): AppSpec["arrivals"] => [{ kind: "periodic", every: seconds, jitter: 0 }];

/** A short task twice a second in a container, whose clients have always given up; a long one each second in a function. */
const short = app({ name: "short", arrivals: every(0.5), request: [compute(10e-3), { kind: "reply", size: 1 }], patience: 0 });
const long = app({ name: "long", arrivals: every(1), request: [compute(40e-3), { kind: "reply", size: 1 }] });
const spec = {
  ...deployment(container()),
  parts: [
    { app: short, unit: container() },
    { app: long, unit: lambda({ maxInstances: 1 }) },
  ],
};
const record = simulate(run(spec, { tenants: 2, duration: 40, latencyLimit: 10 }));
const total = windowFrom(record, FIRST);
const apps = record.apps.map((_, index) => windowOfApp(total, index));
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe("applications", () => {
  test("are named, with what their instances are, in the order of the scenario", () => {
    expect(record.apps.map(({ name, unit, startKind }) => [name, unit, startKind])).toEqual([
      ["short", "container", "container start"],
      ["long", "function", "function cold start"],
    ]);
  });

  test("each has its own arrivals: 2/s and 1/s of two tenants in 30 s", () => {
    expect(apps.map(({ arrivals }) => arrivals)).toEqual([2 * 2 * 30, 2 * 30]);
  });

  test("each has its own failures: every answer of one is late, none of the other", () => {
    expect(apps.map(({ failures }) => failures[LATE])).toEqual([apps[0].completed, 0]);
  });

  test("each has its own time: 30 ms more work are 30 ms more running, apart from the platform's", () => {
    const { dispatchCpu, dispatchSpeed } = lambda().platform;
    const running = apps.map(({ profile }) => profile.meanOfSlowest(1)[RUNNING] / 1e9);
    expect(running[1] - running[0]).toBeCloseTo(30e-3 + (dispatchCpu * dispatchSpeed) / host().cpu.speed, 8);
  });

  test("each has its own starts: one of each container and one of each function, before and after the doors opened", () => {
    expect(apps.map(({ startDurations }) => startDurations.count)).toEqual([2, 2]);
    expect(apps.map((_, index) => windowOfApp(windowFrom(record, 0), index).starts)).toEqual([0, 2]);
  });

  test("together they are the total", () => {
    for (const field of ["arrivals", "completed", "starts"] as const) expect(sum(apps.map((each) => each[field]))).toBe(total[field]);
    expect(FAILURES.map((_, reason) => sum(apps.map(({ failures }) => failures[reason])))).toEqual(total.failures);
    expect(sum(apps.map(({ latency }) => latency.count))).toBe(total.latency.count);
    expect(sum(apps.map(({ latency, latencyMean }) => latency.count * latencyMean)) / total.latency.count).toBeCloseTo(
      total.latencyMean,
      12,
    );
    expect(sum(apps.map(({ profile }) => profile.count))).toBe(total.profile.count);
    expect(Math.max(...apps.map(({ latency }) => latency.max))).toBe(total.latency.max);
  });

  test("what is unanswered counts for the application that did not answer", () => {
    const stuck = app({ name: "stuck", arrivals: every(1), request: [compute(1e6), { kind: "reply", size: 1 }] });
    const mixed = { ...spec, parts: [{ app: stuck, unit: container() }, spec.parts[0]] };
    const { apps: records } = simulate(run(mixed, { tenants: 1, duration: 40 }));
    expect(records[0].unfinished.count).toBeGreaterThan(35);
    expect(records[1].unfinished.count).toBe(0);
  });

  test("the series of the warm-up test is the mean of all their response times in each stretch", () => {
    const series = responseSeries(record);
    expect(series).toHaveLength(200);
    const [first, second] = record.apps.map(({ series: own }) => own);
    const k = first.counts.findIndex((count, index) => count > 0 && second.counts[index] > 0);
    expect(series[k]).toBe((first.sums[k] + second.sums[k]) / (first.counts[k] + second.counts[k]) / 1e9);
    const all = record.apps.flatMap((_, index) => windowOfApp(windowFrom(record, 0), index));
    expect(sum(first.counts) + sum(second.counts)).toBe(sum(all.map(({ completed }) => completed)));
  });
});

describe("hosts", () => {
  test("name their stations and what these serve as", () => {
    expect(record.hosts.map(({ name, stations }) => [name, stations])).toEqual([
      [
        host().name,
        [
          { role: "cores", name: "cores" },
          { role: "disk", name: "main" },
          { role: "swapDisk", name: "main" },
          { role: "nicIn", name: "network in" },
          { role: "nicOut", name: "network out" },
        ],
      ],
    ]);
  });

  test("one host is the total", () => {
    const { utilization, memory, instances, minorFaults, majorFaults } = windowOfHost(total, 0);
    expect({ utilization, memory, instances, minorFaults, majorFaults }).toEqual({
      utilization: total.utilization,
      memory: total.memory,
      instances: total.instances,
      minorFaults: total.minorFaults,
      majorFaults: total.majorFaults,
    });
    const [{ stations }] = record.hosts;
    for (const [index, { role }] of stations.entries()) expect(stationUtilization(total, 0, index)).toBe(total.utilization[role]);
  });

  test("two alike are as busy as one, and have twice its memory and instances", () => {
    const [one] = record.hosts;
    const twins = windowFrom({ ...record, hosts: [one, one] }, FIRST);
    for (const [role, share] of Object.entries(total.utilization)) {
      expect(twins.utilization[role as keyof typeof total.utilization]).toBeCloseTo(share, 12);
    }
    for (const kind of MEMORY_KINDS.keys()) expect(twins.memory.resident[kind]).toBeCloseTo(2 * total.memory.resident[kind], 3);
    expect(twins.memory.free).toBeCloseTo(2 * total.memory.free, 3);
    expect(twins.instances).toBeCloseTo(2 * total.instances, 12);
    expect(twins.minorFaults).toBeCloseTo(2 * total.minorFaults, 12);
  });

  test("a host without swap has no swap disk, which then is never busy", () => {
    const { os } = host();
    const bare = simulate(run(deployment(container(), { host: host({ os: { ...os, swap: undefined } }) }), { tenants: 1, duration: 10 }));
    expect(bare.hosts[0].stations.map(({ role }) => role)).not.toContain("swapDisk");
    expect(windowFrom(bare, 0).utilization.swapDisk).toBe(0);
  });
});
