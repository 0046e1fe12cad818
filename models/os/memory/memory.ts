/**
 * Memory of a machine with demand paging, at the level of single pages: of a host, and of a guest that can come under pressure.
 *
 * Owners have segments; a page of a segment is resident in a frame, dropped (its file still has it), on swap, or being read. Reclaim starts when free
 * frames fall below a low watermark and goes on to a high one, in batches as Linux does (reclaim.ts chooses, page-out.ts carries out). A fault waits
 * for a frame, then for its read, in the same disk queue as everybody else's input and output. A group with a limit reclaims inside its limit. When
 * nothing can be reclaimed, somebody is killed.
 *
 * As long as everything fits, pages are only counted: tables of frames are set up at the first fill that does not fit, with every page where it
 * would be. A host with memory to spare therefore costs nothing per page. A machine without demand paging (no MMU) stays with counting.
 *
 * Leaves out: huge pages, NUMA, active and inactive lists, memory bandwidth. docs/models/memory.md says how near this is to least recently used.
 * Source: Linux admin-guide/sysctl/vm.rst (watermark gap 0.1 %), admin-guide/cgroup-v2.rst (limits).
 */
import type { HandlerId, RandomStream, Simulation } from "../../../engine/index.ts";
import { MEMORY_KINDS, type MemoryKind } from "../../vocabulary.ts";
import { DEFAULT_PAGING, type PagingSpec } from "../spec.ts";
import { type FrameRequest, FrameRequests } from "./frame-requests.ts";
import { AHEAD, DIRTY, HAS_SLOT, REFERENCED, UNMAPPED } from "./frames.ts";
import { type GroupId, type MemoryGroup, ROOT } from "./memory-group.ts";
import type { PageDevice } from "../storage/page-device.ts";
import { MOST_PAGES, PageReads } from "./page-reads.ts";
import { PageOut } from "./page-out.ts";
import { fileWindow, READ_AHEAD, SwapReadAhead, window } from "./read-ahead.ts";
import { Reclaim } from "./reclaim.ts";
import { PageTable } from "./page-table.ts";
import { ABSENT, DROPPED, type HotArea, initialState, isSwapped, READING, type Segment, type SegmentId, slotOf } from "./segment.ts";
import { SwapSpace } from "./swap-space.ts";
import { BATCH } from "./write-clusters.ts";
import { WriteBack } from "./write-back.ts";

export type { GroupId } from "./memory-group.ts";
export type { HotArea, SegmentId } from "./segment.ts";

const ZRAM = MEMORY_KINDS.indexOf("zram");

const always = (): boolean => true;

/** Of the paging policy what is left out is as Linux has it. */
export interface MemoryOptions extends Partial<PagingSpec> {
  readonly frames: number;
  /** [B] */
  readonly pageSize: number;
  /** Without it whatever does not fit at once waits for somebody to be killed. Default true. */
  readonly demandPaging?: boolean;
  /** Where anonymous pages go, the area with the highest priority first; none: they can't be reclaimed. */
  readonly swap: readonly { readonly device: PageDevice; readonly pages: number }[];
  /** Where file pages are read from. */
  readonly fileDevice: PageDevice;
  /** CPU work of a fault without and with a device, the wait excluded [ns]; default 0. */
  readonly minorFault?: number;
  readonly majorFault?: number;
  /** Must free memory of `group` (0: of anybody) by destroying segments; false if there is nothing left to kill. Called as an event of its own. */
  readonly onOutOfMemory: (group: GroupId) => boolean;
}

export interface SegmentOptions {
  readonly anonymous: boolean;
  readonly pinned?: boolean;
  /** Group that is charged; default 0. */
  readonly group?: GroupId;
}

