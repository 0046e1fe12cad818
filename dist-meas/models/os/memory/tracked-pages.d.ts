/**
 * Pages of which each has its place: in a frame, in its file, on swap, or on its way (segment.ts). Ties together what has a file of its own here:
 *
 *     touch ----> page table, frames ----> dirty pages: write-back ----.
 *     page in --> faults --> reads, with neighbours <-- devices         |
 *     fill -----> fills                                                 v
 *     reclaim --> watermarks --> reclaim (chooses) --> page-out --> devices: swap, files
 */
import type { HandlerId, RandomStream, Simulation } from "../../../engine/index.ts";
import type { FrameAllocator } from "./frame-allocator.ts";
import type { FrameRequest, FrameRequests } from "./frame-requests.ts";
import type { MemoryGroup } from "./memory-group.ts";
import type { MemoryOptions } from "./options.ts";
import { PageOut } from "./page-out.ts";
import { PageReads } from "./page-reads.ts";
import type { PageTable } from "./page-table.ts";
import type { Pages, Relief } from "./pages.ts";
import type { PagingCounts } from "./paging-counts.ts";
import { type HotArea, type MissingPage } from "./references.ts";
import { type SegmentId } from "./segment.ts";
import { SwapSpace } from "./swap-space.ts";
import { WriteBack } from "./write-back.ts";
export declare class TrackedPages implements Pages {
    #private;
    readonly pageTable: PageTable;
    readonly swap: SwapSpace;
    readonly pageOut: PageOut;
    readonly writeBack: WriteBack;
    readonly reads: PageReads;
    /** Below `low` free frames [1] reclaim begins. */
    constructor(simulation: Simulation, pageTable: PageTable, counts: PagingCounts, low: number, options: MemoryOptions, allocator: FrameAllocator);
    /** Sets up tables for `frames` [1], with the pages of `filled` segments where they would be. */
    setUp(frames: number, filled: Iterable<SegmentId>): void;
    get free(): number;
    prepare(id: SegmentId): void;
    /** All pages of the segment are in its file. */
    dropAll(id: SegmentId): void;
    missing(id: SegmentId): number;
    empty(id: SegmentId): void;
    touch(page: number, write: boolean): boolean;
    /** See `Memory.touchUniformly`. */
    touchUniformly(areas: readonly HotArea[], total: number, count: number, writeShare: number, stream: RandomStream): MissingPage | undefined;
    /** See `Memory.pageIn`. */
    pageIn(id: SegmentId, page: number, done: HandlerId, arg: number, wanted: number): number;
    serveFault(request: FrameRequest): boolean;
    fillAtOnce(): boolean;
    fill(request: FrameRequest, isAlone: boolean): boolean;
    needsNoFrame(request: FrameRequest): boolean;
    /** Without a free frame nobody's turn has come; with limits all are asked. */
    mayServe(): boolean;
    reclaim(waiting: FrameRequests): void;
    isStuck(request: FrameRequest): boolean;
    /** With a free frame, clean pages were freed on the spot, or a fill only waits for its next turn. */
    relieve(group: MemoryGroup): Relief;
}
