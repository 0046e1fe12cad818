/** Shares of requests that waited, and of references that needed a device, against formulae: intervals of independent runs, 99.9 %. */
import { describe, expect, test } from "vitest";
import { meanInterval, portable } from "../../engine/index.ts";
import { erlangC } from "../../engine/testing/theory/index.ts";
import type { DeploymentSpec } from "../fleet/deployment.ts";
import { fixed } from "../serverless/policies/keep-alive/fixed.ts";
import { compute, idealContainer, idealFunction, idealHost, onlyDoes } from "../testing/ideal.ts";
import { app, container, deployment, host, lambda, MiB, os, run } from "../testing/specs.ts";
import { simulate } from "./simulate.ts";
import { type RunWindow, windowFrom } from "./window.ts";

function expectMean(spec: DeploymentSpec, duration: number, value: (window: RunWindow) => number, expected: number): void {
  const runs = Array.from({ length: 10 }, (_, replication) => simulate(run(spec, { tenants: 1, duration, replication })));
  const { low, high, halfWidth } = meanInterval(
    runs.map((record) => value(windowFrom(record, 2))),
    0.999,
  );
  expect(low).toBeLessThan(expected);
  expect(high).toBeGreaterThan(expected);
  expect(halfWidth).toBeLessThan(0.1 * expected);
}

const service = 10e-3;
const exponential = compute({ kind: "exponential", mean: service });

describe("share of requests that waited", () => {
  test.each([1, 3])("for one of %d threads: Erlang C", (threads) => {
    const load = 0.7 * threads;
    const spec = deployment(idealContainer({ cpus: 8 }), { app: onlyDoes(load / service, [exponential], { threads }), host: idealHost(8) });
    expectMean(spec, 90, ({ waited, completed }) => waited / completed, erlangC(threads, load));
    const { coldStarts } = windowFrom(simulate(run(spec, { tenants: 1, duration: 10 })), 2);
    expect(coldStarts).toBe(0);
  });

  test("for a start: nobody has come during the keep-alive, exp(-rate * time)", () => {
    const rate = 20;
    const keepAlive = 0.05;
    const unit = idealFunction({ keepAlive: fixed(keepAlive), maxInstances: 1 });
    const spec = deployment(unit, { app: onlyDoes(rate, []), host: idealHost(8) });
    expectMean(spec, 200, ({ coldStarts, completed }) => coldStarts / completed, portable.exp(-rate * keepAlive));
  });

  test("for a start: all, if an instance is never kept; of those nobody waits for a thread, nor does the platform's own delay count", () => {
    const unit = idealFunction({ keepAlive: fixed(0), platform: { ...idealFunction().platform, dispatchLatency: 5e-3 } });
    const slow = onlyDoes(1, [], { arrivals: [{ kind: "periodic", every: 0.5, jitter: 0 }] });
    const { coldStarts, waited, completed } = windowFrom(simulate(run(deployment(unit, { app: slow }), { tenants: 1, duration: 60 })), 2);
    expect(completed).toBeGreaterThan(100);
    expect([coldStarts, waited]).toEqual([completed, 0]);
  });
});

describe("share of references that needed no device", () => {
  const references = (record: ReturnType<typeof simulate>) => {
    const sum = (key: "memory" | "memoryMisses" | "files" | "fileMisses"): number =>
      record.hosts[0].slices.reduce((total, slice) => total + slice.references[key], 0);
    return { memory: sum("memory"), memoryMisses: sum("memoryMisses"), files: sum("files"), fileMisses: sum("fileMisses") };
  };

  test("all while memory suffices; one count for each reference of a request", () => {
    const record = simulate(run(deployment(container()), { tenants: 4, duration: 30 }));
    const completed = record.apps[0].slices.reduce((sum, slice) => sum + slice.completed, 0);
    const { memory, memoryMisses } = references(record);
    expect(memoryMisses).toBe(0);
    // 64 each, and those of the few that are still there.
    expect(memory % 64).toBe(0);
    expect(memory / 64 - completed).toBeGreaterThanOrEqual(0);
    expect(memory / 64 - completed).toBeLessThan(10);
    expect(windowFrom(record, 0).hits).toEqual({ memory: 1, pageCache: NaN });
  });

  test("with swap on a disk a miss is a major fault", () => {
    const small = host({ memory: { size: 380 * MiB }, os: os({ swap: { disk: "main", size: 512 * MiB } }) });
    // All pages are in use, and do not fit.
    const whole = app({ memory: { ...app().memory, workingSet: 42 * MiB } });
    const record = simulate(run(deployment(container(), { app: whole, host: small }), { tenants: 12, duration: 60 }));
    const { memory, memoryMisses } = references(record);
    expect(memoryMisses).toBeGreaterThan(20);
    expect(memoryMisses).toBe(record.hosts[0].slices.reduce((sum, { majorFaults }) => sum + majorFaults, 0));
    expect(windowFrom(record, 0).hits.memory).toBe(1 - memoryMisses / memory);
  });

  test("compressed memory is no device, though its faults count as major", () => {
    const zram = { name: "zram", size: 512 * MiB, ratio: 3, compress: 1e-5, decompress: 1e-5, speed: 300 };
    const small = host({ memory: { size: 380 * MiB }, os: os({ swap: undefined, zram }) });
    // Without code, whose pages are dropped and read again.
    const withoutCode = app({ memory: { ...app().memory, code: 0, heap: 42 * MiB } });
    const record = simulate(run(deployment(container(), { app: withoutCode, host: small }), { tenants: 9, duration: 60 }));
    expect(record.hosts[0].slices.reduce((sum, { majorFaults }) => sum + majorFaults, 0)).toBeGreaterThan(20);
    expect(references(record)).toMatchObject({ memory: expect.any(Number), memoryMisses: 0 });
  });

  test("of a data file that fits, of a function, which does not exist before the first request: each page comes once", () => {
    const pages = 500;
    const data = pages * 4096;
    const reader = app({
      request: [
        { kind: "bufferedRead", size: 4096 },
        { kind: "reply", size: 1 },
      ],
      memory: { ...app().memory, data },
    });
    const record = simulate(run(deployment(lambda(), { app: reader }), { tenants: 1, duration: 300 }));
    const completed = record.apps[0].slices.reduce((sum, slice) => sum + slice.completed, 0);
    const { files, fileMisses } = references(record);
    expect(files).toBe(completed);
    // Pages that were referred to at least once: 1 - (1 - 1 / n)^k of n, within five standard deviations of an occupancy problem, sqrt(n) / 2 at most.
    const expected = pages * (1 - portable.exp(-completed / pages));
    expect(Math.abs(fileMisses - expected)).toBeLessThan((5 * Math.sqrt(pages)) / 2);
    expect(windowFrom(record, 0).hits.pageCache).toBe(1 - fileMisses / files);
    expect(windowFrom(record, 0).programFaults).toBe(0);
    expect(windowFrom(record, 0).majorFaults).toBeGreaterThan(0);
  });
});

test("swapped bytes by kind sum to all swapped bytes, the host's own system among them", () => {
  const small = host({ memory: { size: 420 * MiB } });
  const record = simulate(run(deployment(container(), { host: small }), { tenants: 6, duration: 60 }));
  const { memory } = windowFrom(record, 0);
  expect(memory.swapped).toBeGreaterThan(50 * MiB);
  expect(memory.swappedByKind.reduce((sum, size) => sum + size, 0)).toBeCloseTo(memory.swapped, 0);
  // Of its 220 MiB what is not in constant use goes first.
  expect(memory.swappedByKind[0]).toBeGreaterThan(0);
});
