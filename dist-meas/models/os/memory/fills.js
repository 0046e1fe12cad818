import { ABSENT, DROPPED, initialState } from "./segment.js";
import { BATCH } from "./write-clusters.js";
export class Fills {
    #pageTable;
    #counts;
    constructor(pageTable, counts) {
        this.#pageTable = pageTable;
        this.#counts = counts;
    }
    /** Goes on with a fill; true when every page has a place. With others waiting it takes its turn in batches so that it can't starve a fault. */
    continue(request, isAlone) {
        const pageTable = this.#pageTable;
        const { segment: id } = request;
        const segment = pageTable.segments.all[id];
        const turn = isAlone ? segment.pages : request.cursor + BATCH;
        for (; this.#findMissing(request, segment); request.cursor++) {
            if (request.cursor >= turn)
                return false;
            const frame = pageTable.takeFrame(segment.group);
            if (frame < 0)
                return false;
            if (segment.anonymous)
                this.#counts.minorFaults++;
            pageTable.enter(id, segment.base + request.cursor, frame, initialState(segment, request.cursor));
        }
        return true;
    }
    /** Whether every page has a place already. */
    isComplete(request) {
        return !this.#findMissing(request, this.#pageTable.segments.all[request.segment]);
    }
    /** Moves the cursor of a fill on to the next page without a place; false if there is none left. */
    #findMissing(request, { base, pages }) {
        const { place } = this.#pageTable;
        for (; request.cursor < pages; request.cursor++) {
            const at = place[base + request.cursor];
            if (at === ABSENT || at === DROPPED)
                return true;
        }
        return false;
    }
}
