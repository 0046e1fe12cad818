import type { Simulation } from "../kernel/simulation.ts";
import { MultiServerQueue } from "./multi-server-queue/multi-server-queue.ts";
/** A delay, or infinite server: everyone is served at once, nobody waits. Think times, propagation, M/G/infinity. */
export declare class Delay extends MultiServerQueue {
    readonly kind = "delay";
    constructor(simulation: Simulation, { name }: {
        readonly name: string;
    });
}
