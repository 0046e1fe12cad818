import { SavedFields } from "./saved-fields.ts";

/**
 * A 4-ary min-heap of small integers (slots of some table) by a number, with removal and change of key in O(log n).
 * Equal keys leave in order of rank. The nodes hold copies of the keys, so that a comparison touches no other memory.
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
  /** Position of the item in its heap, -1 when it is in none. */
  position = new Int32Array(0);

  /** Makes room for items 0 .. count - 1. */
  reserve(count: number): void {
    if (count <= this.position.length) return;
    const length = Math.max(count, 2 * this.position.length, 16);
    const position = new Int32Array(length).fill(-1);
    const rank = Float64Array.from(position, (_, item) => item);
    const key = new Float64Array(length);
    position.set(this.position);
    rank.set(this.rank);
    key.set(this.key);
    this.position = position;
    this.rank = rank;
    this.key = key;
  }
}

export class IndexedHeap extends SavedFields {
  size = 0;
  private readonly index: HeapIndex;
  private keys = new Float64Array(4);
  private items = new Int32Array(4);

  constructor(index: HeapIndex) {
    super();
    this.index = index;
  }

  protected override get unsaved(): readonly string[] {
    return ["index"]; // shared with other heaps
  }

  /** The item with the smallest key. Meaningless when empty, as `topKey` and `pop` are: callers look at `size` first. */
  get top(): number {
    return this.items[0];
  }

  get topKey(): number {
    return this.keys[0];
  }

  itemAt(position: number): number {
    return this.items[position];
  }

  /** Adds an item, with its key of the index. */
  push(item: number): void {
    const at = this.size;
    if (at === this.items.length) this.grow();
    this.keys[at] = this.index.key[item];
    this.items[at] = item;
    this.size = at + 1;
    this.place(at);
  }

  /** Moves an item to where its changed key belongs. */
  update(item: number): void {
    const at = this.index.position[item];
    this.keys[at] = this.index.key[item];
    this.place(at);
  }

  pop(): number {
    const item = this.items[0];
    this.removeAt(0);
    return item;
  }

  remove(item: number): void {
    this.removeAt(this.index.position[item]);
  }

  /** Subtracts `amount` from every key: the order stays, as rounding is monotone. */
  shift(amount: number): void {
    for (let at = 0; at < this.size; at++) {
      this.keys[at] -= amount;
      this.index.key[this.items[at]] = this.keys[at];
    }
  }

  private removeAt(at: number): void {
    const { keys, items } = this;
    const last = this.size - 1;
    this.index.position[items[at]] = -1;
    this.size = last;
    if (at === last) return;
    keys[at] = keys[last];
    items[at] = items[last];
    this.place(at);
  }

  /** Moves the node at `at` to where its key belongs. */
  private place(at: number): void {
    const { keys, items, size } = this;
    const { position, rank } = this.index;
    const key = keys[at];
    const item = items[at];
    const start = at;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      if (keys[parent] < key || (keys[parent] === key && rank[items[parent]] <= rank[item])) break;
      keys[at] = keys[parent];
      items[at] = items[parent];
      position[items[at]] = at;
      at = parent;
    }
    for (let first = (at << 2) + 1; at >= start && first < size; first = (at << 2) + 1) {
      const end = first + 4 < size ? first + 4 : size;
      let least = first;
      for (let child = first + 1; child < end; child++) {
        if (keys[child] < keys[least] || (keys[child] === keys[least] && rank[items[child]] < rank[items[least]])) least = child;
      }
      if (keys[least] > key || (keys[least] === key && rank[items[least]] >= rank[item])) break;
      keys[at] = keys[least];
      items[at] = items[least];
      position[items[at]] = at;
      at = least;
    }
    keys[at] = key;
    items[at] = item;
    position[item] = at;
  }

  private grow(): void {
    const keys = new Float64Array(2 * this.keys.length);
    const items = new Int32Array(2 * this.items.length);
    keys.set(this.keys);
    items.set(this.items);
    this.keys = keys;
    this.items = items;
  }
}
