/** The mixed model's event handlers: customers of nine sources take their routes through the stations. */
import { type Simulation } from "../index.ts";
import type { Plant } from "./plant.ts";
export interface Traffic {
    /** Times in system [s] of the customers of each source. */
    readonly responses: Readonly<Record<string, readonly number[]>>;
    readonly lost: Readonly<Record<string, number>>;
}
export declare function startTraffic(simulation: Simulation, plant: Plant): Traffic;
