/**
 * How much work the cores do together when `runnable` tasks (threads, vCPUs) want them.
 * Covers SMT and the time lost to context switches once tasks outnumber hardware threads. Leaves out frequency scaling.
 */
import type { CpuSpec } from "./spec.ts";

/** Base slice of a task before scaling [s]. Source: Linux 6.6, kernel/sched/fair.c; 0.70 ms in later kernels. */
const BASE_SLICE = 0.75e-3;

export const hardwareThreads = (cpu: CpuSpec): number => cpu.cores * cpu.threadsPerCore;

/** Factor on the scheduler's times for this many CPUs [1]: 1 + floor(log2(min(CPUs, 8))). Source: kernel/sched/fair.c, get_update_sysctl_factor. */
export const tunableScaling = (cpus: number): number => 32 - Math.clz32(Math.min(cpus, 8));

/** Time slice of a runnable task when cores are contended [s]. */
export const timeSlice = (cpu: CpuSpec): number => BASE_SLICE * tunableScaling(hardwareThreads(cpu));

/** Time that the cache of a core takes to be refilled by another task [s]. */
export const cacheRefill = (cpu: CpuSpec): number => cpu.cachePerCore / cpu.copyBandwidth;

/** Time lost at each switch: the switch itself and refilling the core's cache [s]. Source: Li, Ding, Shen, ExpCS 2007. */
export const switchCost = (cpu: CpuSpec): number => cpu.contextSwitch + cacheRefill(cpu);

/** Share of the time that is work when tasks take turns of `slice` seconds [1]: q / (q + s). */
export const turnEfficiency = (cpu: CpuSpec, slice: number): number => slice / (slice + switchCost(cpu));

/** Work of one core with `busy` of its threads busy, in cores [1]. Threads beyond the second add nothing: there is no figure for them. */
export const coreRate = (cpu: CpuSpec, busy: number): number => (busy === 0 ? 0 : busy === 1 ? 1 : 1 + cpu.smtGain);

/** Work of all cores with all threads busy and without switches [cores]. */
export const fullCapacity = (cpu: CpuSpec): number => cpu.cores * coreRate(cpu, cpu.threadsPerCore);

/** Capacity in cores as a function of the number of runnable tasks: cores fill before second threads; q / (q + s) of it once tasks take turns. */
export function capacityOf(cpu: CpuSpec): (runnable: number) => number {
  const { cores, smtGain } = cpu;
  const threads = hardwareThreads(cpu);
  const full = fullCapacity(cpu);
  const contended = full * turnEfficiency(cpu, timeSlice(cpu));
  return (runnable) => {
    if (runnable > threads) return contended;
    return runnable <= cores ? cores : Math.min(full, cores + smtGain * (runnable - cores));
  };
}
