/** What a memory has done since its beginning [1]. */
export declare class PagingCounts {
    minorFaults: number;
    majorFaults: number;
    /** Pages that came from a device beside the one that was missing. */
    pagesReadAhead: number;
    /** Times that somebody was killed to free memory. */
    kills: number;
}
