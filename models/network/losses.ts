/** Lost packets that only a timer brings back: a message waits for it, twice as long for each further loss. */
import { type HandlerId, nanoseconds, type RandomStream, type Simulation } from "../../engine/index.ts";
import { retransmissionTimer, unguardedPackets } from "./tcp.ts";

export class Losses {
  readonly #stream: RandomStream;
  readonly #loss: number;
  readonly #timer: number;
  readonly #through: HandlerId;
  readonly #again: HandlerId;
  // By message that is late: what it still waits for [ns], and whom to tell.
  readonly #wait: number[] = [];
  readonly #done: number[] = [];
  readonly #arg: number[] = [];
  readonly #free: number[] = [];

  /** `loss`: share of packets lost, above 0; `roundTrip` [s]. */
  constructor(simulation: Simulation, loss: number, roundTrip: number, prefix = "") {
    this.#stream = simulation.stream(`${prefix}network / lost packets`);
    this.#loss = loss;
    this.#timer = nanoseconds(retransmissionTimer(roundTrip));
    this.#through = simulation.on(
      "network: all but a lost packet through",
      (late) => void simulation.after(this.#wait[late], this.#again, late),
    );
    this.#again = simulation.on("network: lost packet through", (late) => {
      this.#free.push(late);
      simulation.call(this.#done[late], this.#arg[late]);
    });
  }

  /** Draws whether a message of so many packets will be late. -1: no; else whom to tell when the rest is through: `handler(result)`. */
  draw(packets: number, done: HandlerId, arg: number): number {
    let all = 1;
    for (let k = unguardedPackets(packets); k > 0; k--) all *= 1 - this.#loss;
    let wait = 0;
    let timer = this.#timer;
    while (this.#stream.next() >= all) {
      wait += timer;
      timer *= 2;
    }
    if (wait === 0) return -1;
    const late = this.#free.pop() ?? this.#done.length;
    this.#wait[late] = wait;
    this.#done[late] = done;
    this.#arg[late] = arg;
    return late;
  }

  get handler(): HandlerId {
    return this.#through;
  }
}
