/** A queue with two ends in a ring. All operations are O(1), but for `removeAt`, which is O(index). */
export declare class Deque<Item> {
    length: number;
    private ring;
    private head;
    push(item: Item): void;
    unshift(item: Item): void;
    /** Takes the first; there must be one. */
    shift(): Item;
    /** The item at `index`, from 0 to length - 1. */
    at(index: number): Item;
    /** Takes the item at `index`; the others stay in their order. */
    removeAt(index: number): Item;
    [Symbol.iterator](): IterableIterator<Item>;
    private grow;
}