export class Memory {
  readonly pageSize: number;
  /** Page frames of the machine. */
  readonly total: number;
  minorFaults = 0;
  majorFaults = 0;
  /** Pages that came from a device beside the one that was missing. */
  pagesReadAhead = 0;
  kills = 0;
  /** True once memory did not suffice. Before that every page is resident and touches need not be looked up. */
  pressured = false;
  readonly pageTable = new PageTable();
  readonly swap: SwapSpace;
  readonly pageOut: PageOut;
  readonly reclaim: Reclaim;
  readonly writeBack: WriteBack;
  /** Slots of pages that are on their way back. */
  comingBack = 0;
  /** Frames held by reads under way. */
  held = 0;
  readonly #simulation: Simulation;
  readonly #options: MemoryOptions;
  /** Filled segments in the order of their filling, and free frames, while there is memory to spare. */
  readonly #filled = new Set<SegmentId>();
  #spare: number;
  readonly #low: number;
  readonly #high: number;
  readonly #fileAhead: number;
  readonly #minorFault: number;
  readonly #majorFault: number;
  readonly #readAhead: SwapReadAhead;
  readonly #waiting = new FrameRequests();
  readonly #serveOne = (request: FrameRequest): boolean => this.#serve(request);
  /** Without a free frame nobody's turn has come; with limits, or while pages are only counted, all are asked. */
  readonly #hasFrames = (): boolean => !this.pressured || this.pageTable.frames.free > 0 || this.pageTable.groups.size > 1;
  readonly #reads: PageReads;
  readonly #readDone: HandlerId;
  readonly #service: HandlerId;
  #serviceDue = false;

  constructor(simulation: Simulation, options: MemoryOptions) {
    this.#simulation = simulation;
    this.#options = options;
    this.pageSize = options.pageSize;
    this.total = options.frames;
    this.#spare = options.frames;
    this.#low = options.demandPaging === false ? 0 : Math.ceil(options.frames / 1000);
    this.#high = 2 * this.#low;
    this.#fileAhead = Math.min(MOST_PAGES, Math.max(1, Math.floor(READ_AHEAD / options.pageSize)));
    this.#minorFault = options.minorFault ?? 0;
    this.#majorFault = options.majorFault ?? 0;
    const { swappiness, pageCluster, dirty } = { ...DEFAULT_PAGING, ...options };
    this.#readAhead = new SwapReadAhead(pageCluster);
    this.#reads = new PageReads(simulation);
    this.swap = new SwapSpace(options.swap);
    this.pageOut = new PageOut(simulation, this.pageTable, {
      swap: this.swap,
      fileDevice: options.fileDevice,
      onWritten: () => {
        this.writeBack.continue();
        this.#serveWaiting();
      },
      onStored: () => this.#resizePools(),
    });
    this.reclaim = new Reclaim(this.pageTable, this.pageOut, swappiness);
    this.writeBack = new WriteBack(simulation, this.pageTable, this.pageOut, dirty);
    this.#readDone = simulation.on("memory: pages read", (read) => this.#finishRead(read));
    this.#service = simulation.on("memory: serve or kill", () => this.#serveOrKill());
  }

  pagesOf(size: number): number {
    return Math.ceil(size / this.pageSize);
  }

  /** Free frames. */
  get free(): number {
    return this.pressured ? this.pageTable.frames.free : this.#spare;
  }

  /** Frames by kind of content. */
  get residentByKind(): Float64Array {
    return this.pageTable.residentByKind;
  }

  /** Pages whose only copy is on swap. */
  get swapped(): number {
    return this.pageOut.swapped;
  }

