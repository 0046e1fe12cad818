import { grown } from "../../kernel/grown.js";
import { SavedFields } from "../../kernel/saved-fields.js";
// A job's record of 32 bytes, seen as doubles from 4s and as words from 8s.
const DEMAND = 0; // [ns of one core]
const WEIGHT = 1;
const GROUP = 4;
const DONE = 5; // whom to tell
const ARG = 6;
const GENERATION = 7;
const NEXT = 4; // among the free records
/** The same for the processor, which takes them into constants of its own: V8 looks an imported or exported name up each time it is used. */
export const LAYOUT = { DEMAND, WEIGHT, GROUP, DONE, ARG };
/** A job's id is generation * 2^21 + slot. */
const SLOT_BITS = 21;
const SLOT_MASK = (1 << SLOT_BITS) - 1;
const LAST_GENERATION = (1 << (31 - SLOT_BITS)) - 1;
/** The records of a processor's jobs. */
export class JobTable extends SavedFields {
    /** The records; replaced by `open` when the table grows. */
    floats = new Float64Array(0);
    words = new Int32Array(0);
    firstFree = -1;
    get unsaved() {
        return ["words"]; // the same buffer
    }
    restore(state) {
        super.restore(state);
        this.words = new Int32Array(this.floats.buffer);
    }
    /** Slots there are, in use or not. */
    get size() {
        return this.floats.length >> 2;
    }
    /** Slot of a free record; there must be one, see `isFull`. */
    get free() {
        return this.firstFree;
    }
    /** Gives `free` to a job of `group`. */
    open(group) {
        const slot = this.firstFree;
        this.firstFree = this.words[(slot << 3) | NEXT];
        this.words[(slot << 3) | GROUP] = group;
    }
    close(slot) {
        const generation = this.words[(slot << 3) | GENERATION];
        this.words[(slot << 3) | GENERATION] = generation === LAST_GENERATION ? 1 : generation + 1;
        this.words[(slot << 3) | NEXT] = this.firstFree;
        this.firstFree = slot;
    }
    get isFull() {
        return this.firstFree < 0;
    }
    idOf(slot) {
        return (this.words[(slot << 3) | GENERATION] << SLOT_BITS) | slot;
    }
    /** The slot of a job; -1 for an id out of date. */
    slotOf(job) {
        const slot = job & SLOT_MASK;
        return slot < this.size && this.words[(slot << 3) | GENERATION] === job >> SLOT_BITS ? slot : -1;
    }
    /** Doubles the table. @throws RangeError beyond 2^21 jobs */
    grow() {
        const old = this.size;
        const size = Math.max(16, 2 * old);
        if (size > SLOT_MASK + 1)
            throw new RangeError(`more than ${SLOT_MASK + 1} jobs at once in one processor`);
        this.floats = grown(this.floats, size << 2);
        this.words = new Int32Array(this.floats.buffer);
        for (let slot = size - 1; slot >= old; slot--) {
            this.words[(slot << 3) | GENERATION] = 1;
            this.words[(slot << 3) | NEXT] = this.firstFree;
            this.firstFree = slot;
        }
    }
}
