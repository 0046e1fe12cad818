/**
 * Memory of a host with demand paging, at the level of single pages.
 *
 * Owners have segments; a page of a segment is resident in a frame, dropped (its file still has it), on swap, or being read.
 * Replacement is the clock algorithm (second chance), the usual approximation of global least recently used: the hand clears the referenced bit
 * of a frame once before it takes it. Reclaim starts when free frames fall below a low watermark and goes on to a high one, in batches as Linux
 * does; clean pages go at once, dirty ones are written to swap in clusters and their frames are free when the write ends. A fault waits for a frame,
 * then for its read, both in the same disk queue as everybody else's input and output. When nothing can be reclaimed, somebody is killed.
 *
 * As long as everything fits, pages are only counted: tables of frames are set up at the first fill that does not fit, with every page where it
 * would be. A host with memory to spare therefore costs nothing per page.
 *
 * Leaves out: read-ahead around a fault, huge pages, swappiness (all pages are treated alike), compression.
 * Source: Carr and Hennessy, "WSClock", SOSP 1981 (clock); Linux admin-guide/sysctl/vm.rst (watermark gap 0.1 %).
 */
import type { HandlerId, RandomStream, Simulation } from "../../engine/index.ts";
import { MEMORY_KINDS, type MemoryKind } from "../components.ts";
import type { Disk } from "../hardware/disk/disk.ts";
import { FilePages } from "./file-pages.ts";
import { DIRTY, FrameTable, PINNED, REFERENCED, SLOT, WRITEBACK } from "./frames.ts";
import { ABSENT, DROPPED, type HotArea, initialState, READING, type Segment, type SegmentId, SWAPPED } from "./segment.ts";
import { BATCH, WriteClusters } from "./write-clusters.ts";

export type { HotArea, SegmentId } from "./segment.ts";

/** Somebody waits for a frame: a fault for one page, or a segment that is being filled. */
interface FrameRequest {
  readonly segment: SegmentId;
  readonly done: HandlerId;
  readonly arg: number;
  /** A page to be read, or -1: fill the segment from `cursor`. */
  readonly page: number;
  cursor: number;
}

export interface MemoryOptions {
  readonly frames: number;
  /** [B] */
  readonly pageSize: number;
  /** Where anonymous pages go; undefined: they can't be reclaimed. */
  readonly swap: { readonly disk: Disk; readonly pages: number } | undefined;
  /** Where file pages are read from. */
  readonly fileDisk: Disk;
  /** Must free memory by destroying segments; false if there is nothing left to kill. Called as an event of its own. */
  readonly onOutOfMemory: () => boolean;
}

export class Memory {
  readonly pageSize: number;
  /** Page frames of the host. */
  readonly total: number;
  /** Frames by kind of content. */
  readonly residentByKind = new Float64Array(MEMORY_KINDS.length);
  /** Pages whose only copy is on swap. */
  swapped = 0;
  slotsUsed = 0;
  majorFaults = 0;
  pagesWritten = 0;
  kills = 0;
  /** True once memory did not suffice. Before that every page is resident and touches need not be looked up. */
  pressured = false;

  readonly #simulation: Simulation;
  readonly #options: MemoryOptions;
  readonly #segments: Segment[] = [];
  readonly #spareSegments = new Map<number, SegmentId[]>();
  /** Filled segments in the order of their filling, and free frames, while there is memory to spare. */
  readonly #filled = new Set<SegmentId>();
  #spare: number;
  /** From here on: set up by #setUpFrames(). */
  #frames = new FrameTable(0);
  #pageFrame = new Int32Array(0);
  #pageCount = 0;
  readonly #low: number;
  readonly #high: number;
  #hand = -1;
  #filePages = new FilePages(0);
  #writing = 0;
  /** Frames held by reads under way. */
  #held = 0;
  readonly #waiting: FrameRequest[] = [];
  readonly #reads: (FrameRequest & { frame: number })[] = [];
  readonly #freeReads: number[] = [];
  readonly #alsoWaiting = new Map<number, { done: HandlerId; arg: number }[]>();
  readonly #clusters = new WriteClusters();
  readonly #readDone: HandlerId;
  readonly #writeDone: HandlerId;
  readonly #service: HandlerId;
  #serviceDue = false;

