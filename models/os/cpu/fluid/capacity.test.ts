import { expect, test } from "vitest";
import { switchCost } from "../../../hardware/cores.ts";
import { host } from "../../../testing/specs.ts";
import { SLICES } from "../spec.ts";
import { timeSlice } from "../time-slice.ts";
import { capacityOf, turnEfficiency } from "./capacity.ts";

const cpu = host().cpu;

test("as many tasks as cores or fewer use the cores as they are", () => {
  const capacity = capacityOf(cpu);
  expect([1, 2, 4].map(capacity)).toEqual([4, 4, 4]);
});

test("tasks that take turns lose s of every q + s", () => {
  const q = 0.75e-3 * 3; // base slice, scaled by 1 + log2(4)
  const s = switchCost(cpu);
  expect(timeSlice(4)).toBeCloseTo(q, 12);
  expect(turnEfficiency(cpu, 4)).toBeCloseTo(q / (q + s), 12);
  expect(capacityOf(cpu)(5)).toBeCloseTo((4 * q) / (q + s), 12);
  expect(capacityOf(cpu)(500)).toBe(capacityOf(cpu)(5));
});

test("the second thread of a core adds the SMT gain: 8 tasks on 4 cores do the work of 4 x 1.25", () => {
  const smt = { ...cpu, threadsPerCore: 2, smtGain: 0.25, contextSwitch: 0, cachePerCore: 0 };
  expect([4, 6, 8, 9].map(capacityOf(smt))).toEqual([4, 4.5, 5, 5]);
});

test("the slice grows with the logarithm of the CPUs up to 8, as the kernel's does", () => {
  const slices = [1, 2, 4, 8, 16].map((cpus) => timeSlice(cpus) / SLICES.baseSlice);
  for (const [index, factor] of [1, 2, 3, 4, 4].entries()) expect(slices[index]).toBeCloseTo(factor, 12);
});
