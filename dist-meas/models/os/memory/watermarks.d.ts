/**
 * Keeps frames free: reclaim begins below a low watermark and goes on to a high one, in batches. Frames that will be free when their writes end count
 * as free. A group at its limit that somebody waits in makes room inside it.
 * Source: Linux admin-guide/sysctl/vm.rst (`watermark_scale_factor`: gap 0.1 %), admin-guide/cgroup-v2.rst (limits).
 */
import type { FrameRequests } from "./frame-requests.ts";
import type { PageOut } from "./page-out.ts";
import type { PageTable } from "./page-table.ts";
import type { Reclaim } from "./reclaim.ts";
/** Low watermark of a machine with `frames` [1]; without demand paging no frame is kept free. */
export declare const lowWatermark: (frames: number, demandPaging: boolean) => number;
/** Which pages leave, and when, in words. */
export declare const PAGE_REPLACEMENT: string;
export declare class Watermarks {
    #private;
    constructor(pageTable: PageTable, pageOut: PageOut, reclaim: Reclaim, low: number);
    /** Reclaims if frames are short or somebody waits. */
    keep(waiting: FrameRequests): void;
}
