/**
 * Pages that are only counted: every page of a filled segment is in memory, whatever is touched is there. A machine with memory to spare therefore
 * costs nothing per page. Without demand paging a machine stays like this: what does not fit waits for files that were read to go as a whole.
 */
import type { Pages, Relief } from "./pages.ts";
import type { PagingCounts } from "./paging-counts.ts";
import type { SegmentId, SegmentTable } from "./segment.ts";
export declare class CountedPages implements Pages {
    #private;
    free: number;
    /** Of `frames` [1], `spare` stay free. */
    constructor(segments: SegmentTable, residentByKind: Float64Array, counts: PagingCounts, frames: number, spare: number);
    get filled(): ReadonlySet<SegmentId>;
    prepare(): void;
    missing(id: SegmentId): number;
    touch(): boolean;
    fillAtOnce(id: SegmentId): boolean;
    empty(id: SegmentId): void;
    /** @throws always: nothing that was filled is missing. */
    serveFault(): boolean;
    fill({ segment }: {
        readonly segment: SegmentId;
    }): boolean;
    /** Fills differ in size: one that comes late may fit. */
    mayServe(): boolean;
    needsNoFrame(): boolean;
    reclaim(): void;
    isStuck(): boolean;
    /** Of the files that were read, the one read first goes. */
    relieve(): Relief;
}
