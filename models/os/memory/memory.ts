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
import { MEMORY_KINDS, type MemoryKind } from "../../vocabulary.ts";
import { type Census, takeCensus } from "./census.ts";
import { CountedPages } from "./counted-pages.ts";
import { FrameAllocator } from "./frame-allocator.ts";
import { type GroupId, ROOT } from "./memory-group.ts";
import type { MemoryOptions, SegmentOptions } from "./options.ts";
import { OutOfMemory } from "./out-of-memory.ts";
import { PageTable } from "./page-table.ts";
import type { Pages } from "./pages.ts";
import { PagingCounts } from "./paging-counts.ts";
import { type HotArea, type MissingPage, ReferenceCounts } from "./references.ts";
import { ABSENT, type Segment, type SegmentId } from "./segment.ts";
import { type MemoryLeft, type MemoryStatistics, whatIsLeft } from "./statistics.ts";
import { TrackedPages } from "./tracked-pages.ts";
import { lowWatermark } from "./watermarks.ts";

export { type GroupId, ROOT } from "./memory-group.ts";
export type { MemoryOptions } from "./options.ts";
export type { HotArea, MissingPage } from "./references.ts";
export type { SegmentId } from "./segment.ts";

/** A request that is not for a page. */
const FILL = -1;

export class Memory {
  readonly pageSize: number;
  /** Page frames of the machine. */
  readonly total: number;
  /** CPU work of a minor fault [ns]. */
  readonly minorFaultWork: number;
  /** What requests on the machine, in its guests too, have referred to. */
  readonly references = new ReferenceCounts();
  readonly #simulation: Simulation;
  readonly #demandPaging: boolean;
  readonly #counts = new PagingCounts();
  readonly #pageTable = new PageTable();
  readonly #counted: CountedPages;
  readonly #tracked: TrackedPages;
  /** The one of the two that is in use. */
  #pages: Pages;
  readonly #allocator: FrameAllocator;

  constructor(simulation: Simulation, options: MemoryOptions) {
    const { pageSize, frames, demandPaging = true, minorFault = 0, onOutOfMemory } = options;
    this.#simulation = simulation;
    this.pageSize = pageSize;
    this.total = frames;
    this.minorFaultWork = minorFault;
    this.#demandPaging = demandPaging;
    const counts = this.#counts;
    const pageTable = this.#pageTable;
    const { segments, groups, residentByKind } = pageTable;
    const low = lowWatermark(frames, demandPaging);
    this.#counted = new CountedPages(segments, residentByKind, counts, frames, low);
    this.#pages = this.#counted;
    const allocator = new FrameAllocator(simulation, segments, this.#pages);
    this.#tracked = new TrackedPages(simulation, pageTable, counts, low, options, allocator);
    allocator.outOfMemory = new OutOfMemory(simulation, allocator, { segments, groups, counts, onOutOfMemory });
    this.#allocator = allocator;
  }

  pagesOf(size: number): number {
    return Math.ceil(size / this.pageSize);
  }

  /** True once memory did not suffice. Before that every page is resident and touches need not be looked up. */
  get pressured(): boolean {
    return this.#pages === this.#tracked;
  }

  /** Free frames. */
  get free(): number {
    return this.#pages.free;
  }

  /** Frames by kind of content. */
  get residentByKind(): Float64Array {
    return this.#pageTable.residentByKind;
  }

  /** Pages whose only copy is on swap. */
  get swapped(): number {
    return this.#tracked.pageOut.swapped;
  }

  get minorFaults(): number {
    return this.#counts.minorFaults;
  }

  get majorFaults(): number {
    return this.#counts.majorFaults;
  }

  /** Major faults that were uses of data files, which asked for the page. */
  get fileReads(): number {
    return this.#counts.fileReads;
  }

  get kills(): number {
    return this.#counts.kills;
  }

  #segment(id: SegmentId): Segment {
    return this.#pageTable.segments.all[id];
  }

  /** Bytes of a segment that are in frames. */
  residentBytes(segment: SegmentId): number {
    return this.#segment(segment).resident * this.pageSize;
  }

  /** Bytes of a segment that are in frames or on swap: what the kernel's killer goes by. */
  usedBytes(segment: SegmentId): number {
    const { resident, swapped } = this.#segment(segment);
    return (resident + swapped) * this.pageSize;
  }

  /** Bytes of the segment that are neither in frames nor on swap nor being read: what a fill has to provide. */
  missingBytes(segment: SegmentId): number {
    return this.#pages.missing(segment) * this.pageSize;
  }

  /** Number of the segment's first page; its first `hotPages` follow. */
  firstPage(segment: SegmentId): number {
    return this.#segment(segment).base;
  }

  hotPages(segment: SegmentId): number {
    return this.#segment(segment).hot;
  }

  pagesIn(segment: SegmentId): number {
    return this.#segment(segment).pages;
  }

  /** Frame of a page, or a negative number. */
  frameOf(page: number): number {
    return this.#pageTable.place[page];
  }

