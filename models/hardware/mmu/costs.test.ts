import { expect, test } from "vitest";
import { host, MiB } from "../../testing/specs.ts";
import { addressSpaceSwitch } from "./context-switch.ts";
import { firstTouch, hugeFault } from "./faults.ts";

const { mmu, cpu } = host();

test("with address space identifiers a switch costs nothing here; without, every entry is walked for again", () => {
  expect(addressSpaceSwitch(mmu, cpu)).toBe(0);
  expect(addressSpaceSwitch({ ...mmu, addressSpaceIds: false }, cpu)).toBeCloseTo((1024 * 30) / 1.5e9, 12);
  expect(addressSpaceSwitch({ ...mmu, kind: "none", addressSpaceIds: false }, cpu)).toBe(0);
});

test("page-table isolation adds two writes of the page-table register, 100 cycles each", () => {
  expect(addressSpaceSwitch({ ...mmu, pageTableIsolation: true }, cpu)).toBeCloseTo(200 / 1.5e9, 15);
});

test("first touch: one minor fault a page, the last one begun included", () => {
  expect(firstTouch(mmu, cpu, 10 * 4096, "base")).toBeCloseTo(10 * mmu.minorFault, 12);
  expect(firstTouch(mmu, cpu, 10 * 4096 + 1, "base")).toBeCloseTo(11 * mmu.minorFault, 12);
  expect(firstTouch(mmu, cpu, 0, "huge")).toBe(0);
  expect(firstTouch(mmu, cpu, 3 * MiB, "huge")).toBeCloseTo(2 * hugeFault(mmu, cpu), 12);
});

test("a fault of 2 MiB: about 80 us (50 to 120) on an x86 server, 400 us on a Raspberry Pi 4, by the rate of zeroing", () => {
  const server = hugeFault({ ...mmu, minorFault: 0.7e-6 }, { copyBandwidth: 10e9 });
  expect(server).toBeGreaterThan(50e-6);
  expect(server).toBeLessThan(120e-6);
  expect(hugeFault(mmu, { copyBandwidth: 2.738e9 })).toBeCloseTo(400e-6, 4);
});
