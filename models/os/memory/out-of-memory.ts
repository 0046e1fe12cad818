/**
 * What is done when somebody waits for a frame and nothing that is under way will bring one. As an event of its own all are asked once more, and then
 * somebody is killed: whose memory, decides who owns the memory.
 */
import type { HandlerId, Simulation } from "../../../engine/index.ts";
import type { FrameRequest, FrameRequests } from "./frame-requests.ts";
import { type GroupId, ROOT } from "./memory-group.ts";
import type { MemoryGroups } from "./memory-groups.ts";
import type { Pages } from "./pages.ts";
import type { PagingCounts } from "./paging-counts.ts";
import type { SegmentTable } from "./segment.ts";

export interface Waiters {
  readonly waiting: FrameRequests;
  readonly pages: Pages;
  ask(all: boolean): void;
  serveWaiting(): void;
}

export interface OutOfMemoryOptions {
  readonly segments: SegmentTable;
  readonly groups: MemoryGroups;
  readonly counts: PagingCounts;
  /** See `MemoryOptions`. */
  readonly onOutOfMemory: (group: GroupId) => boolean;
}

export class OutOfMemory {
  readonly #simulation: Simulation;
  readonly #waiters: Waiters;
  readonly #options: OutOfMemoryOptions;
  readonly #service: HandlerId;
  #isDue = false;

  constructor(simulation: Simulation, waiters: Waiters, options: OutOfMemoryOptions) {
    this.#simulation = simulation;
    this.#waiters = waiters;
    this.#options = options;
    this.#service = simulation.on("memory: serve or kill", () => this.#serveOrKill());
  }

  /** Looks for somebody who is stuck, and has something done about it later at this instant. */
  look(): void {
    if (this.#waiters.waiting.length > 0 && this.#findStuck() !== undefined) this.#call();
  }

  /** As an event of its own rather than deeper in this call. */
  #call(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    this.#simulation.after(0, this.#service, 0);
  }

  #serveOrKill(): void {
    this.#isDue = false;
    const waiters = this.#waiters;
    const { pages, waiting } = waiters;
    waiters.ask(pages.free === 0);
    pages.reclaim(waiting);
    const stuck = waiting.length > 0 ? this.#findStuck() : undefined;
    if (stuck === undefined) return;
    const { group } = this.#options.segments.all[stuck.segment];
    const relief = pages.relieve(group);
    if (relief === "later") this.#call();
    else if (relief === "now") waiters.serveWaiting();
    else if (this.#options.onOutOfMemory(group.isFull ? group.id : ROOT)) {
      this.#options.counts.kills++;
      waiters.serveWaiting();
    }
  }

  /** Some request that is stuck. Without limits all that wait for frames wait for the same, and the first stands for all. */
  #findStuck(): FrameRequest | undefined {
    const { waiting, pages } = this.#waiters;
    if (this.#options.groups.count > 1) return waiting.find(this.#isStuck);
    const { first } = waiting;
    return pages.isStuck(first) ? first : undefined;
  }

  readonly #isStuck = (request: FrameRequest): boolean => this.#waiters.pages.isStuck(request);
}
