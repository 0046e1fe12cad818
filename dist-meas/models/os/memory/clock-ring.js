export class ClockRing {
    length = 0;
    #next;
    #previous;
    #hand = -1;
    constructor(frames) {
        this.#next = frames.next;
        this.#previous = frames.previous;
    }
    add(frame) {
        this.length++;
        if (this.#hand < 0) {
            this.#hand = frame;
            this.#next[frame] = frame;
            this.#previous[frame] = frame;
            return;
        }
        const before = this.#previous[this.#hand];
        this.#next[before] = frame;
        this.#previous[frame] = before;
        this.#next[frame] = this.#hand;
        this.#previous[this.#hand] = frame;
    }
    /** As if each of `count` frames from `first` on was added, one after the other. */
    addRun(first, count) {
        if (count === 0)
            return;
        this.add(first);
        const after = this.#next[first];
        const last = first + count - 1;
        for (let frame = first; frame < last; frame++) {
            this.#next[frame] = frame + 1;
            this.#previous[frame + 1] = frame;
        }
        // With one frame in the ring, the hand is on it, and it is its own successor.
        this.#next[last] = after;
        this.#previous[after] = last;
        this.length += count - 1;
    }
    remove(frame) {
        const next = this.#next[frame];
        const before = this.#previous[frame];
        this.#next[before] = next;
        this.#previous[next] = before;
        if (frame === this.#hand)
            this.#hand = next;
        if (--this.length === 0)
            this.#hand = -1;
    }
    /** The frame under the hand, which moves on; the ring must not be empty. */
    advance() {
        const frame = this.#hand;
        this.#hand = this.#next[frame];
        return frame;
    }
}
