import type { CpuSpec } from "../../../hardware/spec.ts";
/** Share of the time that is work while tasks take turns on a system of this many CPUs [1]: q / (q + s). */
export declare function turnEfficiency(cpu: CpuSpec, cpus: number): number;
/** Capacity in cores as a function of the number of runnable tasks: cores fill before second threads; q / (q + s) of it once tasks take turns. */
export declare function capacityOf(cpu: CpuSpec): (runnable: number) => number;
