import type { Simulation } from "../kernel/simulation.ts";
import type { Nanoseconds } from "../kernel/time.ts";
import { SavedFields } from "../kernel/saved-fields.ts";
/** How much of something is taken (units, litres) over time, with both sides of the utilization law. */
export declare class Occupancy extends SavedFields {
    taken: number;
    private readonly simulation;
    private readonly capacity;
    private integral;
    private clock;
    /** Σ change x instant. */
    private moment;
    constructor(simulation: Simulation, capacity: number);
    change(amount: number): void;
    /** Its part of the station's counters, brought up to now. */
    counters(): {
        busyIntegral: number;
        workDone: number;
        capacityIntegral: number;
    };
}
/** ∫ capacity dt from 0 to `now`; an infinite capacity has done nothing at instant 0. */
export declare const capacityIntegral: (capacity: number, now: Nanoseconds) => number;
