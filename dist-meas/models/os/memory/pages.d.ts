/**
 * The two ways in which a memory keeps its pages: only counted while everything fits (counted-pages.ts), each in its place afterwards
 * (tracked-pages.ts). A memory changes from the first to the second once.
 */
import type { FrameRequest, FrameRequests } from "./frame-requests.ts";
import type { MemoryGroup } from "./memory-group.ts";
import type { SegmentId } from "./segment.ts";
/** What can be done for somebody who is stuck short of killing: ask all again now, ask again at this instant after what is due, nothing. */
export type Relief = "now" | "later" | "none";
export interface Pages {
    /** Free frames [1]. */
    readonly free: number;
    /** The segment was just created: no page of it is anywhere. */
    prepare(id: SegmentId): void;
    /** The segment is gone: its frames and swap slots are free, or will be when their writes end. */
    empty(id: SegmentId): void;
    /** Pages that a fill of the segment has to provide [1]. */
    missing(id: SegmentId): number;
    /** Notes a use of `page`; false if it is not in memory. */
    touch(page: number, write: boolean): boolean;
    /** Fills the segment here and now if that leaves memory to spare. */
    fillAtOnce(id: SegmentId): boolean;
    /** Serves a fault on a page that was missing; true when it needs no frame any more. */
    serveFault(request: FrameRequest): boolean;
    /** Goes on with a fill as far as there are frames; true when the segment is full. `isAlone`: nobody else waits. */
    fill(request: FrameRequest, isAlone: boolean): boolean;
    /** Whether the request can be served without any frame. */
    needsNoFrame(request: FrameRequest): boolean;
    /** Whether anybody's turn can have come. */
    mayServe(): boolean;
    /** Begins to take pages out of their frames as far as free ones run short, or `waiting` wait for room. */
    reclaim(waiting: FrameRequests): void;
    /** False while what is under way will help the request. */
    isStuck(request: FrameRequest): boolean;
    relieve(group: MemoryGroup): Relief;
}
