/** The tasks of a scheduler that have not ended: slots in typed arrays, used again, and ids that tell a slot's tasks apart. */
import { grown } from "../../../engine/index.js";
/** An id is generation * 2^21 + slot: a positive int32, out of date when its task ends, used again after 1,023 others at the soonest. */
const SLOT_BITS = 21;
const SLOT_MASK = (1 << SLOT_BITS) - 1;
const LAST_GENERATION = (1 << (31 - SLOT_BITS)) - 1;
export class TaskTable {
    group = new Int32Array(0);
    done = new Int32Array(0);
    arg = new Int32Array(0);
    demand = new Float64Array(0);
    submitted = new Float64Array(0);
    #generation = new Int32Array(0);
    #next = new Int32Array(0);
    #free = -1;
    /** Slots there are, in use or not. */
    get size() {
        return this.group.length;
    }
    /** Whether `open` will enlarge the table. */
    get isFull() {
        return this.#free < 0;
    }
    open(group, demand, done, arg, now) {
        if (this.#free < 0)
            this.#grow();
        const slot = this.#free;
        this.#free = this.#next[slot];
        this.group[slot] = group;
        this.done[slot] = done;
        this.arg[slot] = arg;
        this.demand[slot] = demand;
        this.submitted[slot] = now;
        return slot;
    }
    close(slot) {
        const generation = this.#generation[slot];
        this.#generation[slot] = generation === LAST_GENERATION ? 1 : generation + 1;
        this.#next[slot] = this.#free;
        this.#free = slot;
    }
    idOf(slot) {
        return (this.#generation[slot] << SLOT_BITS) | slot;
    }
    /** The slot of a task; -1 for one that has ended. */
    slotOf(task) {
        const slot = task & SLOT_MASK;
        return slot < this.size && this.#generation[slot] === task >> SLOT_BITS ? slot : -1;
    }
    #grow() {
        const old = this.size;
        const size = Math.max(64, 2 * old);
        if (size > SLOT_MASK + 1)
            throw new RangeError(`more than ${SLOT_MASK + 1} tasks at once on one host`);
        this.group = grown(this.group, size);
        this.done = grown(this.done, size);
        this.arg = grown(this.arg, size);
        this.demand = grown(this.demand, size);
        this.submitted = grown(this.submitted, size);
        this.#generation = grown(this.#generation, size);
        this.#next = grown(this.#next, size);
        for (let slot = size - 1; slot >= old; slot--) {
            this.#generation[slot] = 1;
            this.#next[slot] = this.#free;
            this.#free = slot;
        }
    }
}
