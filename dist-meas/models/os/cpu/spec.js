/** How the CPUs of a host are scheduled, as plain numbers. SI units. */
/** Period of a quota of CPU time that names none [s]: the default of the kernel and of container engines. */
export const DEFAULT_CPU_PERIOD = 0.1;
export const FLUID = { kind: "fluid" };
export const SLICES = {
    kind: "slices",
    baseSlice: 0.75e-3,
    wakeupGranularity: 1e-3,
    migrationCost: 0.5e-3,
    balanceInterval: 4e-3,
};
