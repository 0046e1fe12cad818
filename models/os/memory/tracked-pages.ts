/**
 * Pages of which each has its place: in a frame, in its file, on swap, or on its way (segment.ts). Ties together what has a file of its own here:
 *
 *     touch ----> page table, frames ----> dirty pages: write-back ----.
 *     page in --> faults --> reads, with neighbours <-- devices         |
 *     fill -----> fills                                                 v
 *     reclaim --> watermarks --> reclaim (chooses) --> page-out --> devices: swap, files
 */
import type { HandlerId, RandomStream, Simulation } from "../../../engine/index.ts";
import { DEFAULT_PAGING } from "../spec.ts";
import { MEMORY_KINDS } from "../../vocabulary.ts";
import { Fills } from "./fills.ts";
import type { FrameAllocator } from "./frame-allocator.ts";
import type { FrameRequest, FrameRequests } from "./frame-requests.ts";
import { AHEAD, DIRTY, REFERENCED, UNMAPPED } from "./frames.ts";
import type { MemoryGroup } from "./memory-group.ts";
import type { MemoryOptions } from "./options.ts";
import { PageFaults } from "./page-faults.ts";
import { PageOut } from "./page-out.ts";
import { PageReads } from "./page-reads.ts";
import type { PageTable } from "./page-table.ts";
import type { Pages, Relief } from "./pages.ts";
import type { PagingCounts } from "./paging-counts.ts";
import { READ_AHEAD } from "./read-ahead.ts";
import { ReadAround } from "./read-around.ts";
import { Reclaim } from "./reclaim.ts";
import { type HotArea, type MissingPage, noMissingPage } from "./references.ts";
import { ABSENT, DROPPED, initialState, isSwapped, type SegmentId, slotOf } from "./segment.ts";
import { SwapSpace } from "./swap-space.ts";
import { Watermarks } from "./watermarks.ts";
import { WriteBack } from "./write-back.ts";

const ZRAM = MEMORY_KINDS.indexOf("zram");

export class TrackedPages implements Pages {
  readonly pageTable: PageTable;
  readonly swap: SwapSpace;
  readonly pageOut: PageOut;
  readonly writeBack: WriteBack;
  readonly reads: PageReads;
  readonly #faults: PageFaults;
  readonly #fills: Fills;
  readonly #readAround: ReadAround;
  readonly #watermarks: Watermarks;
  readonly #counts: PagingCounts;
  readonly #missing = noMissingPage();

  /** Below `low` free frames [1] reclaim begins. */
  constructor(
    simulation: Simulation,
    pageTable: PageTable,
    counts: PagingCounts,
    low: number,
    options: MemoryOptions,
    allocator: FrameAllocator,
  ) {
    const { fileDevice, pageSize, minorFault = 0, majorFault = 0 } = options;
    const { swappiness, pageCluster, dirty } = { ...DEFAULT_PAGING, ...options };
    this.pageTable = pageTable;
    this.#counts = counts;
    const swap = new SwapSpace(options.swap);
    const pageOut = new PageOut(simulation, pageTable, {
      swap,
      fileDevice,
      onWritten: () => {
        this.writeBack.continue();
        allocator.serveWaiting();
      },
      onStored: () => this.#resizePools(),
    });
    const reclaim = new Reclaim(pageTable, pageOut, swappiness);
    this.writeBack = new WriteBack(simulation, pageTable, pageOut, dirty);
    const reads = new PageReads(simulation, { pageTable, pageOut, swap, allocator });
    const fileAhead = Math.max(1, Math.floor(READ_AHEAD / pageSize));
    const readAround = new ReadAround({ pageTable, swap, reads, counts, pageCluster, fileAhead });
    const work = { minor: minorFault, major: majorFault };
    this.#faults = new PageFaults(simulation, { pageTable, swap, fileDevice, reads, readAround, reclaim, counts, work, allocator });
    this.#fills = new Fills(pageTable, counts);
    this.#watermarks = new Watermarks(pageTable, pageOut, reclaim, low);
    this.#readAround = readAround;
    this.reads = reads;
    this.pageOut = pageOut;
    this.swap = swap;
  }

  /** Sets up tables for `frames` [1], with the pages of `filled` segments where they would be. */
  setUp(frames: number, filled: Iterable<SegmentId>): void {
    const { pageTable } = this;
    pageTable.setUp(frames);
    for (const id of filled) {
      const segment = pageTable.segments.all[id];
      segment.resident = 0;
      segment.group.charged += segment.pages;
      pageTable.enterRun(id, segment.base, segment.hot, initialState(segment, 0));
      pageTable.enterRun(id, segment.base + segment.hot, segment.pages - segment.hot, initialState(segment, segment.hot));
    }
  }

  get free(): number {
    return this.pageTable.frames.free;
  }

  prepare(id: SegmentId): void {
    this.pageTable.prepare(id);
  }