  constructor(simulation: Simulation, options: MemoryOptions) {
    this.#simulation = simulation;
    this.#options = options;
    this.pageSize = options.pageSize;
    this.total = options.frames;
    this.#spare = options.frames;
    this.#low = Math.ceil(options.frames / 1000);
    this.#high = 2 * this.#low;
    this.#readDone = simulation.on("memory: page read", (read) => this.#finishRead(read));
    this.#writeDone = simulation.on("memory: cluster written", (cluster) => this.#finishWrite(cluster));
    this.#service = simulation.on("memory: serve or kill", () => this.#serveOrKill());
  }

  pagesOf(size: number): number {
    return Math.ceil(size / this.pageSize);
  }

  /** Free frames. */
  get free(): number {
    return this.pressured ? this.#frames.free : this.#spare;
  }

  /** Bytes of a segment that are in frames. */
  residentBytes(segment: SegmentId): number {
    return this.#segments[segment].resident * this.pageSize;
  }

  /** Bytes of the segment that are neither in frames nor on swap nor being read: what a fill has to provide. */
  missingBytes(id: SegmentId): number {
    const { base, pages, resident } = this.#segments[id];
    if (!this.pressured) return (pages - resident) * this.pageSize;
    let missing = 0;
    for (let page = base; page < base + pages; page++) if (this.#pageFrame[page] === ABSENT || this.#pageFrame[page] === DROPPED) missing++;
    return missing * this.pageSize;
  }

  /** Number of the segment's first page; its first `hotPages` follow. */
  firstPage(segment: SegmentId): number {
    return this.#segments[segment].base;
  }

  hotPages(segment: SegmentId): number {
    return this.#segments[segment].hot;
  }

  /** A new segment with no page resident yet. Sizes in bytes. */
  create(kind: MemoryKind, size: number, hot: number, options: { readonly anonymous: boolean; readonly pinned?: boolean }): SegmentId {
    const pages = this.pagesOf(size);
    const spare = this.#spareSegments.get(pages)?.pop();
    const base = spare === undefined ? this.#addPages(pages) : this.#segments[spare].base;
    if (this.pressured) this.#pageFrame.fill(ABSENT, base, base + pages);
    const segment: Segment = {
      kind: MEMORY_KINDS.indexOf(kind),
      pages,
      hot: Math.min(pages, this.pagesOf(hot)),
      base,
      anonymous: options.anonymous,
      pinned: options.pinned ?? false,
      pending: 0,
      alive: true,
      filled: false,
      resident: 0,
    };
    if (spare === undefined) return this.#segments.push(segment) - 1;
    this.#segments[spare] = segment;
    return spare;
  }

  /** Gives every page without a place a frame, waiting for reclaim where none is free; then `done(arg)`. */
  fill(segment: SegmentId, done: HandlerId, arg: number): void {
    if (!this.pressured) {
      if (this.#fillByCounting(this.#segments[segment], segment)) {
        this.#simulation.after(0, done, arg);
        return;
      }
      this.#setUpFrames();
    }
    this.#segments[segment].pending++;
    this.#request({ segment, done, arg, page: -1, cursor: 0 });
  }

  /** Forgets the segment and frees its frames and swap slots. Its pending requests are dropped: their `done` is never called. */
  destroy(id: SegmentId): void {
    const segment = this.#segments[id];
    segment.alive = false;
    if (!this.pressured) {
      this.#filled.delete(id);
      this.#spare += segment.resident;
      this.residentByKind[segment.kind] -= segment.resident;
      return this.#recycle(id);
    }
    for (let page = segment.base; page < segment.base + segment.pages; page++) {
      const frame = this.#pageFrame[page];
      if (frame >= 0) {
        if (this.#frames.state[frame] & SLOT) this.slotsUsed--;
        this.#leave(segment, frame);
        if (this.#frames.state[frame] & WRITEBACK) this.#frames.orphan(frame);
        else this.#frames.give(frame);
      } else if (frame === SWAPPED) {
        this.swapped--;
        this.slotsUsed--;
      }
      this.#pageFrame[page] = ABSENT;
    }
    this.#recycle(id);
    this.#serveWaiting();
  }

  /** Notes a use of `page`; false if it is not resident and has to be brought in first. `write` makes it dirty. */
  touch(page: number, write: boolean): boolean {
    if (!this.pressured) return true;
    const frame = this.#pageFrame[page];
    if (frame < 0) return false;
    if (write) this.#write(frame);
    this.#frames.state[frame] |= REFERENCED;
    return true;
  }

  #write(frame: number): void {
    const { state } = this.#frames;
    if (state[frame] & DIRTY) return;
    state[frame] |= DIRTY;
    // A page that is being written out keeps its slot until that ends, see #finishWrite.
    if ((state[frame] & (SLOT | WRITEBACK)) === SLOT) this.#dropSlot(frame);
  }

  /** Page and area that `touchUniformly` found missing, and whether it was to be written. */
  missingPage = -1;
  missingWrite = false;
  missingArea: HotArea | undefined;

  /**
   * Refers to `count` pages, one after the other, drawn uniformly from `areas` of `total` pages together; a reference to a writable page writes
   * with probability `writeShare`. Returns how many references are left when one page is missing (see `missingPage`), or 0.
   */
  touchUniformly(areas: readonly HotArea[], total: number, count: number, writeShare: number, stream: RandomStream): number {
    const pageFrame = this.#pageFrame;
    const { state } = this.#frames;
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
      const frame = pageFrame[page];
      if (frame < 0) {
        this.missingPage = page;
        this.missingWrite = write && area.writable;
        this.missingArea = area;
        return left - 1;
      }
      if (write && area.writable) this.#write(frame);
      state[frame] |= REFERENCED;
    }
    this.missingArea = undefined;
    return 0;
  }

  /** Major fault: brings in `page` of `segment`, then `done(arg)`. */
  pageIn(segment: SegmentId, page: number, done: HandlerId, arg: number): void {
    this.majorFaults++;
    if (this.#pageFrame[page] === READING) {
      const others = this.#alsoWaiting.get(page);
      if (others) others.push({ done, arg });
      else this.#alsoWaiting.set(page, [{ done, arg }]);
      return;
    }
    if (this.#pageFrame[page] === SWAPPED) this.swapped--;
    // Remembered in the request's cursor: a page read from swap keeps its slot, one from a file has none.
    const fromSwap = this.#pageFrame[page] === SWAPPED ? 1 : 0;
    this.#pageFrame[page] = READING;
    this.#segments[segment].pending++;
    this.#request({ segment, done, arg, page, cursor: fromSwap });
  }

  /** Counts frames from scratch; equal to `frames.total` when none is lost or counted twice. */
  countFrames(): { free: number; resident: number; held: number; orphaned: number; total: number } {
    let resident = 0;
    let orphaned = 0;
    if (!this.pressured) {
      for (const id of this.#filled) resident += this.#segments[id].pages;
      return { free: this.#spare, resident, held: 0, orphaned, total: this.#spare + resident };
    }
    for (let frame = 0; frame < this.#frames.used; frame++) {
      if (this.#frames.isOwned(frame)) resident++;
      else if (this.#frames.state[frame] & WRITEBACK) orphaned++;
    }
    return { free: this.#frames.free, resident, held: this.#held, orphaned, total: this.#frames.free + resident + this.#held + orphaned };
  }

  /** Pages of filled segments that are nowhere; none unless one was lost. */
  countLostPages(): number {
    let lost = 0;
    if (!this.pressured) return lost; // pages have no places yet that could be lost
    for (const { alive, filled, base, pages } of this.#segments) {
      if (!alive || !filled) continue;
      for (let page = base; page < base + pages; page++) if (this.#pageFrame[page] === ABSENT) lost++;
    }
    return lost;
  }

  /** Fills a segment if that leaves memory to spare. */
  #fillByCounting(segment: Segment, id: SegmentId): boolean {
    const missing = segment.pages - segment.resident;
    if (this.#spare - missing < this.#low) return false;
    this.#spare -= missing;
    segment.resident = segment.pages;
    segment.filled = true;
    this.residentByKind[segment.kind] += missing;
    this.#filled.add(id);
    return true;
  }

  /** Memory gets short: from now on every page has its place. */
  #setUpFrames(): void {
    this.pressured = true;
    this.#frames = new FrameTable(this.total);
    this.#filePages = new FilePages(this.total);
    this.#pageFrame = new Int32Array(2 * this.#pageCount).fill(ABSENT);
    this.residentByKind.fill(0);
    for (const id of this.#filled) {
      const segment = this.#segments[id];
      segment.resident = 0;
      for (let index = 0; index < segment.pages; index++)
        this.#enter(segment, id, segment.base + index, this.#frames.take(), initialState(segment, index));
    }
  }

  #addPages(pages: number): number {
    const base = this.#pageCount;
    this.#pageCount += pages;
    if (this.pressured && this.#pageCount > this.#pageFrame.length) {
      const larger = new Int32Array(Math.max(this.#pageCount, 2 * this.#pageFrame.length));
      larger.set(this.#pageFrame);
      this.#pageFrame = larger;
    }
    return base;
  }

  #dropSlot(frame: number): void {
    this.#frames.state[frame] &= ~SLOT;
    this.slotsUsed--;
  }

  #recycle(id: SegmentId): void {
    const segment = this.#segments[id];
    if (segment.alive || segment.pending > 0) return;
    const spares = this.#spareSegments.get(segment.pages);
    if (spares) spares.push(id);
    else this.#spareSegments.set(segment.pages, [id]);
  }

  #enter(segment: Segment, id: SegmentId, page: number, frame: number, state: number): void {
    this.#frames.page[frame] = page;
    this.#frames.segment[frame] = id;
    this.#frames.state[frame] = state;
    this.#pageFrame[page] = frame;
    segment.resident++;
    this.residentByKind[segment.kind]++;
    if (segment.anonymous) return;
    this.#filePages.add(frame);
  }

  #leave(segment: Segment, frame: number): void {
    if (!segment.anonymous) this.#filePages.remove(frame);
    segment.resident--;
    this.residentByKind[segment.kind]--;
  }

  #request(request: FrameRequest): void {
    if (this.#waiting.length > 0 || !this.#serve(request)) this.#waiting.push(request);
    this.#reclaim();
  }

  /** True when the request needs nothing more from here. */
  #serve(request: FrameRequest): boolean {
    const segment = this.#segments[request.segment];
    if (request.page >= 0) return this.#serveFault(request, segment);
    if (!segment.alive) {
      this.#endPending(request.segment);
      return true;
    }
    // With others waiting, a fill takes its turn in batches so that it can't starve a fault.
    const turn = this.#waiting.length > 0 ? request.cursor + BATCH : segment.pages;
    for (; request.cursor < segment.pages; request.cursor++) {
      const place = this.#pageFrame[segment.base + request.cursor];
      if (place !== ABSENT && place !== DROPPED) continue;
      if (request.cursor >= turn) return false;
      const frame = this.#frames.take();
      if (frame < 0) return false;
      this.#enter(segment, request.segment, segment.base + request.cursor, frame, initialState(segment, request.cursor));
    }
    segment.filled = true;
    this.#endPending(request.segment);
    this.#simulation.after(0, request.done, request.arg);
    return true;
  }

  #serveFault(request: FrameRequest, segment: Segment): boolean {
    if (!segment.alive) {
      // Its slot, if any, was not counted by destroy(), which saw the page as being read.
      if (request.cursor === 1) this.slotsUsed--;
      this.#alsoWaiting.delete(request.page);
      this.#endPending(request.segment);
      return true;
    }
    const frame = this.#frames.take();
    if (frame < 0) return false;
    this.#held++;
    const read = { ...request, frame };
    const index = this.#freeReads.pop() ?? this.#reads.length;
    this.#reads[index] = read;
    const { swap, fileDisk } = this.#options;
    (request.cursor === 1 && swap ? swap.disk : fileDisk).read(this.pageSize, this.#readDone, index);
    return true;
  }

  #finishRead(index: number): void {
    const read = this.#reads[index];
    this.#freeReads.push(index);
    this.#held--;
    const segment = this.#segments[read.segment];
    if (segment.alive) {
      this.#enter(segment, read.segment, read.page, read.frame, REFERENCED | (read.cursor === 1 ? SLOT : 0));
      this.#simulation.after(0, read.done, read.arg);
      if (this.#alsoWaiting.size > 0) this.#wakeOthers(read.page);
    } else {
      if (read.cursor === 1) this.slotsUsed--;
      this.#alsoWaiting.delete(read.page);
      this.#frames.give(read.frame);
    }
    this.#endPending(read.segment);
    this.#serveWaiting();
  }

  /** Others who found the page being read. */
  #wakeOthers(page: number): void {
    const others = this.#alsoWaiting.get(page);
    if (others === undefined) return;
    for (const { done, arg } of others) this.#simulation.after(0, done, arg);
    this.#alsoWaiting.delete(page);
  }

  #endPending(id: SegmentId): void {
    this.#segments[id].pending--;
    this.#recycle(id);
  }

  #serveWaiting(): void {
    for (let turns = this.#waiting.length; turns > 0 && this.#frames.free > 0; turns--) {
      const request = this.#waiting.shift() as FrameRequest;
      if (this.#serve(request)) continue;
      if (request.page < 0) this.#waiting.push(request);
      else this.#waiting.unshift(request);
    }
    this.#reclaim();
  }

  /** Keeps free frames (and those about to be) above the low watermark. */
  #reclaim(): void {
    if (this.#frames.free + this.#writing >= this.#low && this.#waiting.length === 0) return;
    let found = true;
    while (found && this.#frames.free + this.#writing < this.#high) found = this.#evictBatch();
    if (this.#waiting.length === 0) return;
    // Clean pages were freed on the spot, or nothing will be: handled as an event of its own rather than deeper in this call.
    if (this.#serviceDue || (this.#frames.free === 0 && this.#writing > 0)) return;
    this.#serviceDue = true;
    this.#simulation.after(0, this.#service, 0);
  }

  #serveOrKill(): void {
    this.#serviceDue = false;
    if (this.#waiting.length === 0) return;
    if (this.#frames.free > 0) return this.#serveWaiting();
    if (this.#writing > 0) return;
    if (this.#held > 0) return; // a read that ends will make a page that can be reclaimed
    this.#forgetDead();
    if (this.#waiting.length === 0) return;
    if (this.#options.onOutOfMemory()) {
      this.kills++;
      this.#serveWaiting();
    }
  }

  /** Requests of destroyed segments need no frame: nobody has to be killed for them. */
  #forgetDead(): void {
    for (let turns = this.#waiting.length; turns > 0; turns--) {
      const request = this.#waiting.shift() as FrameRequest;
      if (this.#segments[request.segment].alive) this.#waiting.push(request);
      else this.#serve(request);
    }
  }

  /** Takes up to a batch of pages from under the clock hand; false if two rounds found none. */
  #evictBatch(): boolean {
    const swap = this.#options.swap;
    const swapLeft = (): boolean => swap !== undefined && this.slotsUsed < swap.pages;
    // Where no swap is left only file pages and those with a copy on swap can go; looking at all the others for a few would take for ever.
    const copies = this.slotsUsed - this.swapped - this.#writing;
    const wholeRing = swapLeft() || copies > this.#frames.used / 64;
    const candidates = wholeRing ? this.#frames.used : this.#filePages.length;
    const cluster = this.#clusters.open();
    let taken = 0;
    for (let looked = 0; looked < 2 * candidates && taken < BATCH; looked++) {
      if (wholeRing) {
        if (!swapLeft() && copies < BATCH) break;
        this.#hand = this.#hand + 1 >= candidates ? 0 : this.#hand + 1;
        if (this.#tryEvict(this.#hand, cluster)) taken++;
      } else {
        if (this.#filePages.length === 0) break;
        if (this.#tryEvict(this.#filePages.advance(), cluster)) taken++;
      }
    }
    const length = this.#clusters.length(cluster);
    if (length === 0) this.#clusters.close(cluster);
    else {
      this.#writing += length;
      this.pagesWritten += length;
      swap?.disk.write(length * this.pageSize, this.#writeDone, cluster);
    }
    return taken > 0;
  }

  /** Second chance: true if the page in `frame` was dropped, or put into write cluster `cluster`. */
  #tryEvict(frame: number, cluster: number): boolean {
    const { state } = this.#frames;
    const bits = state[frame];
    if (bits & (PINNED | WRITEBACK) || !this.#frames.isOwned(frame)) return false;
    if (bits & REFERENCED) {
      state[frame] = bits & ~REFERENCED;
      return false;
    }
    const segment = this.#segments[this.#frames.segment[frame]];
    if (segment.anonymous && (bits & SLOT) === 0) {
      const swap = this.#options.swap;
      if (swap === undefined || this.slotsUsed >= swap.pages) return false;
      this.slotsUsed++;
      state[frame] = (bits & ~DIRTY) | WRITEBACK | SLOT;
      this.#clusters.add(cluster, frame);
    } else this.#evict(frame, segment);
    return true;
  }

  /** Takes a page that has a current copy elsewhere out of its frame. */
  #evict(frame: number, segment: Segment): void {
    const page = this.#frames.page[frame];
    this.#pageFrame[page] = segment.anonymous ? SWAPPED : DROPPED;
    if (segment.anonymous) this.swapped++;
    this.#leave(segment, frame);
    this.#frames.give(frame);
  }

  #finishWrite(cluster: number): void {
    const { state } = this.#frames;
    const length = this.#clusters.length(cluster);
    this.#writing -= length;
    for (let index = 0; index < length; index++) {
      const frame = this.#clusters.frame(cluster, index);
      state[frame] &= ~WRITEBACK;
      if (!this.#frames.isOwned(frame)) this.#frames.give(frame);
      else if (state[frame] & DIRTY) this.#dropSlot(frame);
      else if ((state[frame] & REFERENCED) === 0) this.#evict(frame, this.#segments[this.#frames.segment[frame]]);
    }
    this.#clusters.close(cluster);
    this.#serveWaiting();
  }
}
