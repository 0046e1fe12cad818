/** The mixed model's cancellations: alarms cancelled and moved, stale handles, jobs withdrawn, groups of a processor changed. */
import { type Simulation, TimeWeighted } from "../index.ts";
import type { Plant, Settings } from "./plant.ts";
export interface Alarms {
    readonly counts: {
        rung: number;
        cancelled: number;
        moved: number;
        stale: number;
        remaining: number;
        workLeft: number;
    };
    /** Jobs of the night shift that are under way. */
    readonly shift: TimeWeighted;
}
export declare function startAlarms(simulation: Simulation, { cpu, capped, fifo, preemptive }: Plant, settings: Settings): Alarms;
