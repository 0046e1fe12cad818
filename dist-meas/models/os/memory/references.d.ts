/** What requests refer to, and what they find missing. */
import type { SegmentId } from "./segment.ts";
/** A stretch of pages that requests refer to. */
export interface HotArea {
    readonly segment: SegmentId;
    readonly first: number;
    readonly count: number;
    /** The segment outlives the instance that refers to it. */
    readonly shared: boolean;
    /** References may write here. */
    readonly writable: boolean;
    /** Follows the application's access pattern; other areas are used uniformly. */
    readonly patterned: boolean;
    /** In the memory of a guest that pages by itself, not in the host's. */
    readonly inGuest: boolean;
}
/** A page that a reference found missing. The record belongs to who returns it and is used again: it holds until the next reference. */
export interface MissingPage {
    segment: SegmentId;
    page: number;
    /** The reference writes. */
    write: boolean;
    /** The segment outlives the instance that refers to it. */
    shared: boolean;
    /** In the memory of the guest, not in the host's. */
    inGuest: boolean;
    /** References that are still to be made after this one [1]. */
    left: number;
}
export declare const noMissingPage: () => MissingPage;
