/** Mechanisms of paging one by one: swappiness, compressed memory, limits of groups, write-back, file read-ahead. */
import { describe, expect, test } from "vitest";
import { Simulation } from "../../../engine/index.ts";
import { MEMORY_KINDS } from "../../vocabulary.ts";
import { instantDevice, PAGE } from "../../testing/page-references.ts";
import { Memory, type MemoryOptions } from "./memory.ts";
import { memoryLaws } from "./audit.ts";
import type { PageDevice } from "../storage/page-device.ts";
import { FileReadAhead, SwapReadAhead } from "./read-ahead.ts";
import { AccessPattern } from "./access-pattern.ts";
import { Zram } from "./zram.ts";

const SECOND = 1e9;

function setUp(frames: number, options: Partial<MemoryOptions> = {}, swapPages = 10_000) {
  const simulation = new Simulation({ seed: 1 });
  const device = instantDevice(simulation);
  const killed: number[] = [];
  const memory = new Memory(simulation, {
    frames,
    pageSize: PAGE,
    swap: swapPages > 0 ? [{ device, pages: swapPages }] : [],
    fileDevice: device,
    onOutOfMemory: (group) => {
      killed.push(group);
      return false;
    },
    ...options,
  });
  const done = simulation.on("done", () => {});
  const settle = () => simulation.run(simulation.now + SECOND);
  return { simulation, memory, done, settle, killed };
}

function expectBooks(memory: Memory): void {
  for (const [law, found, expected] of memoryLaws(memory, "memory")) expect([law, found]).toEqual([law, expected]);
}

describe("swappiness", () => {
  /** Anonymous and file pages of which nothing is in use, then a demand for half of their frames: what each has lost. */
  function losses(swappiness: number) {
    const { memory, done, settle } = setUp(10_000, { swappiness });
    const program = memory.create("heap", 4000 * PAGE, 0, { anonymous: true });
    const file = memory.create("imageCache", 4000 * PAGE, 0, { anonymous: false });
    memory.fill(program, done, 0);
    memory.fill(file, done, 0);
    memory.fill(memory.create("host", 4000 * PAGE, 4000 * PAGE, { anonymous: true, pinned: true }), done, 0);
    settle();
    expectBooks(memory);
    const lost = (segment: number) => 4000 - memory.residentBytes(segment) / PAGE;
    return { program: lost(program), file: lost(file) };
  }

  test("0 takes files only", () => {
    expect(losses(0).program).toBe(0);
  });

  test("200 takes memory of programs only", () => {
    expect(losses(200).file).toBe(0);
  });

  test("60 takes more of files, and more of programs the higher it is", () => {
    const [low, even, high] = [60, 100, 140].map((swappiness) => losses(swappiness).program / 2000);
    expect(low).toBeLessThan(even);
    expect(even).toBeLessThan(high);
    // Pages written count as cost, at most twice the pressure: between s / (s + 2 (200 - s)) ... and s / 200, of what had to go.
    expect(low).toBeGreaterThan(60 / (60 + 2 * 140) - 0.05);
    expect(low).toBeLessThan(60 / 200 + 0.05);
  });
});

describe("compressed memory", () => {
  function withZram(frames: number, ratio: number) {
    const simulation = new Simulation({ seed: 1 });
    const device = instantDevice(simulation);
    let work = 0;
    const zram = new Zram({
      ratio,
      compress: 4400,
      decompress: 2200,
      thread: (demand, done, arg) => {
        work += demand;
        simulation.after(Math.round(demand), done, arg);
      },
    });
    const memory = new Memory(simulation, {
      frames,
      pageSize: PAGE,
      swap: [{ device: zram, pages: 100_000 }],
      fileDevice: device,
      minorFault: 700,
      majorFault: 5000,
      onOutOfMemory: () => false,
    });
    return { simulation, memory, zram, work: () => work, done: simulation.on("done", () => {}) };
  }

  test("what is stored takes pages / ratio frames, and compressing its time", () => {
    const { simulation, memory, zram, work, done } = withZram(1000, 3);
    memory.fill(memory.create("heap", 1500 * PAGE, 0, { anonymous: true }), done, 0);
    simulation.run(SECOND);
    expect(memory.residentByKind[MEMORY_KINDS.indexOf("zram")]).toBe(Math.ceil(zram.stored / 3));
    expect(memory.swapped).toBe(zram.stored);
    expect(work()).toBe(memory.statistics().pagesWritten * 4400);
    expectBooks(memory);
  });

  test("a page comes back by work alone: a minor fault and decompressing, and no copy stays", () => {
    const { simulation, memory, zram, done } = withZram(1000, 3);
    const segment = memory.create("heap", 1500 * PAGE, 0, { anonymous: true });
    memory.fill(segment, done, 0);
    simulation.run(SECOND);
    const page = Array.from({ length: 1500 }, (_, index) => index).find((index) => !memory.touch(index, false)) as number;
    const { stored } = zram;
    expect(memory.pageIn(segment, page, done, 0)).toBe(700 + 2200);
    expect(memory.touch(page, false)).toBe(true);
    expect(zram.stored).toBe(stored - 1);
    simulation.run(2 * SECOND);
    expectBooks(memory);
  });

  test("it holds frames * ratio pages at most, less what reclaim keeps free", () => {
    const full = 1000 * 3;
    const { simulation, memory, done } = withZram(1000, 3);
    const segment = memory.create("heap", 2 * full * PAGE, 0, { anonymous: true });
    memory.fill(segment, done, 0);
    simulation.run(10 * SECOND);
    const held = memory.residentBytes(segment) / PAGE + memory.swapped;
    expect(held).toBeGreaterThan(0.85 * full);
    expect(held).toBeLessThanOrEqual(full);
  });
});

