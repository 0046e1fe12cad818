/**
 * What a run sees in its first minutes is what it sees after an hour: page faults of the first and of the last slices of long runs, against each other
 * and against the share of pages that is not in memory.
 */
import { describe, expect, test } from "vitest";
import { bareVm, busy, HEAP, MEMORY, smallHost, TOUCHES } from "../testing/cases/thrashing.ts";
import { app, container, deployment, host, MiB, os, run } from "../testing/specs.ts";
import type { AppSpec } from "../workload/spec.ts";
import type { DeploymentSpec } from "../fleet/deployment.ts";
import { simulate } from "./simulate.ts";

/** Faults with a device for each request that came, in slices `from` to `to` of 20. */
function faultsPerRequest(spec: DeploymentSpec, tenants: number, duration: number): (from: number, to: number) => number {
  const { apps, hosts, ready } = simulate(run(spec, { tenants, duration, latencyLimit: 1e6 }));
  expect(ready).toBe(true);
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  return (from, to) =>
    sum(hosts[0].slices.slice(from, to).map(({ majorFaults }) => majorFaults)) /
    sum(apps.map(({ slices }) => sum(slices.slice(from, to).map(({ completed }) => completed))));
}

/** Containers that use half of their memory, rarely enough that a page's turn comes once in 100 s. */
const slow = (memory: Partial<AppSpec["memory"]> = {}, request: AppSpec["request"] = []): AppSpec =>
  app({
    arrivals: [{ kind: "poisson", rate: 1.28 }],
    request: [{ kind: "touch", pages: 8 }, ...request, { kind: "reply", size: 1 }],
    memory: { code: 0, heap: 8 * MiB, workingSet: 4 * MiB, dirtyShare: 0.3, ...memory },
    startCpu: 0,
    pageWalkShare: 0,
    systemCalls: 0,
  });
const bare = container({ engine: { ...container().engine, daemonMemory: 0, shimMemory: 0, startRead: 4096, startCpu: 1e-6 } });
const machine = host({
  memory: { size: 128 * MiB },
  os: os({ swap: { disk: "main", size: 1024 * MiB }, system: { memory: 8 * MiB, workingSet: 4 * MiB } }),
});

describe("working sets that fit, in memory that was filled without being used", () => {
  test("are in memory when the doors open, though half of what was started lies on swap", () => {
    const faults = faultsPerRequest(deployment(bare, { app: slow(), host: machine }), 26, 200);
    expect(faults(0, 20)).toBeLessThan(0.002);
  });

  test("also those of applications that are used once an hour", () => {
    const rare = { ...slow(), name: "rare", arrivals: [{ kind: "poisson" as const, rate: 1 / 3600 }] };
    const spec = deployment(bare, { host: machine });
    const parts = [
      { app: slow(), unit: bare },
      { app: rare, unit: bare },
    ];
    expect(faultsPerRequest({ ...spec, parts }, 13, 200)(0, 20)).toBeLessThan(0.002);
  });
});

describe("working sets that do not fit", () => {
  test.each([9, 12])("%i machines: misses at once as after long, 1 - memory / need", (machines) => {
    const faults = faultsPerRequest(deployment(bareVm, { app: busy, host: smallHost() }), machines, 400);
    const expected = TOUCHES * (1 - (MEMORY - 4 * MiB) / (machines * HEAP));
    expect(faults(0, 2) / expected).toBeGreaterThan(0.85);
    expect(faults(0, 2) / expected).toBeLessThan(1.15);
    expect(faults(0, 2) / faults(10, 20)).toBeGreaterThan(0.93);
    expect(faults(0, 2) / faults(10, 20)).toBeLessThan(1.07);
  });

  test.each([
    ["uniform", slow({ workingSet: 8 * MiB })],
    ["zipf", slow({ workingSet: 8 * MiB, access: { kind: "zipf", exponent: 0.9 } })],
  ] as const)("%s: as many faults in the first tenth as in the second half", (_, application) => {
    const faults = faultsPerRequest(deployment(bare, { app: application, host: machine }), 20, 1000);
    expect(faults(10, 20)).toBeGreaterThan(0.05);
    expect(Math.abs(faults(0, 2) / faults(10, 20) - 1)).toBeLessThan(0.15);
  });

  // Turns of a scan and phases of a working set go on while simulated time stands still: a quarter of the way is left to the run's warm-up.
  test.each([
    ["scan", slow({ workingSet: 8 * MiB, access: { kind: "scan" } })],
    ["phases", slow({ access: { kind: "phases", every: 50, share: 0.25 } })],
  ] as const)("%s: within a factor of two at once, within 15 per cent from a quarter of 2000 s on", (_, application) => {
    const faults = faultsPerRequest(deployment(bare, { app: application, host: machine }), 20, 2000);
    expect(faults(0, 2) / faults(10, 20)).toBeGreaterThan(0.5);
    expect(faults(0, 2) / faults(10, 20)).toBeLessThan(2);
    expect(Math.abs(faults(5, 10) / faults(10, 20) - 1)).toBeLessThan(0.15);
  });
});

describe("data files", () => {
  const reading = (data: number, access?: AppSpec["memory"]["access"]): AppSpec =>
    slow({ data, ...(access === undefined ? {} : { access }) }, [{ kind: "bufferedRead", size: 4096 }]);

  test("that fit are cached when the doors open", () => {
    const faults = faultsPerRequest(deployment(bare, { app: reading(4 * MiB), host: machine }), 8, 100);
    expect(faults(0, 20)).toBeLessThan(0.001);
  });

  test.each([
    ["uniform", undefined],
    ["zipf", { kind: "zipf", exponent: 0.9 } as const],
  ])("that do not fit, %s: as many misses in the first tenth as in the second half", (_, access) => {
    const faults = faultsPerRequest(deployment(bare, { app: reading(40 * MiB, access), host: machine }), 8, 1000);
    expect(faults(10, 20)).toBeGreaterThan(0.1);
    expect(Math.abs(faults(0, 2) / faults(10, 20) - 1)).toBeLessThan(0.15);
  });
});

test("what reclaim has put off to the disk is written when the doors open: they find it idle", () => {
  // Half of the memory is pushed out by later starts, to a disk that writes 100 pages a second.
  const slowDisk = { parallel: 1, readAccess: 1e-3, writeAccess: 10e-3, readBandwidth: 1e9, writeBandwidth: 1e9 };
  const spec = deployment(bare, { app: slow(), host: { ...machine, disks: { main: slowDisk } } });
  const { hosts } = simulate(run(spec, { tenants: 26, duration: 100 }));
  const busy = hosts[0].slices.map((slice) => slice.busy[1] / slice.capacity[1]);
  expect(hosts[0].stations[1].role).toBe("disk");
  expect(busy[0]).toBeLessThan(0.05);
});

test("a kill for lack of memory ends it, whatever waits for a page then, and the books balance", () => {
  const system = { memory: 8 * MiB, workingSet: 4 * MiB };
  const tight = host({ memory: { size: 64 * MiB }, os: os({ swap: { disk: "main", size: 16 * MiB }, system }) });
  const { ready, hosts, audit } = simulate(
    run(deployment(bare, { app: slow({ heap: 9 * MiB, workingSet: 9 * MiB }), host: tight }), { tenants: 8, duration: 30 }),
  );
  expect(hosts[0].outOfMemoryKills).toBeGreaterThan(0);
  expect(ready).toBe(true);
  expect(audit.worst).toBeLessThan(1e-9);
});
