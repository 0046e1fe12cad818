/** Page frames of a host and what is in each: typed arrays only, so that millions of frames cost bytes, not objects. */

/** Bits of a frame's state. */
export const REFERENCED = 1; // touched since the clock hand last passed
export const DIRTY = 2; // differs from its copy on disk, or has none
export const PINNED = 4; // never reclaimed
export const WRITEBACK = 8; // a write of this page to swap is under way
export const SLOT = 16; // has a current copy on swap

/** Value of `segment` for a free frame, and for a frame whose owner is gone while its write is under way. */
const NOBODY = -1;

export class FrameTable {
  readonly total: number;
  /** Page in each frame. */
  readonly page: Int32Array;
  /** Segment that owns the page. */
  readonly segment: Int32Array;
  readonly state: Uint8Array;
  free: number;
  /** Frames that were given back, last one first; frames never used yet start at `#fresh`. */
  readonly #next: Int32Array;
  #head = -1;
  #fresh = 0;

  constructor(total: number) {
    this.total = total;
    this.free = total;
    this.page = new Int32Array(total);
    this.segment = new Int32Array(total).fill(NOBODY);
    this.state = new Uint8Array(total);
    this.#next = new Int32Array(total);
  }

  /** A free frame, or -1. */
  take(): number {
    if (this.free === 0) return -1;
    this.free--;
    if (this.#head < 0) return this.#fresh++;
    const frame = this.#head;
    this.#head = this.#next[frame];
    return frame;
  }

  give(frame: number): void {
    this.segment[frame] = NOBODY;
    this.state[frame] = 0;
    this.#next[frame] = this.#head;
    this.#head = frame;
    this.free++;
  }

  /** The owner is gone; the frame is given back when its write ends. */
  orphan(frame: number): void {
    this.segment[frame] = NOBODY;
  }

  isOwned(frame: number): boolean {
    return this.segment[frame] !== NOBODY;
  }

  /** Frames used so far are those below; the clock hand need not look further. */
  get used(): number {
    return this.#fresh;
  }
}
