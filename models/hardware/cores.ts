/**
 * How much work the cores do together when `runnable` tasks want them.
 * Covers SMT and the time lost to context switches once tasks outnumber hardware threads. Leaves out frequency scaling and migration.
 */
import type { CpuSpec } from "./spec.ts";

/** Minimum time slice for one CPU [s]; Linux scales it with 1 + floor(log2(min(CPUs, 8))). Source: kernel/sched/fair.c, base slice 0.75 ms. */
const BASE_SLICE = 0.75e-3;

export const hardwareThreads = (cpu: CpuSpec): number => cpu.cores * cpu.threadsPerCore;

/** Time slice of a runnable task when cores are contended [s]. */
export function timeSlice(cpu: CpuSpec): number {
  const log2 = 31 - Math.clz32(Math.min(hardwareThreads(cpu), 8));
  return BASE_SLICE * (1 + log2);
}

/** Time lost at each switch: the switch itself and refilling the core's cache [s]. Source: Li, Ding, Shen, ExpCS 2007. */
export const switchCost = (cpu: CpuSpec): number => cpu.contextSwitch + cpu.cachePerCore / cpu.copyBandwidth;

/** Capacity in cores as a function of the number of runnable tasks. Form: q / (q + s) of the SMT capacity once tasks have to take turns. */
export function capacityOf(cpu: CpuSpec): (runnable: number) => number {
  const { cores, smtGain } = cpu;
  const threads = hardwareThreads(cpu);
  const full = cores * (1 + (threads > cores ? smtGain : 0));
  const slice = timeSlice(cpu);
  const contended = (full * slice) / (slice + switchCost(cpu));
  return (runnable) => {
    if (runnable <= cores) return cores;
    if (runnable <= threads) return cores + smtGain * (runnable - cores);
    return contended;
  };
}
