/** Fills of segments whose pages are tracked: every page without a place gets a frame. */
import type { FrameRequest } from "./frame-requests.ts";
import type { PageTable } from "./page-table.ts";
import type { PagingCounts } from "./paging-counts.ts";
export declare class Fills {
    #private;
    constructor(pageTable: PageTable, counts: PagingCounts);
    /** Goes on with a fill; true when every page has a place. With others waiting it takes its turn in batches so that it can't starve a fault. */
    continue(request: FrameRequest, isAlone: boolean): boolean;
    /** Whether every page has a place already. */
    isComplete(request: FrameRequest): boolean;
}
