/** Which neighbours come in with a page that is missing, as far as frames are free: read-ahead.ts says how many, here they are added to the read. */
import { MOST_PAGES } from "./page-reads.js";
import { FileReadAhead, SwapReadAhead } from "./read-ahead.js";
import { DROPPED, isSwapped, READING } from "./segment.js";
export class ReadAround {
    #options;
    #swapAhead;
    #fileAhead;
    constructor(options) {
        this.#options = options;
        this.#swapAhead = new SwapReadAhead(options.pageCluster);
        this.#fileAhead = new FileReadAhead(Math.min(MOST_PAGES, options.fileAhead), MOST_PAGES);
    }
    /** A page of `segment` that was read ahead has been used. */
    noteHit(segment) {
        if (segment.anonymous)
            this.#swapAhead.noteHit();
        else if (segment.misses > 0)
            segment.misses--;
    }
    /** Adds neighbours of the page in `slot`: those in an aligned block of slots. */
    ofSwap(read, slot) {
        const { pageTable, swap, reads } = this.#options;
        const pages = this.#swapAhead.windowAt(slot);
        if (pages === 1)
            return;
        const area = swap.areaOf(slot);
        const first = slot - (slot % pages);
        for (let each = first; each < first + pages; each++) {
            const page = area.pageIn(each);
            if (each !== slot && page >= 0 && isSwapped(pageTable.place[page]) && this.#add(read, page)) {
                reads.beginReturn(pageTable.segments.all[pageTable.owner[page]]);
            }
        }
    }
    /** Adds neighbours of `page` of a file, of which `wanted` pages from it on are asked for; 0: it is mapped. */
    ofFile(read, segment, page, wanted) {
        const { place } = this.#options.pageTable;
        const { base, pages } = segment;
        const { first, count } = this.#fileAhead.windowAt(segment, page - base, pages, wanted);
        for (let each = base + first; each < base + first + count; each++) {
            if (each !== page && place[each] === DROPPED)
                this.#add(read, each);
        }
    }
    /** Brings in one more page with the read, if there is a frame for it. */
    #add(read, page) {
        const { pageTable, reads, counts } = this.#options;
        const { place, owner, segments } = pageTable;
        const id = owner[page];
        const segment = segments.all[id];
        const frame = pageTable.takeFrame(segment.group);
        if (frame < 0)
            return false;
        segment.pending++;
        reads.add(read, id, page, frame, place[page]);
        place[page] = READING;
        counts.pagesReadAhead++;
        return true;
    }
}