describe("limit of a group", () => {
  test("it reclaims inside its limit, others keep what they have, and it holds limit + swap at most", () => {
    const { memory, done, settle } = setUp(10_000);
    const other = memory.create("heap", 4000 * PAGE, 0, { anonymous: true });
    memory.fill(other, done, 0);
    const group = memory.addGroup(1000 * PAGE, 5000 * PAGE);
    const segment = memory.create("heap", 1600 * PAGE, 0, { anonymous: true, group });
    memory.fill(segment, done, 0);
    settle();
    expect(memory.residentBytes(segment) / PAGE).toBeLessThanOrEqual(1000);
    expect(memory.swapped).toBe(1600 - memory.residentBytes(segment) / PAGE);
    expect(memory.residentBytes(other) / PAGE).toBe(4000);
    expect(memory.free).toBeGreaterThan(5000);
    expectBooks(memory);
  });

  test("with neither swap left nor pages of files somebody in it is killed", () => {
    const { memory, done, settle, killed } = setUp(10_000);
    const group = memory.addGroup(1000 * PAGE, 100 * PAGE);
    memory.fill(memory.create("heap", 1600 * PAGE, 0, { anonymous: true, group }), done, 0);
    settle();
    expect(new Set(killed)).toEqual(new Set([group]));
    expect(memory.statistics().slots).toBe(100);
    expectBooks(memory);
  });

  test("pages of files go first where there is no swap, and stay for others when the group ends", () => {
    const { memory, done, settle } = setUp(10_000, {}, 0);
    const group = memory.addGroup(1000 * PAGE, 0);
    const file = memory.create("sharedCode", 600 * PAGE, 0, { anonymous: false, group });
    memory.fill(file, done, 0);
    const heap = memory.create("heap", 700 * PAGE, 0, { anonymous: true, group });
    memory.fill(heap, done, 0);
    settle();
    expect(memory.residentBytes(heap) / PAGE).toBe(700);
    const left = memory.residentBytes(file);
    expect(left / PAGE).toBeLessThanOrEqual(300);
    memory.destroy(heap);
    memory.removeGroup(group);
    expect(memory.residentBytes(file)).toBe(left);
    expectBooks(memory);
  });

  test("misses of uniform references depend on the limit, not on the host", () => {
    // 1200 of 2000 pages fit the group: two of five references miss.
    const { simulation, memory } = setUp(100_000);
    const group = memory.addGroup(1200 * PAGE, 10_000 * PAGE);
    const segment = memory.create("heap", 2000 * PAGE, 2000 * PAGE, { anonymous: true, group });
    const stream = simulation.stream("references");
    let left = 60_000;
    let misses = 0;
    let resident = 0;
    const next = simulation.on("next", () => {
      while (left-- > 0) {
        const page = stream.integer(2000);
        resident += memory.residentBytes(segment) / PAGE;
        if (memory.touch(page, false)) continue;
        misses++;
        memory.pageIn(segment, page, next, 0);
        return;
      }
    });
    memory.fill(segment, next, 0);
    simulation.run(100 * SECOND);
    const expected = 1 - resident / 60_000 / 2000;
    expect(Math.abs(misses / 60_000 - expected)).toBeLessThan(3 * Math.sqrt((expected * (1 - expected)) / 60_000));
    expect(resident / 60_000).toBeGreaterThan(1200 - 40);
  });
});

