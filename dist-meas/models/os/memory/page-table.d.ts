import { FrameTable } from "./frames.ts";
import type { MemoryGroup } from "./memory-group.ts";
import { MemoryGroups } from "./memory-groups.ts";
import { type Segment, type SegmentId, SegmentTable } from "./segment.ts";
export declare class PageTable {
    #private;
    frames: FrameTable;
    /** Place of each page: its frame, or why it is in none (see segment.ts). */
    place: Int32Array<ArrayBuffer>;
    /** Segment of each page. */
    owner: Int32Array<ArrayBuffer>;
    readonly segments: SegmentTable;
    /** Frames by kind of content. */
    readonly residentByKind: Float64Array<ArrayBuffer>;
    /** Frames with pages of files. */
    filePages: number;
    readonly groups: MemoryGroups;
    /** Sets up tables for `total` frames; from then on every page has its place. */
    setUp(total: number): void;
    /** Prepares the page range of a segment that was just created. */
    prepare(id: SegmentId): void;
    segmentOf(frame: number): Segment;
    /** A frame for a page that is charged to `group`, or -1 if none is free or the group is at its limit. */
    takeFrame(group: MemoryGroup): number;
    /** Puts `page` of segment `id` into `frame`, which has been charged already. */
    enter(id: SegmentId, page: number, frame: number, state: number): void;
    /** Puts `count` pages of segment `id` from `page` on into as many frames in a row; they have been charged already. */
    enterRun(id: SegmentId, page: number, count: number, state: number): void;
    /** Takes the page in `frame` out; the frame is neither free nor charged any more, and the caller says where the page is now. */
    leave(segment: Segment, frame: number): void;
}
