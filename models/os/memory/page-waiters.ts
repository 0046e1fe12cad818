/** Who waits for which page, in the order of coming: lists in arrays of numbers, so that a fault allocates nothing. */
import type { HandlerId, Simulation } from "../../../engine/index.ts";

const NONE = -1;

export class PageWaiters {
  readonly #simulation: Simulation;
  /** First in the list of each page. */
  readonly #first = new Map<number, number>();
  readonly #done: HandlerId[] = [];
  readonly #arg: number[] = [];
  /** The next one in the list, or the next spare one; and, for the first of a list, its last. */
  readonly #next: number[] = [];
  readonly #last: number[] = [];
  #spare = NONE;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  /** `done(arg)` once `page` is there. */
  add(page: number, done: HandlerId, arg: number): void {
    const waiter = this.#take();
    this.#done[waiter] = done;
    this.#arg[waiter] = arg;
    this.#next[waiter] = NONE;
    this.#last[waiter] = waiter;
    const first = this.#first.get(page);
    if (first === undefined) {
      this.#first.set(page, waiter);
      return;
    }
    this.#next[this.#last[first]] = waiter;
    this.#last[first] = waiter;
  }

  /** Tells those who wait for `page`; true if there is anybody. */
  wake(page: number): boolean {
    return this.#end(page, true);
  }

  /** The page is gone with its segment: nobody is told. */
  forget(page: number): void {
    this.#end(page, false);
  }

  #end(page: number, isTold: boolean): boolean {
    const first = this.#first.get(page);
    if (first === undefined) return false;
    this.#first.delete(page);
    if (isTold) for (let each = first; each !== NONE; each = this.#next[each]) this.#simulation.after(0, this.#done[each], this.#arg[each]);
    this.#next[this.#last[first]] = this.#spare;
    this.#spare = first;
    return true;
  }

  #take(): number {
    const spare = this.#spare;
    if (spare === NONE) return this.#done.length;
    this.#spare = this.#next[spare];
    return spare;
  }
}
