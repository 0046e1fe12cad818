import { MEMORY_KINDS } from "../../vocabulary.js";
import { takeCensus } from "./census.js";
import { CountedPages } from "./counted-pages.js";
import { FrameAllocator } from "./frame-allocator.js";
import { ROOT } from "./memory-group.js";
import { OutOfMemory } from "./out-of-memory.js";
import { PageTable } from "./page-table.js";
import { PagingCounts } from "./paging-counts.js";
import { ABSENT } from "./segment.js";
import { whatIsLeft } from "./statistics.js";
import { TrackedPages } from "./tracked-pages.js";
import { lowWatermark } from "./watermarks.js";
export { ROOT } from "./memory-group.js";
/** A request that is not for a page. */
const FILL = -1;
export class Memory {
    pageSize;
    /** Page frames of the machine. */
    total;
    /** CPU work of a minor fault [ns]. */
    minorFaultWork;
    #simulation;
    #demandPaging;
    #counts = new PagingCounts();
    #pageTable = new PageTable();
    #counted;
    #tracked;
    /** The one of the two that is in use. */
    #pages;
    #allocator;
    constructor(simulation, options) {
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
    pagesOf(size) {
        return Math.ceil(size / this.pageSize);
    }
    /** True once memory did not suffice. Before that every page is resident and touches need not be looked up. */
    get pressured() {
        return this.#pages === this.#tracked;
    }
    /** Free frames. */
    get free() {
        return this.#pages.free;
    }
    /** Frames by kind of content. */
    get residentByKind() {
        return this.#pageTable.residentByKind;
    }
    /** Pages whose only copy is on swap. */
    get swapped() {
        return this.#tracked.pageOut.swapped;
    }
    get minorFaults() {
        return this.#counts.minorFaults;
    }
    get majorFaults() {
        return this.#counts.majorFaults;
    }
    get kills() {
        return this.#counts.kills;
    }
    #segment(id) {
        return this.#pageTable.segments.all[id];
    }
    /** Bytes of a segment that are in frames. */
    residentBytes(segment) {
        return this.#segment(segment).resident * this.pageSize;
    }
    /** Bytes of a segment that are in frames or on swap: what the kernel's killer goes by. */
    usedBytes(segment) {
        const { resident, swapped } = this.#segment(segment);
        return (resident + swapped) * this.pageSize;
    }
    /** Bytes of the segment that are neither in frames nor on swap nor being read: what a fill has to provide. */
    missingBytes(segment) {
        return this.#pages.missing(segment) * this.pageSize;
    }
    /** Number of the segment's first page; its first `hotPages` follow. */
    firstPage(segment) {
        return this.#segment(segment).base;
    }
    hotPages(segment) {
        return this.#segment(segment).hot;
    }
    pagesIn(segment) {
        return this.#segment(segment).pages;
    }
    /** Frame of a page, or a negative number. */
    frameOf(page) {
        return this.#pageTable.place[page];
    }
    /** A group that may hold `limit` bytes in frames and `swapLimit` on swap. Only for what can reach its limit: pages have to be tracked from then on. */
    addGroup(limit, swapLimit) {
        this.trackPages();
        return this.#pageTable.groups.add(Math.floor(limit / this.pageSize), Math.floor(swapLimit / this.pageSize)).id;
    }
    /** The group's own segments must be gone; pages of files that it shares stay. */
    removeGroup(id) {
        const { groups, segments } = this.#pageTable;
        const group = groups.get(id);
        if (group !== undefined)
            groups.remove(group, segments);
        this.#allocator.serveWaiting();
    }
    /** A new segment with no page resident yet. Sizes in bytes. */
    create(kind, size, hot, { anonymous, pinned = false, group = ROOT }) {
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
    createFile(kind, size, options = {}) {
        this.trackPages();
        const id = this.create(kind, size, 0, { ...options, anonymous: false });
        this.#tracked.dropAll(id);
        return id;
    }
    /** Gives every page without a place a frame, waiting for reclaim where none is free; then `done(arg)`. */
    fill(id, done, arg) {
        if (this.#pages.fillAtOnce(id)) {
            this.#simulation.after(0, done, arg);
            return;
        }
        if (this.#demandPaging)
            this.trackPages();
        this.#segment(id).pending++;
        this.#allocator.request(id, done, arg, FILL, ABSENT, 0);
    }
    /** Forgets the segment and frees its frames and swap slots. Its pending requests are dropped: their `done` is never called. */
    destroy(id) {
        const segment = this.#segment(id);
        segment.alive = false;
        this.#pages.empty(id);
        this.#pageTable.segments.recycle(id);
        this.#allocator.serveWaiting(segment.pending > 0);
    }
    /** Notes a use of `page`; false if it is not resident and has to be brought in first. `write` makes it dirty. */
    touch(page, write) {
        return this.#pages.touch(page, write);
    }
    /**
     * Refers to `count` pages, one after the other, drawn uniformly from `areas` of `total` pages together; a reference to a writable page writes
     * with probability `writeShare`. Returns the page at which that ended because it is missing. Pages must be tracked.
     */
    touchUniformly(areas, total, count, writeShare, stream) {
        return this.#tracked.touchUniformly(areas, total, count, writeShare, stream);
    }
    /**
     * Fault on `page` of `segment`: brings it in, then `done(arg)`. `wanted` pages of a file from it on are read, 0 for a page of a mapped file.
     * Returns the CPU work of the fault [ns].
     */
    pageIn(segment, page, done, arg, wanted = 0) {
        return this.#tracked.pageIn(segment, page, done, arg, wanted);
    }
    /** True if who has written to a file may go on; else `done(arg)` when enough of what is dirty has been written back. */
    admitWriter(done, arg) {
        return this.#tracked.writeBack.admit(done, arg);
    }
    /** Sets up tables for every frame and page; from now on each page has its place. */
    trackPages() {
        if (this.pressured)
            return;
        this.#tracked.setUp(this.total, this.#counted.filled);
        this.#pages = this.#tracked;
        this.#allocator.pages = this.#tracked;
    }
    /** What this memory has done and holds at this instant. */
    statistics() {
        const { minorFaults, majorFaults, pagesReadAhead, kills } = this.#counts;
        const { pageOut, swap } = this.#tracked;
        const { pagesWritten, dirtyFilePages, swapped } = pageOut;
        return { minorFaults, majorFaults, pagesReadAhead, kills, pagesWritten, dirtyFilePages, swapped, slots: swap.used, free: this.free };
    }
    /** Everything counted from scratch, beside what the books say: what an audit compares (audit.ts). Takes time for each frame and page. */
    census() {
        return takeCensus(this.total, this.#pages === this.#counted ? this.#counted : undefined, this.#tracked);
    }
    /** What is still held: all zero once every segment is destroyed, every group removed, and what was under way has ended. */
    left() {
        return whatIsLeft(this.total - this.free, this.#tracked, this.#allocator.waiting.length);
    }
}
