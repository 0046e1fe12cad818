import { Instance } from "./instance.js";
/** Ids are arguments of events: 31 bits. */
const MOST_STARTS = 0x7fffffff;
export class Instances {
    /** By slot: what requests in service know theirs by. */
    bySlot = [];
    /** By id, in the order of their starts: what late events ask, which find nothing when it is gone. */
    #byId = new Map();
    #free = [];
    #started = 0;
    /** A new one, which has not begun to start. @throws RangeError after 2^31 starts */
    create(service, template, host, now) {
        if (this.#started > MOST_STARTS)
            throw new RangeError(`more than ${MOST_STARTS} starts in one run; simulate a shorter time`);
        const slot = this.#free.pop() ?? this.bySlot.length;
        const instance = new Instance({ id: this.#started++, slot, service, template, host, now });
        this.bySlot[slot] = instance;
        this.#byId.set(instance.id, instance);
        return instance;
    }
    remove({ id, slot }) {
        this.bySlot[slot] = undefined;
        this.#byId.delete(id);
        this.#free.push(slot);
    }
    of(id) {
        return this.#byId.get(id);
    }
    /** Those that exist, the one started first first. */
    [Symbol.iterator]() {
        return this.#byId.values();
    }
}