  /** A group that may hold `limit` bytes in frames and `swapLimit` on swap. Only for what can reach its limit: pages have to be tracked from then on. */
  addGroup(limit: number, swapLimit: number): GroupId {
    this.trackPages();
    return this.#pageTable.groups.add(Math.floor(limit / this.pageSize), Math.floor(swapLimit / this.pageSize)).id;
  }

  /** The group's own segments must be gone; pages of files that it shares stay. */
  removeGroup(id: GroupId): void {
    const { groups, segments } = this.#pageTable;
    const group = groups.get(id);
    if (group !== undefined) groups.remove(group, segments);
    this.#allocator.serveWaiting();
  }

  /** A new segment with no page resident yet. Sizes in bytes. */
  create(kind: MemoryKind, size: number, hot: number, { anonymous, pinned = false, group = ROOT }: SegmentOptions): SegmentId {
    const { segments, groups } = this.#pageTable;
    const pages = this.pagesOf(size);
    const id = segments.add({
      kind: MEMORY_KINDS.indexOf(kind),
      pages,
      hot: Math.min(pages, this.pagesOf(hot)),
      anonymous,
      pinned,
      group: groups.get(group) ?? groups.root,
    });
    this.#pages.prepare(id);
    return id;
  }

  /** A file of which nothing is in memory yet: its pages come when they are referred to. */
  createFile(kind: MemoryKind, size: number, options: { readonly group?: GroupId | undefined } = {}): SegmentId {
    this.trackPages();
    const id = this.create(kind, size, 0, { ...options, anonymous: false });
    this.#tracked.dropAll(id);
    return id;
  }

  /** Gives every page without a place a frame, waiting for reclaim where none is free; then `done(arg)`. */
  fill(id: SegmentId, done: HandlerId, arg: number): void {
    if (this.#pages.fillAtOnce(id)) {
      this.#simulation.after(0, done, arg);
      return;
    }
    if (this.#demandPaging) this.trackPages();
    this.#segment(id).pending++;
    this.#allocator.request(id, done, arg, FILL, ABSENT, 0);
  }

  /** Forgets the segment and frees its frames and swap slots. Its pending requests are dropped: their `done` is never called. */
  destroy(id: SegmentId): void {
    const segment = this.#segment(id);
    segment.alive = false;
    this.#pages.empty(id);
    this.#pageTable.segments.recycle(id);
    this.#allocator.serveWaiting(segment.pending > 0);
  }

  /** Notes a use of `page`; false if it is not resident and has to be brought in first. `write` makes it dirty. */
  touch(page: number, write: boolean): boolean {
    return this.#pages.touch(page, write);
  }

  /**
   * Refers to `count` pages, one after the other, drawn uniformly from `areas` of `total` pages together; a reference to a writable page writes
   * with probability `writeShare`. Returns the page at which that ended because it is missing. Pages must be tracked.
   */
  touchUniformly(
    areas: readonly HotArea[],
    total: number,
    count: number,
    writeShare: number,
    stream: RandomStream,
  ): MissingPage | undefined {
    return this.#tracked.touchUniformly(areas, total, count, writeShare, stream);
  }

  /** Whether `page`, which is in no frame, has to come from a device. Pages must be tracked. */
  needsDevice(page: number): boolean {
    return this.#tracked.needsDevice(page);
  }

  /** Pages whose only copy is on swap, by kind of content. Looks at every segment. */
  swappedByKind(): Float64Array {
    return this.#pageTable.segments.swappedByKind();
  }

  /**
   * Fault on `page` of `segment`: brings it in, then `done(arg)`. `wanted` pages of a file from it on are read, 0 for a page of a mapped file.
   * Returns the CPU work of the fault [ns].
   */
  pageIn(segment: SegmentId, page: number, done: HandlerId, arg: number, wanted = 0): number {
    return this.#tracked.pageIn(segment, page, done, arg, wanted);
  }

  /** True if who has written to a file may go on; else `done(arg)` when enough of what is dirty has been written back. */
  admitWriter(done: HandlerId, arg: number): boolean {
    return this.#tracked.writeBack.admit(done, arg);
  }

  /** Sets up tables for every frame and page; from now on each page has its place. */
  trackPages(): void {
    if (this.pressured) return;
    this.#tracked.setUp(this.total, this.#counted.filled);
    this.#pages = this.#tracked;
    this.#allocator.pages = this.#tracked;
  }

  /** What this memory has done and holds at this instant. */
  statistics(): MemoryStatistics {
    const { minorFaults, majorFaults, pagesReadAhead, kills } = this.#counts;
    const { pageOut, swap } = this.#tracked;
    const { pagesWritten, dirtyFilePages, swapped } = pageOut;
    return { minorFaults, majorFaults, pagesReadAhead, kills, pagesWritten, dirtyFilePages, swapped, slots: swap.used, free: this.free };
  }

  /** Everything counted from scratch, beside what the books say: what an audit compares (audit.ts). Takes time for each frame and page. */
  census(): Census {
    return takeCensus(this.total, this.#pages === this.#counted ? this.#counted : undefined, this.#tracked);
  }

  /** What is still held: all zero once every segment is destroyed, every group removed, and what was under way has ended. */
  left(): MemoryLeft {
    return whatIsLeft(this.total - this.free, this.#tracked, this.#allocator.waiting.length);
  }
}
