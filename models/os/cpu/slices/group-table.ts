import type { Nanoseconds } from "../../../../engine/index.ts";
import type { TaskGroupId } from "../scheduler.ts";
import { SliceGroup } from "./slice-group.ts";

/** The groups of a scheduler; ids are used again. */
export class GroupTable {
  readonly #scheduler: string;
  readonly #groups: (SliceGroup | undefined)[] = [];
  readonly #free: TaskGroupId[] = [];
  #throttledOfRemoved: Nanoseconds = 0;

  constructor(scheduler: string) {
    this.#scheduler = scheduler;
  }

  /** The id that the next group will have. */
  get next(): TaskGroupId {
    return this.#free.at(-1) ?? this.#groups.length;
  }

  /** A group without quota and vCPUs on a host with this many CPUs. */
  add(name: string, weight: number, cpus: number, allowed: readonly number[] | undefined): SliceGroup {
    const id = this.next;
    this.#free.pop();
    const group = new SliceGroup(id, name, weight, cpus, allowed);
    this.#groups[id] = group;
    return group;
  }

  remove(group: SliceGroup, now: Nanoseconds): void {
    this.#throttledOfRemoved += group.throttledTime(now);
    this.#groups[group.id] = undefined;
    this.#free.push(group.id);
  }

  get(id: TaskGroupId): SliceGroup {
    const group = this.#groups[id];
    if (group === undefined) throw new RangeError(`scheduler "${this.#scheduler}": found group ${id}, expected one that addGroup returned`);
    return group;
  }

  /** All there are, by id. */
  list(): SliceGroup[] {
    return this.#groups.filter((group) => group !== undefined);
  }

  /** Time throttled with work, summed over all groups there have been [ns]. */
  throttledTime(now: Nanoseconds): Nanoseconds {
    return this.#groups.reduce((sum, group) => sum + (group?.throttledTime(now) ?? 0), this.#throttledOfRemoved);
  }
}
