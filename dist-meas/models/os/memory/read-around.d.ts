/** Which neighbours come in with a page that is missing, as far as frames are free: read-ahead.ts says how many, here they are added to the read. */
import { type PageReads } from "./page-reads.ts";
import type { PageTable } from "./page-table.ts";
import type { PagingCounts } from "./paging-counts.ts";
import { type Segment } from "./segment.ts";
import type { SwapSpace } from "./swap-space.ts";
export interface ReadAroundOptions {
    readonly pageTable: PageTable;
    readonly swap: SwapSpace;
    readonly reads: PageReads;
    readonly counts: PagingCounts;
    /** Logarithm to base 2 of the largest swap read-ahead. */
    readonly pageCluster: number;
    /** File read-ahead at most [pages]. */
    readonly fileAhead: number;
}
export declare class ReadAround {
    #private;
    constructor(options: ReadAroundOptions);
    /** A page of `segment` that was read ahead has been used. */
    noteHit(segment: Segment): void;
    /** Adds neighbours of the page in `slot`: those in an aligned block of slots. */
    ofSwap(read: number, slot: number): void;
    /** Adds neighbours of `page` of a file, of which `wanted` pages from it on are asked for; 0: it is mapped. */
    ofFile(read: number, segment: Segment, page: number, wanted: number): void;
}
