/**
 * A 4-ary min-heap of small integers (slots of some table) by a number, with removal and change of key in O(log n).
 * Equal keys leave in order of rank. The nodes hold their keys, so that a comparison touches no other memory.
 */

/** Where each item stands, shared by all heaps over one table: an item is in at most one of them. */
export class HeapIndex {
  /** Position of the item in its heap, -1 when it is in none. */
  position = new Int32Array(0);
  /** Decides among equal keys: the smaller rank first. By default an item's own number. */
  rank = new Float64Array(0);

  /** Makes room for items 0 .. count - 1. */
  reserve(count: number): void {
    if (count <= this.position.length) return;
    const length = Math.max(count, 2 * this.position.length, 16);
    const position = new Int32Array(length).fill(-1);
    const rank = Float64Array.from(position, (_, item) => item);
    position.set(this.position);
    rank.set(this.rank);
    this.position = position;
    this.rank = rank;
  }
}

// Methods that take a key are short, to be inlined, and pass only positions on: a double handed to a call that is not
// inlined would be allocated.
export class IndexedHeap {
  size = 0;
  private readonly index: HeapIndex;
  private keys = new Float64Array(4);
  private items = new Int32Array(4);

  constructor(index: HeapIndex) {
    this.index = index;
  }

  /** The item with the smallest key. Undefined behaviour when empty, as for `topKey` and `pop`: callers look at `size` first. */
  get top(): number {
    return this.items[0];
  }

  get topKey(): number {
    return this.keys[0];
  }

  itemAt(position: number): number {
    return this.items[position];
  }

  keyOf(item: number): number {
    return this.keys[this.index.position[item]];
  }

  push(item: number, key: number): void {
    if (this.size === this.items.length) this.grow();
    const at = this.size++;
    this.keys[at] = key;
    this.items[at] = item;
    this.up(at);
  }

  pop(): number {
    const item = this.items[0];
    this.removeAt(0);
    return item;
  }

  remove(item: number): void {
    this.removeAt(this.index.position[item]);
  }

  update(item: number, key: number): void {
    const at = this.index.position[item];
    this.keys[at] = key;
    this.down(this.up(at));
  }

  /** Subtracts `amount` from every key: the order stays, as rounding is monotone. */
  shift(amount: number): void {
    for (let at = 0; at < this.size; at++) this.keys[at] -= amount;
  }

  private removeAt(at: number): void {
    const { keys, items } = this;
    this.index.position[items[at]] = -1;
    const last = --this.size;
    if (at === last) return;
    keys[at] = keys[last];
    items[at] = items[last];
    this.down(this.up(at));
  }

  /** Moves the node at `at` towards the root as far as it belongs; returns its position. */
  private up(at: number): number {
    const { keys, items } = this;
    const { position, rank } = this.index;
    const key = keys[at];
    const item = items[at];
    while (at > 0) {
      const parent = (at - 1) >> 2;
      const above = keys[parent];
      if (above < key || (above === key && rank[items[parent]] <= rank[item])) break;
      keys[at] = above;
      items[at] = items[parent];
      position[items[at]] = at;
      at = parent;
    }
    keys[at] = key;
    items[at] = item;
    position[item] = at;
    return at;
  }

  /** Moves the node at `at` towards the leaves as far as it belongs. */
  private down(at: number): void {
    const { keys, items, size } = this;
    const { position, rank } = this.index;
    const key = keys[at];
    const item = items[at];
    for (;;) {
      const first = (at << 2) + 1;
      if (first >= size) break;
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
