/** What a memory has done since its beginning [1]. */
export class PagingCounts {
    minorFaults = 0;
    majorFaults = 0;
    /** Pages that came from a device beside the one that was missing. */
    pagesReadAhead = 0;
    /** Times that somebody was killed to free memory. */
    kills = 0;
}
