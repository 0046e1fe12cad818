/** How the CPUs of a host are scheduled, as plain numbers. SI units. */
/** Weighted processor sharing: every task gets a steady share. */
export interface FluidSpec {
    readonly kind: "fluid";
}
/**
 * Turns as events. Times before the kernel's scaling by 1 + floor(log2(min(CPUs, 8))), as in kernel/sched/fair.c ("normalized").
 * Source of the defaults: Linux 6.6, kernel/sched/fair.c.
 */
export interface SlicesSpec {
    readonly kind: "slices";
    /** What a task asks for at a time [s]; 0.75 ms (0.70 ms in later kernels), scaled. */
    readonly baseSlice: number;
    /** A task that has just got its CPU keeps it this long against one that wakes up [s]; 1 ms, scaled; never more than a slice. */
    readonly wakeupGranularity: number;
    /** A task that ran within this time is cache-hot: balancing leaves it where it is [s]; 0.5 ms, not scaled. */
    readonly migrationCost: number;
    /** Time between two looks at the balance of busy CPUs [s]; 4 ms for each CPU: the kernel's tick, in a domain of that many. */
    readonly balanceInterval: number;
}
/** Period of a quota of CPU time that names none [s]: the default of the kernel and of container engines. */
export declare const DEFAULT_CPU_PERIOD = 0.1;
export type SchedulerSpec = FluidSpec | SlicesSpec;
export declare const FLUID: FluidSpec;
export declare const SLICES: SlicesSpec;
