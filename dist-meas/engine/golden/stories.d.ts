/** The mixed model's processes: impatience, blocking, breakdowns, kills, failures, races and joins. */
import { type Simulation, Tally } from "../index.ts";
import type { Plant, Settings } from "./plant.ts";
/** How often what happened. */
export type Happenings = Record<string, number>;
export interface Stories {
    readonly happenings: Happenings;
    /** Duration of a client's round [s]. */
    readonly rounds: Tally;
}
export declare function startStories(simulation: Simulation, plant: Plant, settings: Settings): Stories;
