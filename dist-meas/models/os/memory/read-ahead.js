/** How much is read beside the page that is missing. */
/** Largest window of a sequential read of a file [B]. Source: Linux default read_ahead_kb 128. */
export const READ_AHEAD = 128 * 1024;
/** Page faults on a file that read-around has not helped, after which it is given up. Source: Linux mm/filemap.c, MMAP_LOTSAMISS. */
const LOTS_OF_MISSES = 100;
/**
 * Window of swap read-ahead: an aligned block of slots that grows while pages read ahead get used and shrinks to the page alone while they don't.
 * Source: Linux mm/swap_state.c, `__swapin_nr_pages`.
 */
export class SwapReadAhead {
    #most;
    #hits = 0;
    #previousSlot = -2;
    #previousWindow = 1;
    /** `pageCluster`: the logarithm to base 2 of the largest window; Linux vm.page-cluster, default 3. */
    constructor(pageCluster) {
        this.#most = 1 << pageCluster;
    }
    /** A page that was read ahead has been used. */
    noteHit() {
        this.#hits++;
    }
    /** Slots to read at a fault on `slot`: a power of two, the block aligned to it. */
    windowAt(slot) {
        if (this.#most === 1)
            return 1;
        let window = this.#hits + 2;
        if (window === 2) {
            const isNeighbour = slot === this.#previousSlot + 1 || slot === this.#previousSlot - 1;
            if (!isNeighbour)
                window = 1;
        }
        else {
            let power = 4;
            while (power < window)
                power *= 2;
            window = power;
        }
        window = Math.max(Math.min(window, this.#most), this.#previousWindow >> 1);
        if (this.#hits === 0)
            this.#previousSlot = slot;
        this.#hits = 0;
        this.#previousWindow = window;
        return window;
    }
}
/**
 * Window of a fault on a file: ahead where pages are used in order; else what a read asks for, or around the page of a mapped file, and the page alone
 * once that has not helped many times. Source: Linux mm/filemap.c, `do_sync_mmap_readahead`.
 */
export class FileReadAhead {
    #most;
    #limit;
    /** Used again for every fault. */
    #window = { first: 0, count: 0 };
    /** `most` [pages]: read-ahead at most; `limit` [pages]: any read at most. */
    constructor(most, limit) {
        this.#most = most;
        this.#limit = limit;
    }
    /**
     * What to read at a fault on page `page` of a file of `pages` pages; `wanted` pages from it on are asked for, 0: the file is mapped.
     * The file's history goes on from there. The result holds until the next call.
     */
    windowAt(history, page, pages, wanted) {
        const window = this.#window;
        if (page === history.lastRead + 1)
            this.#setWindow(page, this.#most, pages);
        else if (wanted > 0)
            this.#setWindow(page, wanted, pages);
        else
            this.#setAround(history, page, pages);
        history.lastRead = window.first + window.count - 1;
        return window;
    }
    #setWindow(first, count, pages) {
        this.#window.first = first;
        this.#window.count = Math.min(count, pages - first, this.#limit);
    }
    #setAround(history, page, pages) {
        if (history.misses <= 10 * LOTS_OF_MISSES)
            history.misses++;
        if (history.misses > LOTS_OF_MISSES)
            return this.#setWindow(page, 1, pages);
        const first = Math.max(0, Math.min(page - (this.#most >> 1), pages - this.#most));
        this.#setWindow(first, this.#most, pages);
    }
}
