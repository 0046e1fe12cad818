import { describe, expect, test } from "vitest";
import { Simulation } from "../../../engine/index.ts";
import { Disk } from "../../hardware/disk/disk.ts";
import { Memory } from "./memory.ts";
import { DiskPages } from "../storage/page-device.ts";

const PAGE = 4096;
const INSTANT = { parallel: 1, readAccess: 0, writeAccess: 0, readBandwidth: 1e15, writeBandwidth: 1e15 };

function memoryWith(frames: number, swapPages: number, disk = INSTANT, onOutOfMemory = () => false) {
  const simulation = new Simulation({ seed: 1 });
  const swapDisk = new Disk(simulation, "swap", disk);
  const memory = new Memory(simulation, {
    frames,
    pageSize: PAGE,
    swap: swapPages > 0 ? [{ device: new DiskPages(swapDisk, PAGE), pages: swapPages }] : [],
    fileDevice: new DiskPages(new Disk(simulation, "files", disk), PAGE),
    onOutOfMemory,
  });
  const log: string[] = [];
  const note = simulation.on("note", (arg) => log.push(`${arg} at ${simulation.now}`));
  return { simulation, memory, swapDisk, note, log };
}

/** Refers to pages drawn uniformly, one after the other, waiting for each fault; shares that were resident, counted at each reference and found. */
function uniformReferences(frames: number, pages: number, references: number) {
  const { simulation, memory } = memoryWith(frames, 10 * pages);
  const segment = memory.create("heap", pages * PAGE, pages * PAGE, { anonymous: true });
  const stream = simulation.stream("references");
  let left = references;
  let hits = 0;
  let residentSum = 0;
  const next = simulation.on("next reference", () => {
    while (left > 0) {
      left--;
      const measured = left < references / 2;
      if (measured) residentSum += memory.residentBytes(segment) / PAGE;
      const page = memory.firstPage(segment) + stream.integer(pages);
      if (!memory.touch(page, false)) return memory.pageIn(segment, page, next, 0);
      if (measured) hits++;
    }
  });
  memory.fill(segment, next, 0);
  simulation.run(1e15);
  const census = memory.census();
  expect(census.lostPages).toBe(0);
  expect(census.frames.total).toBe(frames);
  return { hitRatio: hits / (references / 2), resident: residentSum / (references / 2) };
}

describe("replacement", () => {
  // Under independent uniform references every policy without knowledge of the future hits with the share of pages that are resident.
  test.each([
    [2000, 4000],
    [3000, 4000],
    [1000, 5000],
  ])("%i frames for %i uniformly used pages: hits with probability resident / pages", (frames, pages) => {
    const references = 100_000;
    const { hitRatio, resident } = uniformReferences(frames, pages, references);
    const expected = resident / pages;
    expect(Math.abs(hitRatio - expected)).toBeLessThan(3 * Math.sqrt((expected * (1 - expected)) / (references / 2)));
    // Reclaim keeps frames free up to its high watermark (0.2 %) and one batch of 32.
    expect(resident).toBeGreaterThan(frames * 0.998 - 33);
  });

  test("of two classes of pages the one in use stays: a cold half goes to swap and is not missed", () => {
    const { simulation, memory } = memoryWith(3000, 10_000);
    const hot = memory.create("heap", 2000 * PAGE, 2000 * PAGE, { anonymous: true });
    const done = simulation.on("done", () => {});
    memory.fill(hot, done, 0);
    for (let part = 0; part < 20; part++) {
      memory.fill(memory.create("guest", 100 * PAGE, 0, { anonymous: true }), done, 0);
      simulation.run(simulation.now + 1e9);
      for (let page = 0; page < 2000; page++) expect(memory.touch(memory.firstPage(hot) + page, false)).toBe(true);
    }
    expect(memory.residentBytes(hot)).toBe(2000 * PAGE);
    expect(memory.swapped).toBeGreaterThanOrEqual(1000);
  });
});

