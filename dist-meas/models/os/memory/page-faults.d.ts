/**
 * Faults on pages that are in no frame. A fault asks for a frame; with it, a page that was never filled or is in compressed memory comes at once, any
 * other by a read, which brings neighbours along (read-around.ts). Who faults on a page that is being read waits for that read.
 */
import type { HandlerId, Simulation } from "../../../engine/index.ts";
import type { FrameAllocator } from "./frame-allocator.ts";
import type { FrameRequest } from "./frame-requests.ts";
import type { PageDevice } from "../storage/page-device.ts";
import type { PageReads } from "./page-reads.ts";
import type { PageTable } from "./page-table.ts";
import type { PagingCounts } from "./paging-counts.ts";
import type { ReadAround } from "./read-around.ts";
import type { Reclaim } from "./reclaim.ts";
import { type SegmentId } from "./segment.ts";
import type { SwapSpace } from "./swap-space.ts";
/** CPU work of a fault without and with a device, the wait excluded [ns]. */
export interface FaultWork {
    readonly minor: number;
    readonly major: number;
}
export interface PageFaultsOptions {
    readonly pageTable: PageTable;
    readonly swap: SwapSpace;
    readonly fileDevice: PageDevice;
    readonly reads: PageReads;
    readonly readAround: ReadAround;
    readonly reclaim: Reclaim;
    readonly counts: PagingCounts;
    readonly work: FaultWork;
    readonly allocator: FrameAllocator;
}
export declare class PageFaults {
    #private;
    constructor(simulation: Simulation, options: PageFaultsOptions);
    /** Brings in `page` of segment `id`, then `done(arg)`; see `Memory.pageIn`. Returns the CPU work [ns]. */
    pageIn(id: SegmentId, page: number, done: HandlerId, arg: number, wanted: number): number;
    /** True when the fault needs no frame any more. */
    serve(request: FrameRequest): boolean;
}
