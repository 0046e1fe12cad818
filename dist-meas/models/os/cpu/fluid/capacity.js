/**
 * How much work the cores do together when `runnable` tasks (threads, vCPUs) want them.
 * Covers SMT and the time lost to context switches once tasks outnumber hardware threads. Leaves out frequency scaling.
 */
import { fullCapacity, hardwareThreads, switchCost } from "../../../hardware/cores.js";
import { timeSlice } from "../time-slice.js";
/** Share of the time that is work while tasks take turns on a system of this many CPUs [1]: q / (q + s). */
export function turnEfficiency(cpu, cpus) {
    const slice = timeSlice(cpus);
    return slice / (slice + switchCost(cpu));
}
/** Capacity in cores as a function of the number of runnable tasks: cores fill before second threads; q / (q + s) of it once tasks take turns. */
export function capacityOf(cpu) {
    const { cores, smtGain } = cpu;
    const threads = hardwareThreads(cpu);
    const full = fullCapacity(cpu);
    const contended = full * turnEfficiency(cpu, threads);
    return (runnable) => {
        if (runnable > threads)
            return contended;
        return runnable <= cores ? cores : Math.min(full, cores + smtGain * (runnable - cores));
    };
}
