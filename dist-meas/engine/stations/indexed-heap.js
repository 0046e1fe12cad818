import { grown } from "../kernel/grown.js";
import { SavedFields } from "../kernel/saved-fields.js";
/**
 * A 4-ary min-heap of small integers (slots of some table) by a number, with removal and change of key in O(log n).
 * Equal keys leave in order of rank.
 *
 * A node of 16 bytes holds a copy of its item's key, so that a comparison touches no other memory, and nodes count from 3, so that the
 * four children of a node are neighbours within 64 bytes, a cache line: those of node n are 4n - 8 to 4n - 5. Nodes without an item have
 * the key Infinity, and the least of four children is found by comparisons that yield numbers rather than by branches, which would be
 * mispredicted half of the time; only when two keys are the least does it branch and look at ranks. Together this halves the cost at 10,000 items.
 *
 *     index.key[item] = 3.5;
 *     heap.push(item);
 *
 * Keys are set in a typed array rather than passed as arguments, because a double handed to a call that is not inlined is an allocation.
 */
/** What a table's items have in common for all heaps over it; an item is in at most one of them. */
export class HeapIndex extends SavedFields {
    /** The item's key; set it before `push` or `update`. */
    key = new Float64Array(0);
    /** Decides among equal keys: the smaller rank first. By default an item's own number. */
    rank = new Float64Array(0);
    /** The item's node in its heap, -1 when it is in none. */
    position = new Int32Array(0);
    /** Makes room for items 0 .. count - 1. */
    reserve(count) {
        if (count <= this.position.length)
            return;
        const length = Math.max(count, 2 * this.position.length, 16);
        const position = new Int32Array(length).fill(-1);
        const rank = Float64Array.from(position, (_, item) => item);
        position.set(this.position);
        rank.set(this.rank);
        this.position = position;
        this.rank = rank;
        this.key = grown(this.key, length);
    }
}
// Node n, seen as doubles: its key at 2n; as words: its item at 4n + 2.
const ROOT = 3;
export class IndexedHeap extends SavedFields {
    size = 0;
    index;
    floats = new Float64Array(16).fill(Infinity);
    words = new Int32Array(this.floats.buffer);
    constructor(index) {
        super();
        this.index = index;
    }
    get unsaved() {
        return ["index", "words"]; // shared with other heaps; the same buffer
    }
    restore(state) {
        super.restore(state);
        this.words = new Int32Array(this.floats.buffer);
    }
    /** The item with the smallest key. Meaningless when empty, as `topKey` and `pop` are: callers look at `size` first. */
    get top() {
        return this.words[(ROOT << 2) | 2];
    }
    get topKey() {
        return this.floats[ROOT << 1];
    }
    /** One of the items, for `place` from 0 to size - 1, in no particular order. */
    itemAt(place) {
        return this.words[((ROOT + place) << 2) | 2];
    }
    /** Adds an item, with its key of the index. */
    push(item) {
        const node = ROOT + this.size;
        if (node << 1 === this.floats.length)
            this.grow();
        this.floats[node << 1] = this.index.key[item];
        this.words[(node << 2) | 2] = item;
        this.size++;
        this.settle(node);
    }
    /** Moves an item to where its changed key belongs. */
    update(item) {
        const node = this.index.position[item];
        this.floats[node << 1] = this.index.key[item];
        if (this.size > 1)
            this.settle(node);
    }
    pop() {
        const item = this.top;
        this.remove(item);
        return item;
    }
    remove(item) {
        const { floats, words } = this;
        const { position } = this.index;
        const node = position[item];
        this.size--;
        const last = ROOT + this.size;
        position[item] = -1;
        const key = floats[last << 1];
        floats[last << 1] = Infinity;
        if (node === last)
            return;
        floats[node << 1] = key;
        words[(node << 2) | 2] = words[(last << 2) | 2];
        this.settle(node);
    }
    /** Subtracts `amount` from every key: the order stays, as rounding is monotone. */
    shift(amount) {
        for (let node = ROOT; node < ROOT + this.size; node++) {
            this.floats[node << 1] -= amount;
            this.index.key[this.words[(node << 2) | 2]] = this.floats[node << 1];
        }
    }
    /** Moves what is in `node` to where its key belongs. */
    settle(from) {
        const { floats, words } = this;
        const { position, rank } = this.index;
        const end = (ROOT + this.size) | 0;
        const start = from | 0; // an integer for V8, not a number that might be an object
        let node = start;
        const key = floats[node << 1];
        const item = words[(node << 2) | 2];
        while (node > ROOT) {
            const parent = ((node >> 2) + 2) | 0;
            const other = words[(parent << 2) | 2];
            const otherKey = floats[parent << 1];
            if (otherKey < key || (otherKey === key && rank[other] <= rank[item]))
                break;
            floats[node << 1] = otherKey;
            words[(node << 2) | 2] = other;
            position[other] = node;
            node = parent;
        }
        for (let first = ((node << 2) - 8) | 0; node >= start && first < end; first = ((node << 2) - 8) | 0) {
            const key0 = floats[first << 1];
            const key1 = floats[(first << 1) | 2];
            const key2 = floats[(first << 1) | 4];
            const key3 = floats[(first << 1) | 6];
            const left = first | +(key1 < key0);
            const right = first | 2 | +(key3 < key2);
            const leftKey = floats[left << 1];
            const rightKey = floats[right << 1];
            let least = left ^ ((left ^ right) & -(rightKey < leftKey));
            if ((key0 === key1 && key0 <= rightKey) || (key2 === key3 && key2 <= leftKey) || leftKey === rightKey) {
                least = first;
                for (let child = first + 1; child < first + 4 && child < end; child++) {
                    const childKey = floats[child << 1];
                    const leastKey = floats[least << 1];
                    if (childKey < leastKey || (childKey === leastKey && rank[words[(child << 2) | 2]] < rank[words[(least << 2) | 2]]))
                        least = child;
                }
            }
            const other = words[(least << 2) | 2];
            const otherKey = floats[least << 1];
            if (otherKey > key || (otherKey === key && rank[other] >= rank[item]))
                break;
            floats[node << 1] = otherKey;
            words[(node << 2) | 2] = other;
            position[other] = node;
            node = least;
        }
        floats[node << 1] = key;
        words[(node << 2) | 2] = item;
        position[item] = node;
    }
    grow() {
        const floats = new Float64Array(2 * this.floats.length).fill(Infinity);
        floats.set(this.floats);
        this.floats = floats;
        this.words = new Int32Array(floats.buffer);
    }
}
