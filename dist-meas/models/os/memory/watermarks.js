import { BATCH } from "./write-clusters.js";
/** Of so many frames one is kept free. */
const GAP = 1000;
/** Low watermark of a machine with `frames` [1]; without demand paging no frame is kept free. */
export const lowWatermark = (frames, demandPaging) => (demandPaging ? Math.ceil(frames / GAP) : 0);
/** Which pages leave, and when, in words. */
export const PAGE_REPLACEMENT = [
    "clock (second chance), memory of programs and pages of files balanced by swappiness",
    `reclaim from ${100 / GAP} % to ${200 / GAP} % free frames, in batches of ${BATCH}`,
].join("; ");
export class Watermarks {
    #pageTable;
    #pageOut;
    #reclaim;
    #low;
    #high;
    constructor(pageTable, pageOut, reclaim, low) {
        this.#pageTable = pageTable;
        this.#pageOut = pageOut;
        this.#reclaim = reclaim;
        this.#low = low;
        this.#high = 2 * low;
    }
    /** Reclaims if frames are short or somebody waits. */
    keep(waiting) {
        const { groups } = this.#pageTable;
        const isWaitedFor = waiting.length > 0;
        if (this.#freeSoon < this.#low || isWaitedFor) {
            let found = true;
            while (found && this.#freeSoon < this.#high)
                found = this.#reclaim.fromAll();
        }
        if (isWaitedFor && groups.count > 1)
            waiting.find(this.#makeRoom);
    }
    get #freeSoon() {
        return this.#pageTable.frames.free + this.#pageOut.leaving;
    }
    /** In the group of the request, if that is at its limit; never found. */
    #makeRoom = ({ segment }) => {
        const { group } = this.#pageTable.segments.all[segment];
        if (group.isFull)
            this.#reclaim.makeRoom(group);
        return false;
    };
}
