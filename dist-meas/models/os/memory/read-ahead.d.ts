/** How much is read beside the page that is missing. */
/** Largest window of a sequential read of a file [B]. Source: Linux default read_ahead_kb 128. */
export declare const READ_AHEAD: number;
/**
 * Window of swap read-ahead: an aligned block of slots that grows while pages read ahead get used and shrinks to the page alone while they don't.
 * Source: Linux mm/swap_state.c, `__swapin_nr_pages`.
 */
export declare class SwapReadAhead {
    #private;
    /** `pageCluster`: the logarithm to base 2 of the largest window; Linux vm.page-cluster, default 3. */
    constructor(pageCluster: number);
    /** A page that was read ahead has been used. */
    noteHit(): void;
    /** Slots to read at a fault on `slot`: a power of two, the block aligned to it. */
    windowAt(slot: number): number;
}
/** What a file remembers of its latest faults. */
export interface FileHistory {
    /** Last page of the latest read. */
    lastRead: number;
    /** Reads in a row that reading around the page did not help. */
    misses: number;
}
/** First page and number of pages to read. */
export interface PageWindow {
    readonly first: number;
    readonly count: number;
}
/**
 * Window of a fault on a file: ahead where pages are used in order; else what a read asks for, or around the page of a mapped file, and the page alone
 * once that has not helped many times. Source: Linux mm/filemap.c, `do_sync_mmap_readahead`.
 */
export declare class FileReadAhead {
    #private;
    /** `most` [pages]: read-ahead at most; `limit` [pages]: any read at most. */
    constructor(most: number, limit: number);
    /**
     * What to read at a fault on page `page` of a file of `pages` pages; `wanted` pages from it on are asked for, 0: the file is mapped.
     * The file's history goes on from there. The result holds until the next call.
     */
    windowAt(history: FileHistory, page: number, pages: number, wanted: number): PageWindow;
}
