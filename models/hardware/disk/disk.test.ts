// Single commands to the nanosecond; what follows from a rule alone. Means under load: validation.test.ts.
import { describe, expect, test } from "vitest";
import { Simulation } from "../../../engine/index.ts";
import { measureClosed, rotatingDisk } from "../../testing/disk-load.ts";
import type { DiskSpec } from "../spec.ts";
import { Disk } from "./disk.ts";

const KiB = 1024;

function diskWith(changes: Partial<DiskSpec> = {}) {
  const simulation = new Simulation({ seed: 1 });
  const spec: DiskSpec = { parallel: 1, readAccess: 100e-6, writeAccess: 300e-6, readBandwidth: 1e9, writeBandwidth: 0.5e9, ...changes };
  const disk = new Disk(simulation, "main", spec);
  const ends: [arg: number, time: number][] = [];
  const done = simulation.on("done", (arg) => ends.push([arg, simulation.now]));
  const run = () => {
    simulation.run(1e15);
    simulation.audit();
    return ends;
  };
  return { simulation, disk, done, run, spec };
}

describe("flash", () => {
  test("one unit: access and transfer, one command after the other", () => {
    const { disk, done, run } = diskWith();
    disk.read(50_000, done, 1);
    disk.write(50_000, done, 2);
    expect(run()).toEqual([
      [1, 150_000],
      [2, 150_000 + 400_000],
    ]);
  });

  test("a command alone: access, and the transfer at the rate of one unit", () => {
    const { disk, done, run } = diskWith({ parallel: 8, unitReadBandwidth: 0.25e9, commandTime: 2e-6 });
    disk.read(100_000, done, 1);
    expect(run()).toEqual([[1, 100_000 + 400_000]]);
  });

  test("units work side by side, transfers follow each other", () => {
    const { disk, done, run } = diskWith({ parallel: 3 });
    for (const arg of [1, 2, 3, 4]) disk.read(50_000, done, arg);
    expect(run()).toEqual([
      [1, 150_000],
      [2, 200_000],
      [3, 250_000],
      [4, 300_000], // accessed from 150 to 250 us, when the third transfer ends
    ]);
  });

  test("however many units, sequential bandwidth is the device's, and commands no more than one a command time", () => {
    const spec = { ...diskWith().spec, parallel: 64, commandTime: 20e-6 };
    expect(measureClosed(spec, { depth: 64, size: 1024 * KiB, requests: 2000 }).bandwidth).toBeCloseTo(1e9 / (1 + 20e3 / 1048576), -4);
    expect(measureClosed(spec, { depth: 64, size: 0, requests: 20_000 }).iops).toBeCloseTo(50_000, -1);
  });

  test("no more commands in the device than its queue takes: the units beyond stay idle", () => {
    const spec = { ...diskWith().spec, parallel: 8 };
    const iops = (queueDepth: number) => measureClosed({ ...spec, queueDepth }, { depth: 32, size: 0, requests: 4000 }).iops;
    expect(iops(1)).toBeCloseTo(1e4, 3);
    expect(iops(4)).toBeCloseTo(4e4, 3);
    expect(iops(1000)).toBeCloseTo(8e4, 3);
  });

  test("a long request becomes several commands, which use several units", () => {
    const { disk, done, run } = diskWith({ parallel: 4, maxTransfer: 128 * KiB });
    disk.read(500 * KiB, done, 1);
    disk.read(0, done, 2);
    const transfer = (500 * KiB) / 1e9;
    const [first, second] = run();
    expect(first[0]).toBe(1);
    expect(first[1]).toBeCloseTo((100e-6 + transfer) * 1e9, -1);
    expect(second[0]).toBe(2); // waited for the first unit
    expect(disk.queue.counters().arrivals).toBe(5);
  });

  test("writes are fast until the cache is full, then as fast as it empties", () => {
    const size = 1000e6;
    const drain = 100e6;
    const spec = { ...diskWith().spec, writeAccess: 0, writeBandwidth: 500e6, writeCache: { size, drain } };
    const { disk, simulation } = diskWith(spec);
    let written = 0;
    let cliff = 0;
    const block = 1e6;
    const next = simulation.on("next", () => {
      written += block;
      if (cliff === 0 && simulation.now / 1e9 > (written / 500e6) * 1.0001) cliff = written;
      disk.write(block, next, 0);
    });
    disk.write(block, next, 0);
    simulation.run(100e9);
    // Fills at 500 - 100 MB/s: full after 2.5 s and 1250 MB. From there on 100 MB/s.
    expect(cliff / 1e6).toBeCloseTo(1250, -1);
    expect(written / 1e6).toBeCloseTo(1250 + 97.5 * 100, -1);
  });

  test("a cache that has time to empty never shows", () => {
    const { disk, simulation, done, run } = diskWith({ writeCache: { size: 1e6, drain: 1e6 } });
    const write = simulation.on("write", (k) => disk.write(1e6, done, k));
    for (let k = 0; k < 5; k++) simulation.at(k * 1e9, write, k);
    expect(run().map(([, time]) => time % 1e9)).toEqual([0, 1, 2, 3, 4].map(() => 300_000 + 2_000_000));
  });

  test("reads wait behind writes at the same unit", () => {
    const { disk, done, run } = diskWith({ writeAccess: 10e-3 });
    disk.write(0, done, 1);
    disk.read(0, done, 2);
    expect(run()).toEqual([
      [1, 10_000_000],
      [2, 10_100_000],
    ]);
  });
});

