import { expect, test } from "vitest";
import { host } from "../testing/specs.ts";
import { cacheRefill, coreRate, fullCapacity, hardwareThreads, switchCost } from "./cores.ts";

const cpu = host().cpu;
const smt = { ...cpu, cores: 4, threadsPerCore: 2, smtGain: 0.25 };

test("a switch costs itself and the cache, which refills at the rate of memory", () => {
  expect(cacheRefill(cpu)).toBeCloseTo(cpu.cachePerCore / cpu.copyBandwidth, 12);
  expect(switchCost(cpu)).toBeCloseTo(cpu.contextSwitch + cpu.cachePerCore / cpu.copyBandwidth, 12);
});

test("the second thread of a core adds the SMT gain, further ones nothing", () => {
  expect([0, 1, 2, 4].map((busy) => coreRate(smt, busy))).toEqual([0, 1, 1.25, 1.25]);
  expect(hardwareThreads(smt)).toBe(4 * 2);
  expect(fullCapacity(smt)).toBe(4 * 1.25);
  expect(fullCapacity({ ...smt, threadsPerCore: 1 })).toBe(4);
});
