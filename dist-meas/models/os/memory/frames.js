/** Page frames and what is in each: typed arrays only, so that millions of frames cost bytes, not objects. */
/** Bits of a frame's state. */
export const REFERENCED = 1; // touched since the clock hand last passed
export const DIRTY = 2; // differs from its copy on disk, or has none
export const PINNED = 4; // never reclaimed
export const WRITEBACK = 8; // a write of this page is under way
export const HAS_SLOT = 16; // has a current copy on swap
export const UNMAPPED = 32; // in memory, but the next reference takes a minor fault
export const AHEAD = 64; // was read ahead of its use and has not been used yet
/** Values of `segment` for frames without an owner. */
const NOBODY = -1; // free, or its owner is gone while its write is under way
const POOL = -2; // holds compressed pages
export class FrameTable {
    total;
    /** Page in each frame. */
    page;
    /** Segment that owns the page. */
    segment;
    state;
    /** Swap slot of the copy, where the state says that there is one. */
    slot;
    /** Links of the list that the frame is in: a clock ring, or through `next` the free frames. */
    next;
    previous;
    free;
    /** Frames that were given back, last one first; frames never used yet start at `#fresh`. */
    #head = -1;
    #fresh = 0;
    constructor(total) {
        this.total = total;
        this.free = total;
        this.page = new Int32Array(total);
        this.segment = new Int32Array(total).fill(NOBODY);
        this.state = new Uint8Array(total);
        this.slot = new Int32Array(total);
        this.next = new Int32Array(total);
        this.previous = new Int32Array(total);
    }
    /** A free frame, or -1. */
    take() {
        if (this.free === 0)
            return -1;
        this.free--;
        if (this.#head < 0)
            return this.#fresh++;
        const frame = this.#head;
        this.#head = this.next[frame];
        return frame;
    }
    /** The first of `count` frames in a row that have never been used; there must be as many. */
    takeRun(count) {
        const first = this.#fresh;
        this.#fresh += count;
        this.free -= count;
        return first;
    }
    give(frame) {
        this.segment[frame] = NOBODY;
        this.state[frame] = 0;
        this.next[frame] = this.#head;
        this.#head = frame;
        this.free++;
    }
    /** The owner is gone; the frame is given back when its write ends. */
    orphan(frame) {
        this.segment[frame] = NOBODY;
    }
    /** From now on the frame holds compressed pages. */
    assignToPool(frame) {
        this.segment[frame] = POOL;
    }
    isOwned(frame) {
        return this.segment[frame] >= 0;
    }
    isPool(frame) {
        return this.segment[frame] === POOL;
    }
    /** Frames used so far are those below. */
    get used() {
        return this.#fresh;
    }
}
