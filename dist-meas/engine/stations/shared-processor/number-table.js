import { grown } from "../../kernel/grown.js";
import { SavedFields } from "../../kernel/saved-fields.js";
/**
 * A hash table from doubles to small integers. Values are 0 .. n - 1, each used once at a time.
 *
 *     table.key = 0.1;
 *     table.find();
 *
 * The key is a field, because a double handed to a call that is not inlined is an allocation, as it is in a Map.
 */
export class NumberTable extends SavedFields {
    buckets = new Int32Array(16).fill(-1);
    next = new Int32Array(16);
    keys = new Float64Array(16);
    count = 0;
    double = new Float64Array(1);
    words = new Uint32Array(this.double.buffer);
    get unsaved() {
        return ["double", "words"]; // one buffer, and no state
    }
    get key() {
        return this.double[0];
    }
    set key(key) {
        this.double[0] = key;
    }
    /** The value stored under `key`, -1 if there is none. */
    find() {
        const key = this.double[0];
        let value = this.buckets[this.bucket()];
        while (value >= 0 && this.keys[value] !== key)
            value = this.next[value];
        return value;
    }
    /** Stores `value` under `key`, which must be new. */
    insert(value) {
        if (value >= this.keys.length)
            this.grow(value + 1);
        this.keys[value] = this.double[0];
        this.link(value);
        if (++this.count > this.buckets.length)
            this.rehash();
    }
    /** Removes `key`, which must be there. */
    remove() {
        const key = this.double[0];
        const bucket = this.bucket();
        let before = -1;
        let value = this.buckets[bucket];
        while (this.keys[value] !== key) {
            before = value;
            value = this.next[value];
        }
        if (before < 0)
            this.buckets[bucket] = this.next[value];
        else
            this.next[before] = this.next[value];
        this.count--;
    }
    /** Bucket of `key`. */
    bucket() {
        const mixed = Math.imul(this.words[0] ^ Math.imul(this.words[1], 0x9e3779b1), 0x85ebca6b);
        return (mixed ^ (mixed >>> 15)) & (this.buckets.length - 1);
    }
    link(value) {
        const bucket = this.bucket();
        this.next[value] = this.buckets[bucket];
        this.buckets[bucket] = value;
    }
    rehash() {
        const old = this.buckets;
        const oldNext = this.next.slice();
        this.buckets = new Int32Array(2 * old.length).fill(-1);
        for (const first of old) {
            for (let value = first; value >= 0; value = oldNext[value]) {
                this.key = this.keys[value];
                this.link(value);
            }
        }
    }
    grow(length) {
        const size = Math.max(length, 2 * this.keys.length);
        this.keys = grown(this.keys, size);
        this.next = grown(this.next, size);
    }
}
