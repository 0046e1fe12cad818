import { expect, test } from "vitest";
import { describeFinding, validate } from "../../engine/testing/validation.ts";
import { measureClosed } from "../../models/testing/disk-load.ts";
import { measuredDiskCases } from "../testing/disk-cases.ts";
import { diskPreset } from "../testing/presets.ts";

test.each(measuredDiskCases)("$name ($source)", (each) => {
  for (const finding of validate(each)) expect(finding.passes, describeFinding(finding)).toBe(true);
});

test("hard disk: what reordering gains is that of the usual formula, 1 + 0.3 ln depth, within 15 %", () => {
  for (const depth of [4, 8, 16, 32]) {
    const { iops } = measureClosed(diskPreset("hdd"), { depth, size: 4096, requests: 6000 });
    const formula = 78 * (1 + 0.3 * Math.log(depth));
    expect(Math.abs(iops / formula - 1), `depth ${depth}`).toBeLessThan(0.15);
  }
});

test("SATA SSD: a long write falls from 520 to 300 MB/s when the cache is full", () => {
  const spec = diskPreset("sata-ssd");
  const write = (size: number, requests: number) => {
    const writeCache = { ...(spec.writeCache as NonNullable<typeof spec.writeCache>), size };
    return measureClosed({ ...spec, writeCache }, { depth: 8, size: 1024 * 1024, reads: 0, requests }).bandwidth / 1e6;
  };
  expect(write(12e9, 5000)).toBeCloseTo(520, -1);
  expect(write(0.5e9, 20_000)).toBeCloseTo(300, 0); // full after 1.2 GB, measured after 2.1 GB
});
