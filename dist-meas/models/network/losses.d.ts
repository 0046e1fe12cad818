/** Lost packets that only a timer brings back: a message waits for it, twice as long for each further loss. */
import { type HandlerId, type Simulation } from "../../engine/index.ts";
export declare class Losses {
    #private;
    /** `loss`: share of packets lost, above 0; `roundTrip` [s]. */
    constructor(simulation: Simulation, loss: number, roundTrip: number, prefix?: string);
    /** Draws whether a message of so many packets will be late. -1: no; else whom to tell when the rest is through: `handler(result)`. */
    draw(packets: number, done: HandlerId, arg: number): number;
    get handler(): HandlerId;
}
