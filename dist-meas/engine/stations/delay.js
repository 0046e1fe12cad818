import { MultiServerQueue } from "./multi-server-queue/multi-server-queue.js";
/** A delay, or infinite server: everyone is served at once, nobody waits. Think times, propagation, M/G/infinity. */
export class Delay extends MultiServerQueue {
    kind = "delay";
    constructor(simulation, { name }) {
        super(simulation, { name, servers: Infinity });
    }
}
