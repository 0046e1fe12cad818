/** What a memory is told when it is made, and a segment of it. */
import type { PagingSpec } from "../spec.ts";
import type { PageDevice } from "../storage/page-device.ts";
import type { GroupId } from "./memory-group.ts";
/** Of the paging policy what is left out is as Linux has it. */
export interface MemoryOptions extends Partial<PagingSpec> {
    readonly frames: number;
    /** [B] */
    readonly pageSize: number;
    /** Without it whatever does not fit at once waits for somebody to be killed. Default true. */
    readonly demandPaging?: boolean;
    /** Where anonymous pages go, the area with the highest priority first; none: they can't be reclaimed. */
    readonly swap: readonly {
        readonly device: PageDevice;
        readonly pages: number;
    }[];
    /** Where file pages are read from. */
    readonly fileDevice: PageDevice;
    /** CPU work of a fault without and with a device, the wait excluded [ns]; default 0. */
    readonly minorFault?: number;
    readonly majorFault?: number;
    /** Must free memory of `group` (0: of anybody) by destroying segments; false if there is nothing left to kill. Called as an event of its own. */
    readonly onOutOfMemory: (group: GroupId) => boolean;
}
export interface SegmentOptions {
    readonly anonymous: boolean;
    readonly pinned?: boolean;
    /** Group that is charged; default 0. */
    readonly group?: GroupId | undefined;
}
