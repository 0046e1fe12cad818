/**
 * Overcommitted virtual machines, and a guest that pages inside its own memory, on a small host: against a closed queueing model.
 *
 * Every virtual machine always has a request in service: n machines are n customers of a closed network of one core and one swap disk. A request
 * computes and then refers to pages; each reference misses with the share of the machine's pages that are not in memory, and a miss is a visit to
 * the disk. The exact mean value analysis of that network gives throughput and utilizations. Disk and core serve constant times where the analysis
 * assumes exponential ones; between the asymptotic bounds both have in common that makes a few per cent.
 */
import { describe, expect, test } from "vitest";
import { FAULTS } from "../vocabulary.ts";
import { meanValueAnalysis } from "../../engine/testing/theory/index.ts";
import { simulate } from "./simulate.ts";
import { bareVm, busy, CPU, HEAP, MEMORY, measure, READ, smallHost, throughputOf, TOUCHES } from "../testing/cases/thrashing.ts";
import { app, container, deployment, MiB, run, type vm } from "../testing/specs.ts";
import type { RunWindow } from "./window.ts";

describe("overcommitted virtual machines", () => {
  const spec = deployment(bareVm, { app: busy, host: smallHost() });
  const points = [4, 7, 8, 9, 10, 12, 16].map((n) => ({ n, window: measure(spec, n) }));

  test.each(points)("$n machines: throughput and both utilizations are those of the closed network", ({ n, window }) => {
    const pages = n * HEAP;
    // Frames for guests: what is neither the system's, nor the image's in the page cache, nor kept free.
    const resident = Math.min(pages, window.memory.resident[6] + window.memory.resident[1]);
    const misses = TOUCHES * (1 - resident / pages);
    const disk = misses * READ;
    const expected = meanValueAnalysis(n, 0, [CPU, disk]).throughput;
    expect(throughputOf(window) / expected).toBeGreaterThan(0.93);
    expect(throughputOf(window) / expected).toBeLessThan(1.07);
    // Utilization law: U = X D at either station, within three standard errors of the mean of exponential demands.
    const error = 3 / Math.sqrt(window.completed);
    expect(Math.abs(window.utilization.cores - throughputOf(window) * CPU)).toBeLessThan(error);
    expect(Math.abs(window.utilization.swapDisk - throughputOf(window) * disk)).toBeLessThan(error);
    expect(Math.abs(window.majorFaults / (throughputOf(window) * misses + 1e-9) - 1)).toBeLessThan(pages > MEMORY ? 0.1 : 2);
  });

  test("no loss, then a knee, then thrashing: the core falls idle while the swap disk saturates", () => {
    const at = (n: number) => points.find((point) => point.n === n)?.window as RunWindow;
    expect(at(4).utilization.cores).toBeGreaterThan(0.95);
    expect(at(7).utilization.cores).toBeGreaterThan(0.95);
    expect(at(4).memory.swapped + at(7).memory.swapped).toBe(0);
    expect(at(8).majorFaults).toBeGreaterThan(0);
    expect(throughputOf(at(9))).toBeGreaterThan(0.9 * throughputOf(at(7)));
    expect(at(16).utilization.cores).toBeLessThan(0.75 * at(7).utilization.cores);
    expect(at(16).utilization.swapDisk).toBeGreaterThan(0.95);
    expect(at(12).utilization.cores).toBeGreaterThan(at(16).utilization.cores);
  });
});

