import { grown } from "../kernel/grown.js";
import { SavedFields } from "../kernel/saved-fields.js";
/** Observations in the order they were made, kept without boxing; for warm-up detection and batch means. */
export class Series extends SavedFields {
    buffer = new Float64Array(64);
    size = 0;
    get length() {
        return this.size;
    }
    add(x) {
        if (this.size === this.buffer.length)
            this.buffer = grown(this.buffer, 2 * this.size);
        this.buffer[this.size++] = x;
    }
    /** All observations so far: a view, valid until the next `add`. */
    values() {
        return this.buffer.subarray(0, this.size);
    }
    reset() {
        this.size = 0;
    }
}
