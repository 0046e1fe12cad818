/** Reads of pages that are under way, and who waits for them. Numbers and arrays are used again. */
import type { HandlerId, Simulation } from "../../../engine/index.ts";
import type { SegmentId } from "./segment.ts";

/** Pages that one read brings at most. */
export const MOST_PAGES = 32;

export interface PageRead {
  readonly pages: Int32Array;
  readonly frames: Int32Array;
  readonly segments: Int32Array;
  /** Swap slot that each page comes from, or -1: from its file. */
  readonly slots: Int32Array;
  length: number;
}

interface Waiter {
  readonly done: HandlerId;
  readonly arg: number;
}

export class PageReads {
  readonly #simulation: Simulation;
  readonly #reads: PageRead[] = [];
  readonly #free: number[] = [];
  readonly #waiting = new Map<number, Waiter[]>();

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  open(): number {
    const free = this.#free.pop();
    if (free !== undefined) {
      this.#reads[free].length = 0;
      return free;
    }
    const column = (): Int32Array => new Int32Array(MOST_PAGES);
    return this.#reads.push({ pages: column(), frames: column(), segments: column(), slots: column(), length: 0 }) - 1;
  }

  get(read: number): PageRead {
    return this.#reads[read];
  }

  add(read: number, page: number, frame: number, segment: SegmentId, slot: number): void {
    const { pages, frames, segments, slots, length } = this.#reads[read];
    pages[length] = page;
    frames[length] = frame;
    segments[length] = segment;
    slots[length] = slot;
    this.#reads[read].length++;
  }

  close(read: number): void {
    this.#free.push(read);
  }

  /** `done(arg)` once `page` is there. */
  wait(page: number, done: HandlerId, arg: number): void {
    const others = this.#waiting.get(page);
    if (others) others.push({ done, arg });
    else this.#waiting.set(page, [{ done, arg }]);
  }

  /** Tells those who wait for `page`; true if there is anybody. */
  wake(page: number): boolean {
    const waiters = this.#waiting.get(page);
    if (waiters === undefined) return false;
    for (const { done, arg } of waiters) this.#simulation.after(0, done, arg);
    this.#waiting.delete(page);
    return true;
  }

  /** The page is gone with its segment: nobody is told. */
  forget(page: number): void {
    this.#waiting.delete(page);
  }
}
