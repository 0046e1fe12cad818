/** A queue with two ends in a ring. All operations are O(1), but for `removeAt`, which is O(index). */
export class Deque<Item> {
  length = 0;
  private ring: (Item | undefined)[] = new Array(8).fill(undefined);
  private head = 0;

  push(item: Item): void {
    if (this.length === this.ring.length) this.grow();
    this.ring[(this.head + this.length++) & (this.ring.length - 1)] = item;
  }

  unshift(item: Item): void {
    if (this.length === this.ring.length) this.grow();
    this.head = (this.head - 1) & (this.ring.length - 1);
    this.ring[this.head] = item;
    this.length++;
  }

  /** Takes the first; there must be one. */
  shift(): Item {
    const item = this.ring[this.head] as Item;
    this.ring[this.head] = undefined;
    this.head = (this.head + 1) & (this.ring.length - 1);
    this.length--;
    return item;
  }

  /** The item at `index`, from 0 to length - 1. */
  at(index: number): Item {
    return this.ring[(this.head + index) & (this.ring.length - 1)] as Item;
  }

  /** Takes the item at `index`; the others stay in their order. */
  removeAt(index: number): Item {
    const item = this.at(index);
    for (let i = index; i > 0; i--) this.ring[(this.head + i) & (this.ring.length - 1)] = this.at(i - 1);
    this.shift();
    return item;
  }

  *[Symbol.iterator](): IterableIterator<Item> {
    for (let i = 0; i < this.length; i++) yield this.ring[(this.head + i) & (this.ring.length - 1)] as Item;
  }

  private grow(): void {
    const items = [...this];
    this.ring = items.concat(new Array(items.length).fill(undefined));
    this.head = 0;
  }
}
