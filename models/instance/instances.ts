/** All instances that exist. Those that are gone cost nothing: their places are used again. */
import type { Nanoseconds } from "../../engine/index.ts";
import type { System } from "../os/system.ts";
import { Instance } from "./instance.ts";
import type { Template } from "./template.ts";

/** Ids are arguments of events: 31 bits. */
const MOST_STARTS = 0x7fffffff;

export class Instances implements Iterable<Instance> {
  /** By slot: what requests in service know theirs by. */
  readonly bySlot: (Instance | undefined)[] = [];
  /** By id, in the order of their starts: what late events ask, which find nothing when it is gone. */
  readonly #byId = new Map<number, Instance>();
  readonly #free: number[] = [];
  #started = 0;

  /** A new one, which has not begun to start. @throws RangeError after 2^31 starts */
  create(service: number, template: Template, host: System, now: Nanoseconds): Instance {
    if (this.#started > MOST_STARTS) throw new RangeError(`more than ${MOST_STARTS} starts in one run; simulate a shorter time`);
    const slot = this.#free.pop() ?? this.bySlot.length;
    const instance = new Instance({ id: this.#started++, slot, service, template, host, now });
    this.bySlot[slot] = instance;
    this.#byId.set(instance.id, instance);
    return instance;
  }

  remove({ id, slot }: Instance): void {
    this.bySlot[slot] = undefined;
    this.#byId.delete(id);
    this.#free.push(slot);
  }

  of(id: number): Instance | undefined {
    return this.#byId.get(id);
  }

  /** Those that exist, the one started first first. */
  [Symbol.iterator](): IterableIterator<Instance> {
    return this.#byId.values();
  }
}
