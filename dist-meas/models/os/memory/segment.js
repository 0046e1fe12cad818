/** Segments of memory and the places that their pages can be in. */
import { DIRTY, PINNED, REFERENCED } from "./frames.js";
/** Places of a page that is in no frame. */
export const ABSENT = -1; // never filled
export const DROPPED = -2; // clean copy in its file
export const READING = -3;
const FIRST_SLOT = -4;
/** Place of a page whose only copy is in this slot of the swap space, and the slot of such a place. */
export const swappedTo = (slot) => FIRST_SLOT - slot;
export const slotOf = (place) => FIRST_SLOT - place;
export const isSwapped = (place) => place <= FIRST_SLOT;
export class Segment {
    kind;
    pages;
    hot;
    anonymous;
    pinned;
    group;
    /** Number of the first page. */
    base;
    /** Reads and fills under way; the page numbers are used again only when there are none. */
    pending = 0;
    /** Frames taken for reads under way. */
    held = 0;
    alive = true;
    filled = false;
    resident = 0;
    /** Pages whose only copy is on swap. */
    swapped = 0;
    /** Last page of the file's latest read, and reads in a row that read-around did not help (see read-ahead.ts). */
    lastRead = -1;
    misses = 0;
    constructor({ kind, pages, hot, anonymous, pinned, group }, base) {
        this.kind = kind;
        this.pages = pages;
        this.hot = hot;
        this.anonymous = anonymous;
        this.pinned = pinned;
        this.group = group;
        this.base = base;
    }
}
/** State of a page that was just filled: memory of programs has no copy anywhere, pages in constant use have been referred to. */
export function initialState(segment, index) {
    return (segment.anonymous ? DIRTY : 0) | (segment.pinned ? PINNED : 0) | (index < segment.hot ? REFERENCED : 0);
}
/** All segments; numbers and page ranges of those that are gone are used again. */
export class SegmentTable {
    all = [];
    pageCount = 0;
    #spare = new Map();
    add(spec) {
        const spare = this.#spare.get(spec.pages)?.pop();
        if (spare !== undefined) {
            this.all[spare] = new Segment(spec, this.all[spare].base);
            return spare;
        }
        const segment = new Segment(spec, this.pageCount);
        this.pageCount += spec.pages;
        return this.all.push(segment) - 1;
    }
    /** Frees the number and the page range of a segment that is gone, once nothing of it is under way. */
    recycle(id) {
        const { alive, pending, pages } = this.all[id];
        if (alive || pending > 0)
            return;
        const spares = this.#spare.get(pages);
        if (spares)
            spares.push(id);
        else
            this.#spare.set(pages, [id]);
    }
    /** Something of the segment that was under way has ended. */
    endPending(id) {
        this.all[id].pending--;
        this.recycle(id);
    }
}
