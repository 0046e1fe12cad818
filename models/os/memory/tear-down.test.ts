/** A machine may leave: when everything that its memory held is destroyed and what was under way has ended, nothing is left. */
import { expect, test } from "vitest";
import { Simulation } from "../../../engine/index.ts";
import { PAGE } from "../../testing/page-references.ts";
import { Disk } from "../../hardware/disk/disk.ts";
import { DataFile } from "../storage/data-file.ts";
import { PageCache } from "../storage/page-cache.ts";
import { DiskPages } from "../storage/page-device.ts";
import { memoryLaws } from "./audit.ts";
import { Memory, type MemoryOptions, type SegmentId } from "./memory.ts";
import { Zram } from "./zram.ts";

const SECOND = 1e9;
const NOTHING = { segments: 0, groups: 0, frames: 0, slots: 0, requests: 0, writers: 0, reads: 0, writes: 0 };
/** 1 ms for each command and 1 ms for each page: enough for something to be under way at any time. */
const SLOW = { parallel: 1, readAccess: 1e-3, writeAccess: 1e-3, readBandwidth: 4096e3, writeBandwidth: 4096e3 };

function machine(options: Partial<MemoryOptions> = {}) {
  const simulation = new Simulation({ seed: 1 });
  const disk = new Disk(simulation, "disk", SLOW);
  const device = new DiskPages(disk, PAGE);
  const zram = new Zram({
    ratio: 3,
    compress: 4400,
    decompress: 2200,
    thread: (work, done, arg) => void simulation.after(work, done, arg),
  });
  const memory = new Memory(simulation, {
    frames: 1000,
    pageSize: PAGE,
    swap: [
      { device: zram, pages: 300 },
      { device, pages: 5000 },
    ],
    fileDevice: device,
    onOutOfMemory: () => false,
    ...options,
  });
  const files = new PageCache(simulation, memory, disk);
  const told: number[] = [];
  const done = simulation.on("done", (arg) => told.push(arg));
  return { simulation, memory, files, done, told };
}

/** Programs, a group at its limit, a file that is read and written, image data; more than fits. Returns what has to be destroyed, and the group. */
function load({ simulation, memory, files, done }: ReturnType<typeof machine>) {
  const segments: SegmentId[] = [];
  const group = memory.addGroup(100 * PAGE, 500 * PAGE);
  for (const [pages, options] of [
    [300, { anonymous: true, pinned: true }],
    [1200, { anonymous: true }],
    [200, { anonymous: true, group }],
  ] as const) {
    const segment = memory.create("heap", pages * PAGE, 0, options);
    segments.push(segment);
    memory.fill(segment, done, 1);
  }
  const file = new DataFile(memory, "data", 400 * PAGE);
  segments.push(file.segment);
  files.load({ content: "image", kind: "imageCache", size: 200 * PAGE, hot: 0 }, done, 2);
  simulation.run(SECOND);
  for (let page = 0; page < 400; page += 50) file.pageIn(page * PAGE, 50 * PAGE, done, 3);
  for (let page = 300; page < 700; page++) if (!memory.touch(page, true)) memory.pageIn(segments[1], page, done, 4);
  return { segments, group };
}

test.each([1000, 1001, 1010, 1100, 2000, 20_000])("destroyed at %i ms, nothing is left", (millisecond) => {
  const host = machine();
  const { simulation, memory, files } = host;
  const { segments, group } = load(host);
  simulation.run(millisecond * 1e6);
  expect(memory.left()).not.toEqual(NOTHING);
  for (const segment of segments) memory.destroy(segment);
  memory.removeGroup(group);
  files.close();
  expect(memory.left()).toMatchObject({ segments: 0, groups: 0, requests: 0 });
  for (const [law, found, expected] of memoryLaws(memory, "memory")) expect([law, found]).toEqual([law, expected]);
  simulation.run(simulation.now); // who was told at this very instant hears it
  const { length } = host.told;
  simulation.run(simulation.now + 1000 * SECOND);
  expect(memory.left()).toEqual(NOTHING);
  expect(memory.free).toBe(memory.total);
  expect(memory.residentByKind.every((frames) => frames === 0)).toBe(true);
  expect(host.told).toHaveLength(length);
});

test("pages that are only counted leave nothing either", () => {
  const { simulation, memory, files, done } = machine();
  const segment = memory.create("heap", 500 * PAGE, 0, { anonymous: true });
  memory.fill(segment, done, 1);
  files.load({ content: "image", kind: "imageCache", size: 200 * PAGE, hot: 0 }, done, 2);
  simulation.run(10 * SECOND);
  expect(memory.pressured).toBe(false);
  expect(memory.left()).toEqual({ ...NOTHING, segments: 2, frames: 700 });
  memory.destroy(segment);
  files.close();
  simulation.run(20 * SECOND);
  expect(memory.left()).toEqual(NOTHING);
});