describe("swap", () => {
  test("a fault takes one read from the swap disk: access + page / bandwidth", () => {
    const disk = { parallel: 1, readAccess: 1e-3, writeAccess: 2e-3, readBandwidth: 4096e3, writeBandwidth: 4096e3 };
    const { simulation, memory, note, log } = memoryWith(1000, 5000, disk);
    const segment = memory.create("heap", 1500 * PAGE, 0, { anonymous: true });
    memory.fill(segment, note, 1);
    simulation.run(1e11);
    const before = simulation.now;
    const missing = Array.from({ length: 1500 }, (_, page) => memory.firstPage(segment) + page).find((page) => !memory.touch(page, false));
    memory.pageIn(segment, missing as number, note, 2);
    simulation.run(2e11);
    expect(log.at(-1)).toBe(`2 at ${before + 2e6}`); // 1 ms access, 1 ms transfer
  });

  test("pages written out go in clusters of 32: n pages take n / 32 writes", () => {
    const { simulation, memory, swapDisk, note } = memoryWith(1000, 5000);
    memory.fill(memory.create("heap", 2000 * PAGE, 0, { anonymous: true }), note, 1);
    simulation.run(1e11);
    expect(memory.statistics().pagesWritten).toBeGreaterThanOrEqual(1000);
    expect(swapDisk.queue.counters().arrivals).toBe(Math.ceil(memory.statistics().pagesWritten / 32));
  });

  test("a page that was read back and not changed leaves again without a write", () => {
    const { simulation, memory, note } = memoryWith(100, 1000);
    const first = memory.create("heap", 90 * PAGE, 0, { anonymous: true });
    memory.fill(first, note, 1);
    simulation.run(1e9);
    const second = memory.create("heap", 90 * PAGE, 0, { anonymous: true });
    memory.fill(second, note, 2);
    simulation.run(2e9);
    const written = memory.statistics().pagesWritten;
    let clean = 0;
    for (let page = 0; page < 90; page++)
      if (!memory.touch(memory.firstPage(first) + page, false)) memory.pageIn(first, memory.firstPage(first) + page, note, ++clean);
    simulation.run(3e9);
    // Room for them was made by pages of the second segment, each written once, never by the ones just read.
    expect(memory.statistics().pagesWritten - written).toBeLessThanOrEqual(90);
    expect(memory.statistics().slots).toBeGreaterThanOrEqual(memory.swapped);
  });

  test("without swap, file pages go and come back; memory of programs stays", () => {
    const { simulation, memory, note, log } = memoryWith(1000, 0);
    const file = memory.create("imageCache", 500 * PAGE, 0, { anonymous: false });
    const heap = memory.create("heap", 900 * PAGE, 0, { anonymous: true });
    memory.fill(file, note, 1);
    memory.fill(heap, note, 2);
    simulation.run(1e9);
    expect(log).toHaveLength(2);
    expect(memory.residentBytes(heap)).toBe(900 * PAGE);
    expect(memory.residentBytes(file)).toBeLessThanOrEqual(100 * PAGE);
    expect(memory.swapped).toBe(0);
  });
});

describe("out of memory", () => {
  test("when memory and swap are full somebody is asked to kill, and what was waiting goes on", () => {
    let victim: (() => void) | undefined;
    const { simulation, memory, note, log } = memoryWith(1000, 200, INSTANT, () => {
      victim?.();
      const had = victim !== undefined;
      victim = undefined;
      return had;
    });
    const first = memory.create("heap", 800 * PAGE, 0, { anonymous: true });
    memory.fill(first, note, 1);
    simulation.run(1e9);
    victim = () => memory.destroy(first);
    memory.fill(memory.create("heap", 900 * PAGE, 0, { anonymous: true }), note, 2);
    simulation.run(2e9);
    expect(log.map((line) => line[0])).toEqual(["1", "2"]);
    expect(memory.kills).toBe(1);
    expect(memory.census().frames.total).toBe(1000);
  });

  test("with nobody left to kill, what waits waits, and no frame is lost", () => {
    const { simulation, memory, note, log } = memoryWith(1000, 0);
    memory.fill(memory.create("heap", 2000 * PAGE, 0, { anonymous: true }), note, 1);
    simulation.run(1e9);
    expect(log).toEqual([]);
    expect(memory.census().frames).toEqual({ free: 0, resident: 1000, held: 0, orphaned: 0, pool: 0, total: 1000 });
  });
});