describe("a guest that does not fit its memory", () => {
  const pressed = (changes: Partial<Parameters<typeof vm>[0]> = {}) =>
    deployment({ ...bareVm, memory: 6 * MiB, swap: 16 * MiB, ...changes }, { app: busy, host: smallHost() });

  test("pages inside: misses as its memory says, on its own virtual disk, and the host swaps nothing", () => {
    const window = measure(pressed(), 1);
    const throughput = window.completed / (window.run.sliceLength * 10);
    // 6 of 8 MiB, less what its kernel keeps free (a batch and the high watermark).
    const expected = TOUCHES * (1 - 6 / 8);
    expect(window.majorFaults / throughput / expected).toBeGreaterThan(0.99);
    expect(window.majorFaults / throughput / expected).toBeLessThan(1.12);
    expect(window.utilization.swapDisk).toBe(0);
    expect(window.memory.swapped).toBe(0);
    expect(window.memory.resident[1]).toBe(6 * MiB);
  });

  test("each of its faults takes the host's disk and the hypervisor's adder", () => {
    const slow = (adder: number) => pressed({ hypervisor: { ...bareVm.hypervisor, blockReadAdder: adder } });
    const faultTime = (adder: number) => {
      const window = measure(slow(adder), 1);
      const throughput = window.completed / (window.run.sliceLength * 10);
      return window.profile.meanOfSlowest(1)[FAULTS] / 1e9 / (window.majorFaults / throughput);
    };
    expect(faultTime(1e-3) - faultTime(0)).toBeCloseTo(1e-3, 5);
  });

  test("without swap, with more memory of programs than it has, its kernel ends the application again and again", () => {
    const record = simulate(run(pressed({ swap: 0, hypervisor: { ...bareVm.hypervisor, createCpu: 0.1 } }), { tenants: 1, duration: 20 }));
    expect(record.hosts[0].outOfMemoryKills).toBeGreaterThan(0);
    expect(record.ready).toBe(false);
  });

  test("guests that page while the host swaps them: both disks work, and the books balance", () => {
    const window = measure(pressed(), 14);
    expect(window.memory.swapped).toBeGreaterThan(0);
    expect(window.utilization.swapDisk).toBeGreaterThan(0.1);
    expect(window.run.audit.checks).toBeGreaterThan(14 * 9);
  });
});

describe("a container beyond its limit", () => {
  const limited = (memory: number, swap?: number) => {
    const engine = { ...container().engine, daemonMemory: 0, shimMemory: 0, startRead: 0, startCpu: 0.1, networkRoundTrip: 0 };
    const unit = container({ engine, memory, ...(swap === undefined ? {} : { swap }) });
    return deployment(unit, { app: busy, host: smallHost() });
  };

  test("pages inside its limit while the host has memory to spare", () => {
    const window = measure(limited(6 * MiB), 1);
    const throughput = window.completed / (window.run.sliceLength * 10);
    const expected = TOUCHES * (1 - 6 / 8);
    expect(window.majorFaults / throughput / expected).toBeGreaterThan(0.99);
    expect(window.majorFaults / throughput / expected).toBeLessThan(1.1);
    expect(window.memory.free).toBeGreaterThan(40 * MiB);
  });

  test("is killed inside it where swap is not allowed", () => {
    const record = simulate(run(limited(6 * MiB, 0), { tenants: 1, duration: 20 }));
    expect(record.hosts[0].outOfMemoryKills).toBeGreaterThan(0);
    expect(record.ready).toBe(false);
  });
});

describe("data files in the page cache", () => {
  const files = (data: number) =>
    app({
      ...busy,
      arrivals: [{ kind: "periodic", every: 0.01, jitter: 0 }],
      request: [
        { kind: "bufferedRead", size: 4096 },
        { kind: "bufferedWrite", size: 4096 },
        { kind: "reply", size: 1 },
      ],
      memory: { code: 0, heap: MiB, workingSet: MiB, dirtyShare: 0, data },
      threads: 8,
    });

  test.each([
    ["a container", container({ memory: 64 * MiB })],
    ["a guest with a page cache of its own", { ...bareVm, memory: 64 * MiB }],
  ])("%s: what is read is kept, what is written goes to the disk later", (_, unit) => {
    const window = measure(deployment(unit, { app: files(8 * MiB), host: smallHost({ memory: { size: 512 * MiB } }) }), 1, 120);
    expect(window.completed).toBeGreaterThan(5900);
    // 2048 pages, 200 references a second: all are in memory before the measured half begins.
    expect(window.majorFaults).toBeLessThan(1);
    expect(window.utilization.disk).toBeGreaterThan(0);
  });
});
