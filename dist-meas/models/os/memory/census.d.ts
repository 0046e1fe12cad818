/** Counts what a memory holds from scratch, over every frame and page, and gathers what its books say. */
import type { CountedPages } from "./counted-pages.ts";
import type { TrackedPages } from "./tracked-pages.ts";
/** Frames by what they are used for [1]. */
export interface FrameCensus {
    readonly free: number;
    readonly resident: number;
    /** Of reads under way. */
    readonly held: number;
    /** Their owner is gone while they are being written. */
    readonly orphaned: number;
    /** Of compressed memory. */
    readonly pool: number;
    /** Of all of these: the machine's frames, when none is lost or counted twice. */
    readonly total: number;
}
export interface Census {
    readonly frames: FrameCensus;
    /** Pages of filled segments that are nowhere; none unless one was lost. */
    readonly lostPages: number;
    /** Slots with the only copy of a page, and with a copy beside the one in a frame, also while it is being written. */
    readonly slots: {
        readonly only: number;
        readonly copies: number;
    };
    /** What the books say of the same. */
    readonly books: {
        readonly frames: number;
        /** Sum over all kinds. */
        readonly resident: number;
        readonly swapped: number;
        readonly slots: number;
        readonly comingBack: number;
        /** Sums over all groups, and groups that hold more than they may. */
        readonly charged: number;
        readonly groupSlots: number;
        readonly overcharged: number;
        /** Frames that compressed memory should have. */
        readonly poolNeeded: number;
    };
}
/** Of a memory of `total` frames; `counted` while pages are only counted. */
export declare function takeCensus(total: number, counted: CountedPages | undefined, tracked: TrackedPages): Census;
