/**
 * Reads of pages that are under way: the frames they hold, the swap slots they come from. A page whose segment goes meanwhile
 * gives its frame back when the read ends. Numbers and arrays of reads are used again.
 */
import type { Simulation } from "../../../engine/index.ts";
import type { FrameAllocator } from "./frame-allocator.ts";
import type { MemoryGroup } from "./memory-group.ts";
import type { PageDevice } from "../storage/page-device.ts";
import type { PageOut } from "./page-out.ts";
import type { PageTable } from "./page-table.ts";
import { PageWaiters } from "./page-waiters.ts";
import { type Segment, type SegmentId } from "./segment.ts";
import type { SwapSpace } from "./swap-space.ts";
/** Pages that one read brings at most. */
export declare const MOST_PAGES = 32;
export interface PageReadsOptions {
    readonly pageTable: PageTable;
    readonly pageOut: PageOut;
    readonly swap: SwapSpace;
    readonly allocator: FrameAllocator;
}
export declare class PageReads {
    #private;
    /** Frames held by reads under way. */
    held: number;
    /** Slots of pages that are on their way back. */
    comingBack: number;
    readonly waiters: PageWaiters;
    constructor(simulation: Simulation, options: PageReadsOptions);
    /** Number of a read without pages. */
    open(): number;
    /** Adds a page, which was in `place`, and the frame that it will be in. Its segment's `pending` counts it already. */
    add(read: number, id: SegmentId, page: number, frame: number, place: number): void;
    /** Hands the read, of one page at least, to the device. */
    start(read: number, device: PageDevice): void;
    /** The only copy of a page of `segment` is wanted back from swap. */
    beginReturn(segment: Segment): void;
    /** A page has come back, or is not wanted any more, without a read: its slot is free. */
    endReturn(slot: number, group: MemoryGroup): void;
}
