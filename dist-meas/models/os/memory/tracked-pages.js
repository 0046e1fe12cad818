import { DEFAULT_PAGING } from "../spec.js";
import { MEMORY_KINDS } from "../../vocabulary.js";
import { Fills } from "./fills.js";
import { AHEAD, DIRTY, REFERENCED, UNMAPPED } from "./frames.js";
import { PageFaults } from "./page-faults.js";
import { PageOut } from "./page-out.js";
import { PageReads } from "./page-reads.js";
import { READ_AHEAD } from "./read-ahead.js";
import { ReadAround } from "./read-around.js";
import { Reclaim } from "./reclaim.js";
import { noMissingPage } from "./references.js";
import { ABSENT, DROPPED, initialState, isSwapped, slotOf } from "./segment.js";
import { SwapSpace } from "./swap-space.js";
import { Watermarks } from "./watermarks.js";
import { WriteBack } from "./write-back.js";
const ZRAM = MEMORY_KINDS.indexOf("zram");
export class TrackedPages {
    pageTable;
    swap;
    pageOut;
    writeBack;
    reads;
    #faults;
    #fills;
    #readAround;
    #watermarks;
    #counts;
    #missing = noMissingPage();
    /** Below `low` free frames [1] reclaim begins. */
    constructor(simulation, pageTable, counts, low, options, allocator) {
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
    setUp(frames, filled) {
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
    get free() {
        return this.pageTable.frames.free;
    }
    prepare(id) {
        this.pageTable.prepare(id);
    }
    /** All pages of the segment are in its file. */
    dropAll(id) {
        const { place, segments } = this.pageTable;
        const segment = segments.all[id];
        place.fill(DROPPED, segment.base, segment.base + segment.pages);
        segment.filled = true;
    }
    missing(id) {
        const { place, segments } = this.pageTable;
        const { base, pages } = segments.all[id];
        let missing = 0;
        for (let page = base; page < base + pages; page++)
            if (place[page] === ABSENT || place[page] === DROPPED)
                missing++;
        return missing;
    }
    empty(id) {
        const { place, segments } = this.pageTable;
        const segment = segments.all[id];
        for (let page = segment.base; page < segment.base + segment.pages; page++) {
            const at = place[page];
            place[page] = ABSENT;
            if (at >= 0)
                this.pageOut.discard(at, segment);
            else if (isSwapped(at)) {
                this.pageOut.swapped--;
                this.pageOut.freeOnlyCopy(slotOf(at), segment.group);
            } // the slot of a page that is being read goes when the read ends
        }
    }
    touch(page, write) {
        const frame = this.pageTable.place[page];
        if (frame < 0)
            return false;
        const { state } = this.pageTable.frames;
        const bits = state[frame];
        if ((bits & UNMAPPED) !== 0)
            this.#map(frame);
        if (write && (bits & DIRTY) === 0)
            this.#write(frame, page);
        if ((bits & REFERENCED) === 0)
            state[frame] |= REFERENCED;
        return true;
    }
    /** See `Memory.touchUniformly`. */
    touchUniformly(areas, total, count, writeShare, stream) {
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
            if ((bits & UNMAPPED) !== 0)
                this.#map(frame);
            if (write && (bits & DIRTY) === 0 && area.writable)
                this.#write(frame, page);
            if ((bits & REFERENCED) === 0)
                state[frame] |= REFERENCED;
        }
        return undefined;
    }
    /** Minor fault: the page is there, but not in the page table of the program. */
    #map(frame) {
        const { state } = this.pageTable.frames;
        this.#counts.minorFaults++;
        if ((state[frame] & AHEAD) !== 0)
            this.#readAround.noteHit(this.pageTable.segmentOf(frame));
        state[frame] &= ~(UNMAPPED | AHEAD);
    }
    #write(frame, page) {
        this.pageOut.makeDirty(frame);
        if (!this.pageTable.segmentOf(frame).anonymous)
            this.writeBack.note(page);
    }
    /** See `Memory.pageIn`. */
    pageIn(id, page, done, arg, wanted) {
        return this.#faults.pageIn(id, page, done, arg, wanted);
    }
    serveFault(request) {
        return this.#faults.serve(request);
    }
    fillAtOnce() {
        return false;
    }
    fill(request, isAlone) {
        return this.#fills.continue(request, isAlone);
    }
    needsNoFrame(request) {
        return request.page < 0 && this.#fills.isComplete(request);
    }
    /** Without a free frame nobody's turn has come; with limits all are asked. */
    mayServe() {
        return this.pageTable.frames.free > 0 || this.pageTable.groups.count > 1;
    }
    reclaim(waiting) {
        this.#watermarks.keep(waiting);
    }
    isStuck(request) {
        const { alive, group } = this.pageTable.segments.all[request.segment];
        if (!alive)
            return true;
        if (group.isFull)
            return group.writing === 0 && group.reading === 0;
        return this.free > 0 || (this.pageOut.commands === 0 && this.reads.held === 0);
    }
    /** With a free frame, clean pages were freed on the spot, or a fill only waits for its next turn. */
    relieve(group) {
        return !group.isFull && this.free > 0 ? "later" : "none";
    }
    #resizePools() {
        const { frames, residentByKind } = this.pageTable;
        for (const { zram } of this.swap.areas)
            if (zram !== undefined)
                residentByKind[ZRAM] += zram.resize(frames);
    }
}
