/**
 * What is done when somebody waits for a frame and nothing that is under way will bring one. As an event of its own all are asked once more, and then
 * somebody is killed: whose memory, decides who owns the memory.
 */
import type { Simulation } from "../../../engine/index.ts";
import type { FrameRequests } from "./frame-requests.ts";
import { type GroupId } from "./memory-group.ts";
import type { MemoryGroups } from "./memory-groups.ts";
import type { Pages } from "./pages.ts";
import type { PagingCounts } from "./paging-counts.ts";
import type { SegmentTable } from "./segment.ts";
export interface Waiters {
    readonly waiting: FrameRequests;
    readonly pages: Pages;
    ask(all: boolean): void;
    serveWaiting(): void;
}
export interface OutOfMemoryOptions {
    readonly segments: SegmentTable;
    readonly groups: MemoryGroups;
    readonly counts: PagingCounts;
    /** See `MemoryOptions`. */
    readonly onOutOfMemory: (group: GroupId) => boolean;
}
export declare class OutOfMemory {
    #private;
    constructor(simulation: Simulation, waiters: Waiters, options: OutOfMemoryOptions);
    /** Looks for somebody who is stuck, and has something done about it later at this instant. */
    look(): void;
}
