/** The instance used last, so that the others can expire. Assumption: no platform says which it takes. */
import type { Instance } from "../../../instance/instance.ts";
import type { FreeInstances, IdleInstancePolicy } from "./idle-instance.ts";

class Stack implements FreeInstances {
  readonly #free: Instance[] = [];

  add(instance: Instance): void {
    this.#free.push(instance);
  }

  /** Nearly always it was the last; `splice` would make an array. */
  remove(instance: Instance): void {
    if (this.#free.at(-1) === instance) {
      this.#free.pop();
      return;
    }
    const place = this.#free.lastIndexOf(instance);
    if (place >= 0) this.#free.splice(place, 1);
  }

  next(): Instance | undefined {
    return this.#free.at(-1);
  }
}

export const mostRecentlyUsed: IdleInstancePolicy = {
  create: () => new Stack(),
  description: "the free instance used last serves next",
};
