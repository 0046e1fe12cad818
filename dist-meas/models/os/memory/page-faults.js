import { DIRTY, REFERENCED } from "./frames.js";
import { ABSENT, isSwapped, READING, slotOf } from "./segment.js";
export class PageFaults {
    #simulation;
    #options;
    constructor(simulation, options) {
        this.#simulation = simulation;
        this.#options = options;
    }
    /** Brings in `page` of segment `id`, then `done(arg)`; see `Memory.pageIn`. Returns the CPU work [ns]. */
    pageIn(id, page, done, arg, wanted) {
        const { pageTable, reads, counts, allocator } = this.#options;
        const place = pageTable.place[page];
        if (place === ABSENT)
            counts.minorFaults++;
        else
            counts.majorFaults++;
        if (place === READING)
            reads.waiters.add(page, done, arg);
        else {
            this.#setOff(id, page, place);
            allocator.request(id, done, arg, page, place, wanted);
        }
        return this.#workFrom(place);
    }
    /** The page is on its way from now on. */
    #setOff(id, page, from) {
        const { pageTable, reads } = this.#options;
        const segment = pageTable.segments.all[id];
        pageTable.place[page] = READING;
        segment.pending++;
        if (isSwapped(from))
            reads.beginReturn(segment);
    }
    /** CPU work of bringing in a page from its place; of one that is being read already, that of a device [ns]. */
    #workFrom(place) {
        const { swap, work } = this.#options;
        if (place === ABSENT)
            return work.minor;
        const zram = isSwapped(place) ? swap.areaOf(slotOf(place)).zram : undefined;
        return zram === undefined ? work.major : work.minor + zram.options.decompress;
    }
    /** True when the fault needs no frame any more. */
    serve(request) {
        const { pageTable, swap, fileDevice } = this.#options;
        const { segment: id, place } = request;
        const segment = pageTable.segments.all[id];
        if (!segment.alive) {
            this.#abandon(request, segment);
            return true;
        }
        const frame = pageTable.takeFrame(segment.group);
        if (frame < 0)
            return false;
        const area = isSwapped(place) ? swap.areaOf(slotOf(place)) : undefined;
        if (place === ABSENT || area?.zram !== undefined)
            this.#enter(request, segment, frame);
        else
            this.#read(request, segment, frame, area?.device ?? fileDevice);
        return true;
    }
    /** Nobody needs the page any more. */
    #abandon({ segment: id, page, place }, { group }) {
        const { pageTable, reads } = this.#options;
        if (isSwapped(place))
            reads.endReturn(slotOf(place), group);
        reads.waiters.forget(page);
        pageTable.segments.endPending(id);
    }
    /** The page comes without a device. */
    #enter({ segment: id, page, place, done, arg }, segment, frame) {
        const { pageTable, reads } = this.#options;
        if (isSwapped(place))
            reads.endReturn(slotOf(place), segment.group);
        pageTable.enter(id, page, frame, REFERENCED | (segment.anonymous ? DIRTY : 0));
        reads.waiters.wake(page);
        this.#simulation.after(0, done, arg);
        pageTable.segments.endPending(id);
    }
    #read({ segment: id, page, place, done, arg, wanted }, segment, frame, device) {
        const { reads, readAround, reclaim } = this.#options;
        const read = reads.open();
        reads.waiters.add(page, done, arg);
        reads.add(read, id, page, frame, place);
        if (isSwapped(place))
            readAround.ofSwap(read, slotOf(place));
        else
            readAround.ofFile(read, segment, page, wanted);
        reclaim.noteRefault(segment.group, segment.anonymous);
        reads.start(read, device);
    }
}