describe("write-back", () => {
  const limits = { backgroundRatio: 0.1, ratio: 0.2, expire: 30, interval: 5 };

  function withFile(frames = 10_000) {
    const { simulation, memory, done } = setUp(frames, { dirty: limits });
    const file = memory.createFile("data", 8000 * PAGE);
    memory.fill(file, done, 0);
    simulation.run(SECOND);
    return { simulation, memory, file, done };
  }

  test("a page is written once it has been dirty for 30 s, at the next look", () => {
    const { simulation, memory } = withFile();
    for (let page = 0; page < 64; page++) memory.touch(page, true);
    const { now } = simulation;
    simulation.run(now + 29.9 * SECOND);
    expect(memory.statistics().pagesWritten).toBe(0);
    simulation.run(now + 35.1 * SECOND);
    expect(memory.statistics().pagesWritten).toBe(64);
    expect(memory.statistics().dirtyFilePages).toBe(0);
    expectBooks(memory);
  });

  test("above the background limit it begins at once, and stops below", () => {
    const { simulation, memory } = withFile();
    for (let page = 0; page < 1500; page++) memory.touch(page, true);
    simulation.run(2 * SECOND);
    expect(memory.statistics().pagesWritten).toBeGreaterThan(0);
    expect(memory.statistics().dirtyFilePages).toBeLessThanOrEqual(0.1 * 10_000);
  });

  test("a writer above the upper limit waits until enough is written", () => {
    const simulation = new Simulation({ seed: 1 });
    const slow: PageDevice = {
      read: (_frames, _count, done, arg) => void simulation.after(0, done, arg),
      write: (_frames, count, done, arg) => void simulation.after(count * 1e6, done, arg),
    };
    const options = { frames: 10_000, pageSize: PAGE, swap: [], fileDevice: slow, dirty: limits, onOutOfMemory: () => false };
    const memory = new Memory(simulation, options);
    const file = memory.createFile("data", 8000 * PAGE);
    const admitted: number[] = [];
    const note = simulation.on("admitted", () => admitted.push(memory.statistics().dirtyFilePages));
    memory.fill(
      file,
      simulation.on("filled", () => {}),
      0,
    );
    simulation.run(SECOND);
    for (let page = 0; page < 3000; page++) memory.touch(page, true);
    expect(memory.admitWriter(note, 0)).toBe(false);
    simulation.run(20 * SECOND);
    expect(admitted).toHaveLength(1);
    expect(admitted[0]).toBeLessThanOrEqual(0.2 * 10_000);
    expect(memory.admitWriter(note, 0)).toBe(true);
  });
});

describe("read-ahead", () => {
  test("of files: 32 pages from the page on in a sequence, around it otherwise, the page alone once that has not helped", () => {
    const history = { lastRead: -1, misses: 0 };
    const ahead = new FileReadAhead(32, 32);
    const at = (page: number) => ({ ...ahead.windowAt(history, page, 10_000, 0) });
    expect(at(0)).toEqual({ first: 0, count: 32 });
    expect(at(32)).toEqual({ first: 32, count: 32 });
    expect(at(5000)).toEqual({ first: 4984, count: 32 });
    for (let k = 0; k < 100; k++) at(5000);
    expect(at(5000)).toEqual({ first: 5000, count: 1 });
  });

  test("of swap: by hits, as Linux reckons it", () => {
    const ahead = new SwapReadAhead(3);
    expect(ahead.windowAt(100)).toBe(1); // nothing is known
    expect(ahead.windowAt(101)).toBe(2); // a neighbour
    ahead.noteHit();
    expect(ahead.windowAt(110)).toBe(4);
    for (let k = 0; k < 5; k++) ahead.noteHit();
    expect(ahead.windowAt(120)).toBe(8);
    expect([ahead.windowAt(400), ahead.windowAt(900), ahead.windowAt(50), ahead.windowAt(700)]).toEqual([4, 2, 1, 1]); // halved, not dropped
  });

  test("phases: the working set moves by its share and around the end", () => {
    const { simulation, memory } = setUp(10);
    memory.trackPages();
    const segment = memory.create("heap", 4000 * PAGE, 4000 * PAGE, { anonymous: true });
    const area = { segment, first: 0, count: 4000, shared: false, writable: true, patterned: true, inGuest: false };
    const access = { kind: "phases", every: 10, share: 0.5 } as const;
    const stream = simulation.stream("pages");
    const pattern = new AccessPattern({ areas: [area], access, workingSet: 1000, writeShare: 0, stream, host: memory });
    /** Nothing is in memory: every reference is found missing, and so is seen. */
    const windowAt = (second: number): number[] => {
      const pages = Array.from({ length: 20_000 }, () => {
        const missing = pattern.refer(1, second * SECOND);
        return Math.floor((missing?.page ?? -1) / 500);
      });
      return [...new Set(pages)].sort((a, b) => a - b);
    };
    const seen = [0, 10, 20, 30, 40, 50, 60, 70].map(windowAt);
    for (const [phase, halves] of seen.entries()) expect([phase, halves]).toEqual([phase, [phase, (phase + 1) % 8].sort((a, b) => a - b)]);
  });
});

describe("without demand paging", () => {
  test("files that were read go as a whole, then somebody is killed; pages are only counted", () => {
    const { memory, done, settle, killed } = setUp(1000, { demandPaging: false }, 0);
    const file = memory.create("imageCache", 300 * PAGE, 0, { anonymous: false });
    memory.fill(file, done, 0);
    memory.fill(memory.create("heap", 900 * PAGE, 0, { anonymous: true }), done, 0);
    settle();
    expect(memory.residentBytes(file)).toBe(0);
    expect(killed).toEqual([]);
    memory.fill(memory.create("heap", 900 * PAGE, 0, { anonymous: true }), done, 0);
    settle();
    expect(killed).toEqual([0]);
    expect(memory.pressured).toBe(false);
    expectBooks(memory);
  });
});