  /** All pages of the segment are in its file. */
  dropAll(id: SegmentId): void {
    const { place, segments } = this.pageTable;
    const segment = segments.all[id];
    place.fill(DROPPED, segment.base, segment.base + segment.pages);
    segment.filled = true;
  }

  missing(id: SegmentId): number {
    const { place, segments } = this.pageTable;
    const { base, pages } = segments.all[id];
    let missing = 0;
    for (let page = base; page < base + pages; page++) if (place[page] === ABSENT || place[page] === DROPPED) missing++;
    return missing;
  }

  empty(id: SegmentId): void {
    const { place, segments } = this.pageTable;
    const segment = segments.all[id];
    for (let page = segment.base; page < segment.base + segment.pages; page++) {
      const at = place[page];
      place[page] = ABSENT;
      if (at >= 0) this.pageOut.discard(at, segment);
      else if (isSwapped(at)) {
        this.pageOut.swapped--;
        this.pageOut.freeOnlyCopy(slotOf(at), segment.group);
      } // the slot of a page that is being read goes when the read ends
    }
  }

  touch(page: number, write: boolean): boolean {
    const frame = this.pageTable.place[page];
    if (frame < 0) return false;
    const { state } = this.pageTable.frames;
    const bits = state[frame];
    if ((bits & UNMAPPED) !== 0) this.#map(frame);
    if (write && (bits & DIRTY) === 0) this.#write(frame, page);
    if ((bits & REFERENCED) === 0) state[frame] |= REFERENCED;
    return true;
  }

  /** See `Memory.touchUniformly`. */
  touchUniformly(
    areas: readonly HotArea[],
    total: number,
    count: number,
    writeShare: number,
    stream: RandomStream,
  ): MissingPage | undefined {
    const { place } = this.pageTable;
    const { state } = this.pageTable.frames;
    for (let left = count; left > 0; left--) {
      // One draw says both which page and whether it is written: the place of a uniform number within its page is uniform again.
      const position = stream.next() * total;
      let index = Math.floor(position);
      const write = position - index < writeShare;
      let area = areas[0];
      for (let next = 1; index >= area.count; next++) {
        index -= area.count;
        area = areas[next];
      }
      const page = area.first + index;
      const frame = place[page];
      if (frame < 0) {
        const missing = this.#missing;
        missing.segment = area.segment;
        missing.page = page;
        missing.write = write && area.writable;
        missing.shared = area.shared;
        missing.left = left - 1;
        return missing;
      }
      const bits = state[frame];
      if ((bits & UNMAPPED) !== 0) this.#map(frame);
      if (write && (bits & DIRTY) === 0 && area.writable) this.#write(frame, page);
      if ((bits & REFERENCED) === 0) state[frame] |= REFERENCED;
    }
    return undefined;
  }

  /** Minor fault: the page is there, but not in the page table of the program. */
  #map(frame: number): void {
    const { state } = this.pageTable.frames;
    this.#counts.minorFaults++;
    if ((state[frame] & AHEAD) !== 0) this.#readAround.noteHit(this.pageTable.segmentOf(frame));
    state[frame] &= ~(UNMAPPED | AHEAD);
  }

  #write(frame: number, page: number): void {
    this.pageOut.makeDirty(frame);
    if (!this.pageTable.segmentOf(frame).anonymous) this.writeBack.note(page);
  }

  /** See `Memory.pageIn`. */
  pageIn(id: SegmentId, page: number, done: HandlerId, arg: number, wanted: number): number {
    return this.#faults.pageIn(id, page, done, arg, wanted);
  }

  /** See `Memory.needsDevice`. */
  needsDevice(page: number): boolean {
    return this.#faults.needsDevice(page);
  }

  serveFault(request: FrameRequest): boolean {
    return this.#faults.serve(request);
  }

  fillAtOnce(): boolean {
    return false;
  }

  fill(request: FrameRequest, isAlone: boolean): boolean {
    return this.#fills.continue(request, isAlone);
  }

  needsNoFrame(request: FrameRequest): boolean {
    return request.page < 0 && this.#fills.isComplete(request);
  }

  /** Without a free frame nobody's turn has come; with limits all are asked. */
  mayServe(): boolean {
    return this.pageTable.frames.free > 0 || this.pageTable.groups.count > 1;
  }

  reclaim(waiting: FrameRequests): void {
    this.#watermarks.keep(waiting);
  }

  isStuck(request: FrameRequest): boolean {
    const { alive, group } = this.pageTable.segments.all[request.segment];
    if (!alive) return true;
    if (group.isFull) return group.writing === 0 && group.reading === 0;
    return this.free > 0 || (this.pageOut.commands === 0 && this.reads.held === 0);
  }

  /** With a free frame, clean pages were freed on the spot, or a fill only waits for its next turn. */
  relieve(group: MemoryGroup): Relief {
    return !group.isFull && this.free > 0 ? "later" : "none";
  }

  #resizePools(): void {
    const { frames, residentByKind } = this.pageTable;
    for (const { zram } of this.swap.areas) if (zram !== undefined) residentByKind[ZRAM] += zram.resize(frames);
  }
}
