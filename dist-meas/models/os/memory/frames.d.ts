/** Page frames and what is in each: typed arrays only, so that millions of frames cost bytes, not objects. */
/** Bits of a frame's state. */
export declare const REFERENCED = 1;
export declare const DIRTY = 2;
export declare const PINNED = 4;
export declare const WRITEBACK = 8;
export declare const HAS_SLOT = 16;
export declare const UNMAPPED = 32;
export declare const AHEAD = 64;
export declare class FrameTable {
    #private;
    readonly total: number;
    /** Page in each frame. */
    readonly page: Int32Array;
    /** Segment that owns the page. */
    readonly segment: Int32Array;
    readonly state: Uint8Array;
    /** Swap slot of the copy, where the state says that there is one. */
    readonly slot: Int32Array;
    /** Links of the list that the frame is in: a clock ring, or through `next` the free frames. */
    readonly next: Int32Array;
    readonly previous: Int32Array;
    free: number;
    constructor(total: number);
    /** A free frame, or -1. */
    take(): number;
    /** The first of `count` frames in a row that have never been used; there must be as many. */
    takeRun(count: number): number;
    give(frame: number): void;
    /** The owner is gone; the frame is given back when its write ends. */
    orphan(frame: number): void;
    /** From now on the frame holds compressed pages. */
    assignToPool(frame: number): void;
    isOwned(frame: number): boolean;
    isPool(frame: number): boolean;
    /** Frames used so far are those below. */
    get used(): number;
}
