import { DIRTY, HAS_SLOT, REFERENCED, UNMAPPED, WRITEBACK } from "./frames.js";
import { DROPPED, swappedTo } from "./segment.js";
import { Zram } from "./zram.js";
import { BATCH, WriteClusters } from "./write-clusters.js";
const NONE = -1;
export class PageOut {
    /** Pages whose only copy is on swap. */
    swapped = 0;
    /** Pages of files that differ from the disk, those being written included. */
    dirtyFilePages = 0;
    pagesWritten = 0;
    /** Pages being written so that their frames become free. */
    leaving = 0;
    /** Commands under way. */
    commands = 0;
    #pageTable;
    #options;
    #clusters = new WriteClusters();
    #done;
    /** Cluster being put together, and what would continue it: the next slot of swap, or page of a file. */
    #open = NONE;
    #continuation = NONE;
    constructor(simulation, pageTable, options) {
        this.#pageTable = pageTable;
        this.#options = options;
        this.#done = simulation.on("memory: cluster written", (cluster) => this.#finish(cluster));
    }
    /** Whether pages of `group` that have no copy on swap could leave. */
    hasSlotFor(group) {
        return group.slots < group.swapLimit && this.#options.swap.target !== undefined;
    }
    /** Takes a page that has a current copy elsewhere out of its frame. */
    evict(frame, segment) {
        const { frames, place } = this.#pageTable;
        const page = frames.page[frame];
        if (segment.anonymous) {
            place[page] = swappedTo(frames.slot[frame]);
            this.swapped++;
            segment.swapped++;
            segment.group.copies--;
        }
        else
            place[page] = DROPPED;
        this.#pageTable.leave(segment, frame);
        frames.give(frame);
    }
    /** Begins to write an anonymous page to swap; there must be a slot for its group. */
    swapOut(frame, { group }) {
        const { frames } = this.#pageTable;
        const area = this.#options.swap.target;
        if (area === undefined)
            throw new Error("swap is full");
        const slot = area.take(frames.page[frame]);
        group.slots++;
        frames.slot[frame] = slot;
        frames.state[frame] = (frames.state[frame] & ~DIRTY) | WRITEBACK | HAS_SLOT | UNMAPPED;
        this.leaving++;
        this.#add(frame, slot, area.device, true, group);
    }
    /** Begins to write a dirty page of a file. It stays in memory; once clean it can be dropped. */
    clean(frame, { group }) {
        const { frames } = this.#pageTable;
        frames.state[frame] = (frames.state[frame] & ~DIRTY) | WRITEBACK;
        this.#add(frame, frames.page[frame], this.#options.fileDevice, false, group);
    }
    /** Sends what has been put together. */
    flush() {
        if (this.#open === NONE)
            return;
        const cluster = this.#clusters.get(this.#open);
        this.commands++;
        this.pagesWritten += cluster.length;
        cluster.device.write(cluster.frames, cluster.length, this.#done, this.#open);
        this.#open = NONE;
    }
    /** The page in `frame` is written to: its copy is out of date. One that is being written out keeps its slot until that ends. */
    makeDirty(frame) {
        const { state } = this.#pageTable.frames;
        const bits = state[frame];
        state[frame] = bits | DIRTY;
        const segment = this.#pageTable.segmentOf(frame);
        if (!segment.anonymous) {
            if ((bits & WRITEBACK) === 0)
                this.dirtyFilePages++;
        }
        else if ((bits & (HAS_SLOT | WRITEBACK)) === HAS_SLOT)
            this.dropCopy(frame, segment.group);
    }
    /** Gives up the copy on swap of the page in `frame`. */
    dropCopy(frame, group) {
        const { frames } = this.#pageTable;
        frames.state[frame] = (frames.state[frame] & ~HAS_SLOT) | DIRTY;
        group.copies--;
        this.freeSlot(frames.slot[frame], group);
    }
    freeSlot(slot, group) {
        this.#options.swap.areaOf(slot).give(slot);
        group.slots--;
    }
    /** Frees the slot of a page whose only copy was there. */
    freeOnlyCopy(slot, group) {
        const { zram } = this.#options.swap.areaOf(slot);
        this.freeSlot(slot, group);
        if (zram === undefined)
            return;
        zram.stored--;
        this.#options.onStored();
    }
    /** The owner of the page in `frame` is gone. Afterwards the frame is free, or will be when its write ends. */
    discard(frame, segment) {
        const { frames } = this.#pageTable;
        const bits = frames.state[frame];
        if (bits & HAS_SLOT) {
            if ((bits & WRITEBACK) === 0)
                segment.group.copies--;
            this.freeSlot(frames.slot[frame], segment.group);
        }
        if (!segment.anonymous && bits & (DIRTY | WRITEBACK))
            this.dirtyFilePages--;
        this.#pageTable.leave(segment, frame);
        if (bits & WRITEBACK)
            frames.orphan(frame);
        else
            frames.give(frame);
    }
    #add(frame, position, device, leaves, group) {
        if (this.#open !== NONE) {
            const cluster = this.#clusters.get(this.#open);
            const continues = position === this.#continuation && cluster.device === device && cluster.leaves === leaves && cluster.group === group;
            if (!continues || cluster.length === BATCH)
                this.flush();
        }
        if (this.#open === NONE)
            this.#open = this.#clusters.open(device, leaves, group);
        this.#clusters.add(this.#open, frame);
        this.#continuation = position + 1;
        group.writing++;
    }
    #finish(index) {
        const cluster = this.#clusters.get(index);
        const { frames } = this.#pageTable;
        const { state } = frames;
        this.commands--;
        const zram = cluster.device instanceof Zram ? cluster.device : undefined;
        cluster.group.writing -= cluster.length;
        if (cluster.leaves)
            this.leaving -= cluster.length;
        for (let k = 0; k < cluster.length; k++) {
            const frame = cluster.frames[k];
            const bits = state[frame] & ~WRITEBACK;
            state[frame] = bits;
            if (!frames.isOwned(frame)) {
                frames.give(frame);
                continue;
            }
            const segment = this.#pageTable.segmentOf(frame);
            if (!segment.anonymous) {
                if ((bits & DIRTY) === 0)
                    this.dirtyFilePages--;
                continue;
            }
            segment.group.copies++;
            if ((bits & (DIRTY | REFERENCED)) === 0) {
                this.evict(frame, segment);
                if (zram !== undefined)
                    zram.stored++;
            }
            else if (bits & DIRTY || zram !== undefined)
                this.dropCopy(frame, segment.group);
        }
        this.#clusters.close(index);
        if (zram !== undefined)
            this.#options.onStored();
        this.#options.onWritten();
    }
}
