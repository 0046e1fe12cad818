/**
 * Memory of a machine with demand paging, at the level of single pages: of a host, and of a guest that can come under pressure.
 *
 * Owners have segments; a page of a segment is resident in a frame, dropped (its file still has it), on swap, or being read. As long as everything
 * fits, pages are only counted: tables of frames are set up at the first fill that does not fit, with every page where it would be. Who asks whom:
 *
 *     instances, page cache, data files               requests
 *       | create, fill, destroy                         | touch, page in
 *       v                                               v
 *     Memory ------- pages, kept in one of two ways: CountedPages -- once --> TrackedPages
 *       |                                               |   ^                  | places of pages, faults, reads, write-back
 *       | fills                                  faults |   | frames           | reclaim (which) -> page-out (how)
 *       v                                               v   |                  v
 *     FrameAllocator: who waits, faults first <---------'---'               devices: swap disk, zram, files
 *       v
 *     OutOfMemory: nothing under way will help -> owner of the memory kills somebody
 *
 * The class has more than 25 members because it is the only face of this folder: each asks one of the above and does nothing else.
 *
 * Leaves out: huge pages, NUMA, active and inactive lists, memory bandwidth. docs/models/memory.md says how near this is to least recently used.
 */
import type { HandlerId, RandomStream, Simulation } from "../../../engine/index.ts";
import { type MemoryKind } from "../../vocabulary.ts";
import { type Census } from "./census.ts";
import { type GroupId } from "./memory-group.ts";
import type { MemoryOptions, SegmentOptions } from "./options.ts";
import type { HotArea, MissingPage } from "./references.ts";
import { type SegmentId } from "./segment.ts";
import { type MemoryLeft, type MemoryStatistics } from "./statistics.ts";
export { type GroupId, ROOT } from "./memory-group.ts";
export type { MemoryOptions } from "./options.ts";
export type { HotArea, MissingPage } from "./references.ts";
export type { SegmentId } from "./segment.ts";
export declare class Memory {
    #private;
    readonly pageSize: number;
    /** Page frames of the machine. */
    readonly total: number;
    /** CPU work of a minor fault [ns]. */
    readonly minorFaultWork: number;
    constructor(simulation: Simulation, options: MemoryOptions);
    pagesOf(size: number): number;
    /** True once memory did not suffice. Before that every page is resident and touches need not be looked up. */
    get pressured(): boolean;
    /** Free frames. */
    get free(): number;
    /** Frames by kind of content. */
    get residentByKind(): Float64Array;
    /** Pages whose only copy is on swap. */
    get swapped(): number;
    get minorFaults(): number;
    get majorFaults(): number;
    get kills(): number;
    /** Bytes of a segment that are in frames. */
    residentBytes(segment: SegmentId): number;
    /** Bytes of a segment that are in frames or on swap: what the kernel's killer goes by. */
    usedBytes(segment: SegmentId): number;
    /** Bytes of the segment that are neither in frames nor on swap nor being read: what a fill has to provide. */
    missingBytes(segment: SegmentId): number;
    /** Number of the segment's first page; its first `hotPages` follow. */
    firstPage(segment: SegmentId): number;
    hotPages(segment: SegmentId): number;
    pagesIn(segment: SegmentId): number;
    /** Frame of a page, or a negative number. */
    frameOf(page: number): number;
    /** A group that may hold `limit` bytes in frames and `swapLimit` on swap. Only for what can reach its limit: pages have to be tracked from then on. */
    addGroup(limit: number, swapLimit: number): GroupId;
    /** The group's own segments must be gone; pages of files that it shares stay. */
    removeGroup(id: GroupId): void;
    /** A new segment with no page resident yet. Sizes in bytes. */
    create(kind: MemoryKind, size: number, hot: number, { anonymous, pinned, group }: SegmentOptions): SegmentId;
    /** A file of which nothing is in memory yet: its pages come when they are referred to. */
    createFile(kind: MemoryKind, size: number, options?: {
        readonly group?: GroupId | undefined;
    }): SegmentId;
    /** Gives every page without a place a frame, waiting for reclaim where none is free; then `done(arg)`. */
    fill(id: SegmentId, done: HandlerId, arg: number): void;
    /** Forgets the segment and frees its frames and swap slots. Its pending requests are dropped: their `done` is never called. */
    destroy(id: SegmentId): void;
    /** Notes a use of `page`; false if it is not resident and has to be brought in first. `write` makes it dirty. */
    touch(page: number, write: boolean): boolean;
    /**
     * Refers to `count` pages, one after the other, drawn uniformly from `areas` of `total` pages together; a reference to a writable page writes
     * with probability `writeShare`. Returns the page at which that ended because it is missing. Pages must be tracked.
     */
    touchUniformly(areas: readonly HotArea[], total: number, count: number, writeShare: number, stream: RandomStream): MissingPage | undefined;
    /**
     * Fault on `page` of `segment`: brings it in, then `done(arg)`. `wanted` pages of a file from it on are read, 0 for a page of a mapped file.
     * Returns the CPU work of the fault [ns].
     */
    pageIn(segment: SegmentId, page: number, done: HandlerId, arg: number, wanted?: number): number;
    /** True if who has written to a file may go on; else `done(arg)` when enough of what is dirty has been written back. */
    admitWriter(done: HandlerId, arg: number): boolean;
    /** Sets up tables for every frame and page; from now on each page has its place. */
    trackPages(): void;
    /** What this memory has done and holds at this instant. */
    statistics(): MemoryStatistics;
    /** Everything counted from scratch, beside what the books say: what an audit compares (audit.ts). Takes time for each frame and page. */
    census(): Census;
    /** What is still held: all zero once every segment is destroyed, every group removed, and what was under way has ended. */
    left(): MemoryLeft;
}
