import type { MemoryGroup } from "./memory-group.ts";
/** Places of a page that is in no frame. */
export declare const ABSENT = -1;
export declare const DROPPED = -2;
export declare const READING = -3;
/** Place of a page whose only copy is in this slot of the swap space, and the slot of such a place. */
export declare const swappedTo: (slot: number) => number;
export declare const slotOf: (place: number) => number;
export declare const isSwapped: (place: number) => boolean;
export type SegmentId = number;
/** What a segment is from its creation on. */
export interface SegmentSpec {
    /** Index in MEMORY_KINDS. */
    readonly kind: number;
    readonly pages: number;
    /** The first `hot` pages are in constant use. */
    readonly hot: number;
    /** True for memory without a file behind it. */
    readonly anonymous: boolean;
    readonly pinned: boolean;
    readonly group: MemoryGroup;
}
export declare class Segment {
    readonly kind: number;
    readonly pages: number;
    readonly hot: number;
    readonly anonymous: boolean;
    readonly pinned: boolean;
    group: MemoryGroup;
    /** Number of the first page. */
    readonly base: number;
    /** Reads and fills under way; the page numbers are used again only when there are none. */
    pending: number;
    /** Frames taken for reads under way. */
    held: number;
    alive: boolean;
    filled: boolean;
    resident: number;
    /** Pages whose only copy is on swap. */
    swapped: number;
    /** Last page of the file's latest read, and reads in a row that read-around did not help (see read-ahead.ts). */
    lastRead: number;
    misses: number;
    constructor({ kind, pages, hot, anonymous, pinned, group }: SegmentSpec, base: number);
}
/** State of a page that was just filled: memory of programs has no copy anywhere, pages in constant use have been referred to. */
export declare function initialState(segment: Segment, index: number): number;
/** All segments; numbers and page ranges of those that are gone are used again. */
export declare class SegmentTable {
    #private;
    readonly all: Segment[];
    pageCount: number;
    add(spec: SegmentSpec): SegmentId;
    /** Frees the number and the page range of a segment that is gone, once nothing of it is under way. */
    recycle(id: SegmentId): void;
    /** Something of the segment that was under way has ended. */
    endPending(id: SegmentId): void;
}
