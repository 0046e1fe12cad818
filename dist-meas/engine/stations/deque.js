/** A queue with two ends in a ring. All operations are O(1), but for `removeAt`, which is O(index). */
export class Deque {
    length = 0;
    ring = new Array(8).fill(undefined);
    head = 0;
    push(item) {
        if (this.length === this.ring.length)
            this.grow();
        this.ring[(this.head + this.length++) & (this.ring.length - 1)] = item;
    }
    unshift(item) {
        if (this.length === this.ring.length)
            this.grow();
        this.head = (this.head - 1) & (this.ring.length - 1);
        this.ring[this.head] = item;
        this.length++;
    }
    /** Takes the first; there must be one. */
    shift() {
        const item = this.ring[this.head];
        this.ring[this.head] = undefined;
        this.head = (this.head + 1) & (this.ring.length - 1);
        this.length--;
        return item;
    }
    /** The item at `index`, from 0 to length - 1. */
    at(index) {
        return this.ring[(this.head + index) & (this.ring.length - 1)];
    }
    /** Takes the item at `index`; the others stay in their order. */
    removeAt(index) {
        const item = this.at(index);
        for (let i = index; i > 0; i--)
            this.ring[(this.head + i) & (this.ring.length - 1)] = this.at(i - 1);
        this.shift();
        return item;
    }
    *[Symbol.iterator]() {
        for (let i = 0; i < this.length; i++)
            yield this.ring[(this.head + i) & (this.ring.length - 1)];
    }
    grow() {
        const items = [...this];
        this.ring = items.concat(new Array(items.length).fill(undefined));
        this.head = 0;
    }
}
