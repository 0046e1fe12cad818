import { SavedFields } from "../kernel/saved-fields.ts";
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
export declare class HeapIndex extends SavedFields {
    /** The item's key; set it before `push` or `update`. */
    key: Float64Array<ArrayBuffer>;
    /** Decides among equal keys: the smaller rank first. By default an item's own number. */
    rank: Float64Array<ArrayBuffer>;
    /** The item's node in its heap, -1 when it is in none. */
    position: Int32Array<ArrayBuffer>;
    /** Makes room for items 0 .. count - 1. */
    reserve(count: number): void;
}
export declare class IndexedHeap extends SavedFields {
    size: number;
    private readonly index;
    private floats;
    private words;
    constructor(index: HeapIndex);
    protected get unsaved(): readonly string[];
    restore(state: unknown): void;
    /** The item with the smallest key. Meaningless when empty, as `topKey` and `pop` are: callers look at `size` first. */
    get top(): number;
    get topKey(): number;
    /** One of the items, for `place` from 0 to size - 1, in no particular order. */
    itemAt(place: number): number;
    /** Adds an item, with its key of the index. */
    push(item: number): void;
    /** Moves an item to where its changed key belongs. */
    update(item: number): void;
    pop(): number;
    remove(item: number): void;
    /** Subtracts `amount` from every key: the order stays, as rounding is monotone. */
    shift(amount: number): void;
    /** Moves what is in `node` to where its key belongs. */
    private settle;
    private grow;
}
