export class CountedPages {
    free;
    #segments;
    #residentByKind;
    #counts;
    #spare;
    /** Filled segments in the order of their filling. */
    #filled = new Set();
    /** Of `frames` [1], `spare` stay free. */
    constructor(segments, residentByKind, counts, frames, spare) {
        this.#segments = segments;
        this.#residentByKind = residentByKind;
        this.#counts = counts;
        this.free = frames;
        this.#spare = spare;
    }
    get filled() {
        return this.#filled;
    }
    prepare() {
        // A segment without pages takes nothing.
    }
    missing(id) {
        const { pages, resident } = this.#segments.all[id];
        return pages - resident;
    }
    touch() {
        return true;
    }
    fillAtOnce(id) {
        const segment = this.#segments.all[id];
        const missing = this.missing(id);
        if (this.free - missing < this.#spare)
            return false;
        this.free -= missing;
        if (segment.anonymous)
            this.#counts.minorFaults += missing;
        segment.resident = segment.pages;
        segment.filled = true;
        this.#residentByKind[segment.kind] += missing;
        this.#filled.add(id);
        return true;
    }
    empty(id) {
        const segment = this.#segments.all[id];
        this.#filled.delete(id);
        this.free += segment.resident;
        this.#residentByKind[segment.kind] -= segment.resident;
        segment.resident = 0;
        segment.filled = false;
    }
    /** @throws always: nothing that was filled is missing. */
    serveFault() {
        throw new Error("a page is missing while pages are only counted");
    }
    fill({ segment }) {
        return this.fillAtOnce(segment);
    }
    /** Fills differ in size: one that comes late may fit. */
    mayServe() {
        return true;
    }
    needsNoFrame() {
        return false;
    }
    reclaim() {
        // Nothing goes page by page.
    }
    isStuck() {
        return true;
    }
    /** Of the files that were read, the one read first goes. */
    relieve() {
        for (const id of this.#filled) {
            const { anonymous, resident } = this.#segments.all[id];
            if (anonymous || resident === 0)
                continue;
            this.empty(id);
            return "now";
        }
        return "none";
    }
}