  #segment(id: SegmentId): Segment {
    return this.pageTable.segments.all[id];
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
  missingBytes(id: SegmentId): number {
    const { base, pages, resident } = this.#segment(id);
    if (!this.pressured) return (pages - resident) * this.pageSize;
    const { place } = this.pageTable;
    let missing = 0;
    for (let page = base; page < base + pages; page++) if (place[page] === ABSENT || place[page] === DROPPED) missing++;
    return missing * this.pageSize;
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

  /** CPU work of a minor fault [ns]. */
  get minorFaultWork(): number {
    return this.#minorFault;
  }

  /** Frame of a page, or a negative number. */
  frameOf(page: number): number {
    return this.pageTable.place[page];
  }

  /** A group that may hold `limit` bytes in frames and `swapLimit` on swap. Only for what can reach its limit: pages have to be tracked from then on. */
  addGroup(limit: number, swapLimit: number): GroupId {
    this.trackPages();
    return this.pageTable.addGroup(Math.floor(limit / this.pageSize), Math.floor(swapLimit / this.pageSize)).id;
  }

  /** The group's own segments must be gone; pages of files that it shares stay. */
  removeGroup(id: GroupId): void {
    const group = this.pageTable.groups.get(id);
    if (group !== undefined) this.pageTable.removeGroup(group);
    this.#serveWaiting();
  }

  /** A new segment with no page resident yet. Sizes in bytes. */
  create(kind: MemoryKind, size: number, hot: number, options: SegmentOptions): SegmentId {
    const pages = this.pagesOf(size);
    const id = this.pageTable.segments.add({
      kind: MEMORY_KINDS.indexOf(kind),
      pages,
      hot: Math.min(pages, this.pagesOf(hot)),
      anonymous: options.anonymous,
      pinned: options.pinned ?? false,
      group: this.pageTable.groups.get(options.group ?? ROOT) ?? this.pageTable.root,
    });
    if (this.pressured) this.pageTable.prepare(id);
    return id;
  }

  /** A file of which nothing is in memory yet: its pages come when they are referred to. */
  createFile(kind: MemoryKind, size: number, options: { readonly group?: GroupId } = {}): SegmentId {
    this.trackPages();
    const id = this.create(kind, size, 0, { ...options, anonymous: false });
    const segment = this.#segment(id);
    this.pageTable.place.fill(DROPPED, segment.base, segment.base + segment.pages);
    segment.filled = true;
    return id;
  }

  /** Gives every page without a place a frame, waiting for reclaim where none is free; then `done(arg)`. */
  fill(id: SegmentId, done: HandlerId, arg: number): void {
    const segment = this.#segment(id);
    if (!this.pressured) {
      if (this.#fillByCounting(segment, id)) {
        this.#simulation.after(0, done, arg);
        return;
      }
      if (this.#options.demandPaging !== false) this.trackPages();
    }
    segment.pending++;
    this.#request(this.#waiting.create(id, done, arg, -1, ABSENT, 0));
  }

  /** Forgets the segment and frees its frames and swap slots. Its pending requests are dropped: their `done` is never called. */
  destroy(id: SegmentId): void {
    const segment = this.#segment(id);
    segment.alive = false;
    if (!this.pressured) this.#emptyByCounting(segment, id);
    else {
      const { place } = this.pageTable;
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
    this.pageTable.segments.recycle(id);
    this.#serveWaiting(segment.pending > 0 ? always : this.#hasFrames);
  }

  /** Notes a use of `page`; false if it is not resident and has to be brought in first. `write` makes it dirty. */
  touch(page: number, write: boolean): boolean {
    if (!this.pressured) return true;
    const frame = this.pageTable.place[page];
    if (frame < 0) return false;
    const { state } = this.pageTable.frames;
    const bits = state[frame];
    if ((bits & UNMAPPED) !== 0) this.#map(frame);
    if (write && (bits & DIRTY) === 0) this.#write(frame, page);
    if ((bits & REFERENCED) === 0) state[frame] |= REFERENCED;
    return true;
  }

  /** Minor fault: the page is there, but not in the page table of the program. */
  #map(frame: number): void {
    const { state } = this.pageTable.frames;
    this.minorFaults++;
    if ((state[frame] & AHEAD) !== 0) {
      const segment = this.pageTable.segmentOf(frame);
      if (segment.anonymous) this.#readAhead.noteHit();
      else if (segment.misses > 0) segment.misses--;
    }
    state[frame] &= ~(UNMAPPED | AHEAD);
  }

  #write(frame: number, page: number): void {
    this.pageOut.makeDirty(frame);
    if (!this.pageTable.segmentOf(frame).anonymous) this.writeBack.note(page);
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
        this.missingPage = page;
        this.missingWrite = write && area.writable;
        this.missingArea = area;
        return left - 1;
      }
      const bits = state[frame];
      if ((bits & UNMAPPED) !== 0) this.#map(frame);
      if (write && (bits & DIRTY) === 0 && area.writable) this.#write(frame, page);
      if ((bits & REFERENCED) === 0) state[frame] |= REFERENCED;
    }
    this.missingArea = undefined;
    return 0;
  }

  /**
   * Fault on `page` of `segment`: brings it in, then `done(arg)`. `wanted` pages of a file from it on are read, 0 for a page of a mapped file.
   * Returns the CPU work of the fault [ns].
   */
  pageIn(segment: SegmentId, page: number, done: HandlerId, arg: number, wanted = 0): number {
    const { place } = this.pageTable;
    const at = place[page];
    if (at === READING) {
      this.majorFaults++;
      this.#reads.wait(page, done, arg);
      return this.#majorFault;
    }
    place[page] = READING;
    this.#segment(segment).pending++;
    let work = this.#majorFault;
    if (isSwapped(at)) {
      this.pageOut.swapped--;
      this.#segment(segment).swapped--;
      this.comingBack++;
      const { zram } = this.swap.areaOf(slotOf(at));
      if (zram !== undefined) work = this.#minorFault + zram.options.decompress;
    } else if (at === ABSENT) work = this.#minorFault;
    if (at === ABSENT) this.minorFaults++;
    else this.majorFaults++;
    this.#request(this.#waiting.create(segment, done, arg, page, at, wanted));
    return work;
  }

  /** Sets up tables for every frame and page. */
  trackPages(): void {
    if (this.pressured) return;
    this.pressured = true;
    const { pageTable } = this;
    pageTable.setUp(this.total);
    for (const id of this.#filled) {
      const segment = this.#segment(id);
      segment.resident = 0;
      segment.group.charged += segment.pages;
      pageTable.enterRun(id, segment.base, segment.hot, initialState(segment, 0));
      pageTable.enterRun(id, segment.base + segment.hot, segment.pages - segment.hot, initialState(segment, segment.hot));
    }
  }

  /** Frames and their segments while pages are only counted. */
  get counted(): { readonly spare: number; readonly filled: ReadonlySet<SegmentId> } {
    return { spare: this.#spare, filled: this.#filled };
  }

  /** Fills a segment if that leaves memory to spare. */
  #fillByCounting(segment: Segment, id: SegmentId): boolean {
    if (segment.group !== this.pageTable.root) return false;
    const missing = segment.pages - segment.resident;
    if (this.#spare - missing < this.#low) return false;
    this.#spare -= missing;
    if (segment.anonymous) this.minorFaults += missing;
    segment.resident = segment.pages;
    segment.filled = true;
    this.pageTable.residentByKind[segment.kind] += missing;
    this.#filled.add(id);
    return true;
  }

  #emptyByCounting(segment: Segment, id: SegmentId): void {
    this.#filled.delete(id);
    this.#spare += segment.resident;
    this.pageTable.residentByKind[segment.kind] -= segment.resident;
    segment.resident = 0;
  }

  #request(request: FrameRequest): void {
    if (this.#waiting.length === 0 && this.#serve(request)) this.#waiting.release(request);
    else {
      this.#waiting.push(request);
      if (this.#waiting.length > 1) this.#waiting.serve(this.#serveOne, this.#needsNoFrame(request) ? always : this.#hasFrames);
    }
    this.#keepFramesFree();
  }

  /** A fill of which everything has a place already. */
  #needsNoFrame(request: FrameRequest): boolean {
    return this.pressured && request.page < 0 && !this.#findMissing(request, this.#segment(request.segment));
  }

  /** True when the request needs nothing more from here. */
  #serve(request: FrameRequest): boolean {
    const segment = this.#segment(request.segment);
    if (request.page >= 0) return this.#serveFault(request, segment);
    if (!segment.alive) {
      this.pageTable.segments.endPending(request.segment);
      return true;
    }
    if (!this.#fillWithFrames(request, segment)) return false;
    segment.filled = true;
    this.pageTable.segments.endPending(request.segment);
    this.#simulation.after(0, request.done, request.arg);
    return true;
  }

  #fillWithFrames(request: FrameRequest, segment: Segment): boolean {
    if (!this.pressured) return this.#fillByCounting(segment, request.segment);
    // With others waiting, a fill takes its turn in batches so that it can't starve a fault.
    const turn = this.#waiting.length > 1 ? request.cursor + BATCH : segment.pages;
    for (; this.#findMissing(request, segment); request.cursor++) {
      if (request.cursor >= turn) return false;
      const frame = this.#takeFrame(segment);
      if (frame < 0) return false;
      if (segment.anonymous) this.minorFaults++;
      this.pageTable.enter(request.segment, segment.base + request.cursor, frame, initialState(segment, request.cursor));
    }
    return true;
  }

  /** Moves the cursor of a fill on to the next page without a place; false if there is none left. */
  #findMissing(request: FrameRequest, { base, pages }: Segment): boolean {
    const { place } = this.pageTable;
    for (; request.cursor < pages; request.cursor++) {
      const at = place[base + request.cursor];
      if (at === ABSENT || at === DROPPED) return true;
    }
    return false;
  }

  /** A frame for a page of `segment`, or -1 if none is free or its group is at the limit. */
  #takeFrame({ group }: Segment): number {
    if (group.isFull) return -1;
    const frame = this.pageTable.frames.take();
    if (frame >= 0) group.charged++;
    return frame;
  }

  #serveFault(request: FrameRequest, segment: Segment): boolean {
    const { page, place: from } = request;
    if (!segment.alive) {
      if (isSwapped(from)) this.#forgetSlot(slotOf(from), segment.group);
      this.#reads.forget(page);
      this.pageTable.segments.endPending(request.segment);
      return true;
    }
    const frame = this.#takeFrame(segment);
    if (frame < 0) return false;
    const area = isSwapped(from) ? this.swap.areaOf(slotOf(from)) : undefined;
    if (from === ABSENT || area?.zram !== undefined) {
      if (area !== undefined) this.#forgetSlot(slotOf(from), segment.group);
      this.pageTable.enter(request.segment, page, frame, REFERENCED | (segment.anonymous ? DIRTY : 0));
      this.#reads.wake(page);
      this.#simulation.after(0, request.done, request.arg);
      this.pageTable.segments.endPending(request.segment);
      return true;
    }
    const read = this.#reads.open();
    this.#reads.wait(page, request.done, request.arg);
    this.#addToRead(read, request.segment, page, frame, from);
    if (area === undefined) this.#readFileAround(read, request, segment);
    else this.#readSwapAround(read, slotOf(from));
    const { frames, length } = this.#reads.get(read);
    this.reclaim.noteRefault(segment.group, segment.anonymous);
    (area?.device ?? this.#options.fileDevice).read(frames, length, this.#readDone, read);
    return true;
  }

  #forgetSlot(slot: number, group: MemoryGroup): void {
    this.comingBack--;
    this.pageOut.freeOnlyCopy(slot, group);
  }

  /** Its `pending` has been counted. */
  #addToRead(read: number, id: SegmentId, page: number, frame: number, from: number): void {
    const segment = this.#segment(id);
    this.held++;
    segment.held++;
    segment.group.reading++;
    this.#reads.add(read, page, frame, id, isSwapped(from) ? slotOf(from) : -1);
  }

  /** Neighbours in an aligned block of slots come with the page, as far as frames are free. */
  #readSwapAround(read: number, slot: number): void {
    const pages = this.#readAhead.windowAt(slot);
    if (pages === 1) return;
    const area = this.swap.areaOf(slot);
    const first = slot - (slot % pages);
    for (let each = first; each < first + pages; each++) {
      const page = area.pageIn(each);
      if (each !== slot && page >= 0 && isSwapped(this.pageTable.place[page]) && this.#readAlso(read, page)) {
        this.pageOut.swapped--;
        this.#segment(this.pageTable.owner[page]).swapped--;
        this.comingBack++;
      }
    }
  }

  #readFileAround(read: number, { page, wanted }: FrameRequest, segment: Segment): void {
    const index = page - segment.base;
    if (wanted > 0) {
      window.first = index;
      window.count = Math.min(index === segment.lastRead + 1 ? this.#fileAhead : wanted, segment.pages - index, MOST_PAGES);
    } else fileWindow(segment, index, segment.pages, this.#fileAhead);
    const { first, count } = window;
    segment.lastRead = first + count - 1;
    for (let each = first; each < first + count; each++)
      if (each !== index && this.pageTable.place[segment.base + each] === DROPPED) this.#readAlso(read, segment.base + each);
  }

  /** Brings in one more page with a read, if there is a frame for it. */
  #readAlso(read: number, page: number): boolean {
    const { place, owner } = this.pageTable;
    const id = owner[page];
    const segment = this.#segment(id);
    const frame = this.#takeFrame(segment);
    if (frame < 0) return false;
    segment.pending++;
    this.#addToRead(read, id, page, frame, place[page]);
    place[page] = READING;
    this.pagesReadAhead++;
    return true;
  }

  #finishRead(index: number): void {
    const read = this.#reads.get(index);
    for (let k = 0; k < read.length; k++) this.#finishPage(read.pages[k], read.frames[k], read.segments[k], read.slots[k]);
    this.#reads.close(index);
    this.#serveWaiting();
  }

  #finishPage(page: number, frame: number, id: SegmentId, slot: number): void {
    const segment = this.#segment(id);
    const { group } = segment;
    this.held--;
    segment.held--;
    group.reading--;
    if (slot >= 0) this.comingBack--;
    if (segment.alive) {
      const isWanted = this.#reads.wake(page);
      this.pageTable.enter(id, page, frame, isWanted ? REFERENCED : UNMAPPED | AHEAD);
      if (slot >= 0) this.#keepSlot(frame, slot, group);
    } else {
      if (slot >= 0) this.pageOut.freeSlot(slot, group);
      this.#reads.forget(page);
      group.charged--;
      this.pageTable.frames.give(frame);
    }
    this.pageTable.segments.endPending(id);
  }

  /** A page read back keeps its copy, and leaves again without a write, while swap is at most half full. Source: Linux `vm_swap_full`. */
  #keepSlot(frame: number, slot: number, group: MemoryGroup): void {
    const { frames } = this.pageTable;
    frames.slot[frame] = slot;
    frames.state[frame] |= HAS_SLOT;
    group.copies++;
    if (2 * this.swap.used > this.swap.size) this.pageOut.dropCopy(frame, group);
  }

  #resizePools(): void {
    const { frames, residentByKind } = this.pageTable;
    for (const { zram } of this.swap.areas) if (zram !== undefined) residentByKind[ZRAM] += zram.resize(frames);
  }

  #serveWaiting(isWorthwhile = this.#hasFrames): void {
    if (this.#waiting.length > 0) this.#waiting.serve(this.#serveOne, isWorthwhile);
    this.#keepFramesFree();
  }

  /** Keeps free frames (and those about to be) above the low watermark, and room in the groups that somebody waits for. */
  #keepFramesFree(): void {
    if (this.pressured) this.#reclaimFrames();
    if (this.#waiting.length > 0 && this.#findStuck() !== undefined) this.#callService();
  }

  #reclaimFrames(): void {
    const { pageOut, reclaim, pageTable } = this;
    const { frames } = pageTable;
    const isWaitedFor = this.#waiting.length > 0;
    if (frames.free + pageOut.leaving < this.#low || isWaitedFor) {
      let found = true;
      while (found && frames.free + pageOut.leaving < this.#high) found = reclaim.fromAll();
    }
    if (isWaitedFor && pageTable.groups.size > 1) this.#waiting.find(this.#makeRoomInGroup);
  }

  /** As an event of its own rather than deeper in this call. */
  #callService(): void {
    if (this.#serviceDue) return;
    this.#serviceDue = true;
    this.#simulation.after(0, this.#service, 0);
  }

  /** A group at its limit frees a batch, but at most a sixteenth of what it may hold. */
  readonly #makeRoomInGroup = ({ segment }: FrameRequest): boolean => {
    const { group } = this.#segment(segment);
    if (!group.isFull) return false;
    const room = Math.max(1, Math.min(BATCH, group.limit >> 4));
    while (group.charged - group.writing > group.limit - room && this.reclaim.from(group));
    return false;
  };

  /** A request that needs service. Without groups all that wait for frames wait for the same. */
  #findStuck(): FrameRequest | undefined {
    if (!this.pressured || this.pageTable.groups.size > 1) return this.#waiting.find(this.#needsService);
    const { first } = this.#waiting;
    return this.#needsService(first) ? first : undefined;
  }

  /** False while what is under way will help the request. */
  readonly #needsService = (request: FrameRequest): boolean => {
    const segment = this.#segment(request.segment);
    if (!segment.alive) return true;
    if (segment.group.isFull) return segment.group.writing === 0 && segment.group.reading === 0;
    if (this.free > 0 && (this.pressured || request.page >= 0)) return true;
    return this.pageOut.commands === 0 && this.held === 0;
  };

  #serveOrKill(): void {
    this.#serviceDue = false;
    if (this.#waiting.length > 0) this.#waiting.serve(this.#serveOne, this.free > 0 ? this.#hasFrames : always);
    if (this.pressured) this.#reclaimFrames();
    const stuck = this.#waiting.length > 0 ? this.#findStuck() : undefined;
    if (stuck === undefined) return;
    const { group } = this.#segment(stuck.segment);
    // Clean pages were freed on the spot, or a fill only waits for its next turn.
    if (this.pressured && !group.isFull && this.pageTable.frames.free > 0) return this.#callService();
    if (!this.pressured && this.#dropOldestFile()) return this.#serveWaiting();
    if (this.#options.onOutOfMemory(group.isFull ? group.id : ROOT)) {
      this.kills++;
      this.#serveWaiting();
    }
  }

  /** Without demand paging, files that were read go as a whole, the one read first first. */
  #dropOldestFile(): boolean {
    for (const id of this.#filled) {
      const segment = this.#segment(id);
      if (segment.anonymous || segment.resident === 0) continue;
      this.#emptyByCounting(segment, id);
      segment.filled = false;
      return true;
    }
    return false;
  }
}
