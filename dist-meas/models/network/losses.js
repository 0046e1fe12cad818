/** Lost packets that only a timer brings back: a message waits for it, twice as long for each further loss. */
import { nanoseconds } from "../../engine/index.js";
import { retransmissionTimer, unguardedPackets } from "./tcp.js";
export class Losses {
    #stream;
    #loss;
    #timer;
    #through;
    #again;
    // By message that is late: what it still waits for [ns], and whom to tell.
    #wait = [];
    #done = [];
    #arg = [];
    #free = [];
    /** `loss`: share of packets lost, above 0; `roundTrip` [s]. */
    constructor(simulation, loss, roundTrip, prefix = "") {
        this.#stream = simulation.stream(`${prefix}network / lost packets`);
        this.#loss = loss;
        this.#timer = nanoseconds(retransmissionTimer(roundTrip));
        this.#through = simulation.on("network: all but a lost packet through", (late) => void simulation.after(this.#wait[late], this.#again, late));
        this.#again = simulation.on("network: lost packet through", (late) => {
            this.#free.push(late);
            simulation.call(this.#done[late], this.#arg[late]);
        });
    }
    /** Draws whether a message of so many packets will be late. -1: no; else whom to tell when the rest is through: `handler(result)`. */
    draw(packets, done, arg) {
        let all = 1;
        for (let k = unguardedPackets(packets); k > 0; k--)
            all *= 1 - this.#loss;
        let wait = 0;
        let timer = this.#timer;
        while (this.#stream.next() >= all) {
            wait += timer;
            timer *= 2;
        }
        if (wait === 0)
            return -1;
        const late = this.#free.pop() ?? this.#done.length;
        this.#wait[late] = wait;
        this.#done[late] = done;
        this.#arg[late] = arg;
        return late;
    }
    get handler() {
        return this.#through;
    }
}
