import { AHEAD, HAS_SLOT, REFERENCED, UNMAPPED } from "./frames.js";
import { PageWaiters } from "./page-waiters.js";
import { isSwapped, slotOf } from "./segment.js";
/** Pages that one read brings at most. */
export const MOST_PAGES = 32;
export class PageReads {
    /** Frames held by reads under way. */
    held = 0;
    /** Slots of pages that are on their way back. */
    comingBack = 0;
    waiters;
    #options;
    #done;
    #reads = [];
    #free = [];
    constructor(simulation, options) {
        this.waiters = new PageWaiters(simulation);
        this.#options = options;
        this.#done = simulation.on("memory: pages read", (read) => this.#finish(read));
    }
    /** Number of a read without pages. */
    open() {
        const free = this.#free.pop();
        if (free !== undefined) {
            this.#reads[free].length = 0;
            return free;
        }
        const column = () => new Int32Array(MOST_PAGES);
        return this.#reads.push({ pages: column(), frames: column(), segments: column(), slots: column(), length: 0 }) - 1;
    }
    /** Adds a page, which was in `place`, and the frame that it will be in. Its segment's `pending` counts it already. */
    add(read, id, page, frame, place) {
        const segment = this.#options.pageTable.segments.all[id];
        this.held++;
        segment.held++;
        segment.group.reading++;
        const { pages, frames, segments, slots, length } = this.#reads[read];
        pages[length] = page;
        frames[length] = frame;
        segments[length] = id;
        slots[length] = isSwapped(place) ? slotOf(place) : -1;
        this.#reads[read].length++;
    }
    /** Hands the read, of one page at least, to the device. */
    start(read, device) {
        const { frames, length } = this.#reads[read];
        device.read(frames, length, this.#done, read);
    }
    /** The only copy of a page of `segment` is wanted back from swap. */
    beginReturn(segment) {
        this.#options.pageOut.swapped--;
        segment.swapped--;
        this.comingBack++;
    }
    /** A page has come back, or is not wanted any more, without a read: its slot is free. */
    endReturn(slot, group) {
        this.comingBack--;
        this.#options.pageOut.freeOnlyCopy(slot, group);
    }
    #finish(index) {
        const { pages, frames, segments, slots, length } = this.#reads[index];
        for (let k = 0; k < length; k++)
            this.#finishPage(pages[k], frames[k], segments[k], slots[k]);
        this.#free.push(index);
        this.#options.allocator.serveWaiting();
    }
    #finishPage(page, frame, id, slot) {
        const { pageTable, pageOut } = this.#options;
        const segment = pageTable.segments.all[id];
        const { group } = segment;
        this.held--;
        segment.held--;
        group.reading--;
        if (slot >= 0)
            this.comingBack--;
        if (segment.alive) {
            const isWanted = this.waiters.wake(page);
            pageTable.enter(id, page, frame, isWanted ? REFERENCED : UNMAPPED | AHEAD);
            if (slot >= 0)
                this.#keepSlot(frame, slot, group);
        }
        else {
            if (slot >= 0)
                pageOut.freeSlot(slot, group);
            this.waiters.forget(page);
            group.charged--;
            pageTable.frames.give(frame);
        }
        pageTable.segments.endPending(id);
    }
    /** A page read back keeps its copy, and leaves again without a write, while swap is at most half full. Source: Linux `vm_swap_full`. */
    #keepSlot(frame, slot, group) {
        const { pageTable, pageOut, swap } = this.#options;
        const { frames } = pageTable;
        frames.slot[frame] = slot;
        frames.state[frame] |= HAS_SLOT;
        group.copies++;
        if (2 * swap.used > swap.size)
            pageOut.dropCopy(frame, group);
    }
}
