/**
 * Closed clients: users of an application who wait for the answer, think, and send again, so that never more requests are under way than there are
 * users. Each has a stream of its own, so that one more moves the thoughts of no other.
 *
 *     open --> think --> send --> execution --> answer or failure --.
 *                ^                                                  |
 *                \---- once the answer has come back to the client -'
 *
 * Left out: sessions of several different requests, clients that give up, arrivals and departures of clients.
 */
import { grown, HORIZON, type Nanoseconds, nanoseconds, sampler, type Simulation } from "../../engine/index.ts";
import type { Destination } from "../request/destination.ts";
import type { Execution } from "../request/execution.ts";
import type { ClientsSpec } from "../workload/spec.ts";

/** After a failure a client thinks this long at least [ns], about the time of a new connection: those that do not think would otherwise turn in a circle. */
const SHORTEST_RETRY = 1_000_000;

const NOBODY = -1;

export class Clients {
  /** Clients that think, and those that have a request under way. */
  thinking = 0;
  waiting = 0;
  readonly #simulation: Simulation;
  readonly #execution: Execution;
  readonly #destinations: Destination[] = [];
  /** Draws a time to think [s]. */
  readonly #thoughts: (() => number)[] = [];
  /** By row of the table of requests: whose it is. */
  #clientOf = new Int32Array(0);
  #send = 0;

  constructor(simulation: Simulation, execution: Execution) {
    this.#simulation = simulation;
    this.#execution = execution;
  }

  get count(): number {
    return this.#destinations.length;
  }

  /** Further ones of `destination`. */
  add(destination: Destination, { count, think }: ClientsSpec): void {
    for (let k = 0; k < count; k++) {
      this.#destinations.push(destination);
      this.#thoughts.push(sampler(think, this.#simulation.stream(`${destination.context.name} / client ${k}`)));
    }
  }

  /** The doors open: all think before they send the first time, so that they do not come in step. */
  open(): void {
    if (this.count === 0) return;
    this.#send = this.#simulation.on("client sends", (client) => {
      this.thinking--;
      this.waiting++;
      const row = this.#execution.arrive(this.#destinations[client], -1);
      if (row < 0) this.#thinkAgain(client, true);
      else this.#own(row, client);
    });
    for (let client = 0; client < this.count; client++) this.#think(client, 0, 0);
  }

  /** The request in `row` has been answered, or has failed. */
  ended(row: number, failed: boolean): void {
    const client = this.ownerOf(row);
    if (client === NOBODY) return;
    this.#clientOf[row] = NOBODY;
    this.#thinkAgain(client, failed);
  }

  /** Whose request is in `row`; -1 if it is of no client. */
  ownerOf(row: number): number {
    return row < this.#clientOf.length ? this.#clientOf[row] : NOBODY;
  }

  /** Answers, and errors too, need their time back to the client. */
  #thinkAgain(client: number, failed: boolean): void {
    this.waiting--;
    this.#think(client, this.#destinations[client].context.networkDelay, failed ? SHORTEST_RETRY : 0);
  }

  #think(client: number, delay: Nanoseconds, shortest: Nanoseconds): void {
    this.thinking++;
    const instant = this.#simulation.now + delay + Math.max(shortest, nanoseconds(this.#thoughts[client]()));
    if (instant <= HORIZON) this.#simulation.at(instant, this.#send, client);
  }

  #own(row: number, client: number): void {
    const { length } = this.#clientOf;
    if (row >= length) this.#clientOf = grown(this.#clientOf, Math.max(256, 2 * length, row + 1)).fill(NOBODY, length);
    this.#clientOf[row] = client;
  }
}
