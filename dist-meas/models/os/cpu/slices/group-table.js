import { SliceGroup } from "./slice-group.js";
/** The groups of a scheduler; ids are used again. */
export class GroupTable {
    #scheduler;
    #groups = [];
    #free = [];
    #throttledOfRemoved = 0;
    constructor(scheduler) {
        this.#scheduler = scheduler;
    }
    /** The id that the next group will have. */
    get next() {
        return this.#free.at(-1) ?? this.#groups.length;
    }
    /** A group without quota and vCPUs on a host with this many CPUs. */
    add(name, weight, cpus, allowed) {
        const id = this.next;
        this.#free.pop();
        const group = new SliceGroup(id, name, weight, cpus, allowed);
        this.#groups[id] = group;
        return group;
    }
    remove(group, now) {
        this.#throttledOfRemoved += group.throttledTime(now);
        this.#groups[group.id] = undefined;
        this.#free.push(group.id);
    }
    get(id) {
        const group = this.#groups[id];
        if (group === undefined)
            throw new RangeError(`scheduler "${this.#scheduler}": found group ${id}, expected one that addGroup returned`);
        return group;
    }
    /** All there are, by id. */
    list() {
        return this.#groups.filter((group) => group !== undefined);
    }
    /** Time throttled with work, summed over all groups there have been [ns]. */
    throttledTime(now) {
        return this.#groups.reduce((sum, group) => sum + (group?.throttledTime(now) ?? 0), this.#throttledOfRemoved);
    }
}
