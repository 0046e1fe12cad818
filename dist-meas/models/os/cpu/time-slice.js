import { SLICES } from "./spec.js";
/** Factor on the scheduler's times for this many CPUs [1]: 1 + floor(log2(min(CPUs, 8))). Source: kernel/sched/fair.c, get_update_sysctl_factor. */
export const tunableScaling = (cpus) => 32 - Math.clz32(Math.min(cpus, 8));
/** Time slice of the kernel as shipped on a system of this many CPUs [s]. */
export const timeSlice = (cpus) => SLICES.baseSlice * tunableScaling(cpus);