describe("rotating disk", () => {
  const mechanics = { shortestSeek: 1e-3, averageSeek: 8.5e-3, rotation: 8e-3, oldestFirstAfter: 1 };
  const spec = rotatingDisk(mechanics);

  test("reading on takes the transfer only, two readers in turn pay for every change of place", () => {
    const one = measureClosed(spec, { depth: 1, size: 128 * KiB, sequential: true, requests: 2000 });
    expect(one.bandwidth).toBeCloseTo(180e6, -4);
    const two = measureClosed(spec, { depth: 2, size: 128 * KiB, sequential: true, requests: 2000 });
    expect(two.bandwidth).toBeLessThan((128 * KiB) / 5e-3);
  });

  test("a stream begins again where it began, with a seek", () => {
    const { disk, done, run } = diskWith(spec);
    const file = disk.openStream();
    disk.read(180_000, done, 1, file);
    disk.read(180_000, done, 2, file);
    disk.rewind(file);
    disk.read(180_000, done, 3, file);
    const [first, second, third] = run().map(([, time]) => time);
    expect(second - first).toBe(1_000_000);
    expect(third - second).toBeGreaterThan(2_000_000);
  });

  test("a long request is positioned once", () => {
    const { disk, done, run } = diskWith({ ...spec, maxTransfer: 100_000 });
    disk.read(1_800_000, done, 1);
    const [[, time]] = run();
    expect(time).toBeGreaterThan(10e6);
    expect(time).toBeLessThan(10e6 + 1e6 + 14.1e6 + 8e6);
  });

  test("a deep queue is served in the order of the way, which makes it faster; a depth of one leaves the order of arrival", () => {
    const rate = (queueDepth: number, depth: number) =>
      measureClosed({ ...spec, queueDepth }, { depth, size: 4 * KiB, requests: 5000 }).iops;
    expect(rate(32, 32)).toBeGreaterThan(1.7 * rate(32, 1));
    expect(rate(1, 32)).toBeCloseTo(rate(1, 1), -0.5);
  });

  test("nobody starves: with a stream of near commands a far one is served when its time has come", () => {
    const far = (oldestFirstAfter: number) => {
      const { disk, simulation, done, run } = diskWith({ ...spec, mechanics: { ...mechanics, oldestFirstAfter } });
      const file = disk.openStream();
      const next = simulation.on("near", () => {
        if (simulation.now < 2e9) disk.read(4 * KiB, next, 0, file);
      });
      disk.read(4 * KiB, next, 0, file);
      disk.read(4 * KiB, next, 0, file);
      disk.read(4 * KiB, next, 0, file);
      disk.read(4 * KiB, done, 1);
      return run()[0][1] / 1e9;
    };
    expect(far(0.5)).toBeGreaterThan(0.5);
    expect(far(0.5)).toBeLessThan(0.55);
    expect(far(1000)).toBeGreaterThan(2);
  });
});
