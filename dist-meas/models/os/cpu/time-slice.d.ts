/** Factor on the scheduler's times for this many CPUs [1]: 1 + floor(log2(min(CPUs, 8))). Source: kernel/sched/fair.c, get_update_sysctl_factor. */
export declare const tunableScaling: (cpus: number) => number;
/** Time slice of the kernel as shipped on a system of this many CPUs [s]. */
export declare const timeSlice: (cpus: number) => number;
