/**
 * Takes pages out of their frames: clean ones at once, others when a write of them has ended. Pages of programs go to swap, dirty pages of files to
 * their file. Neighbouring pages share a command of up to 32.
 */
import type { Simulation } from "../../../engine/index.ts";
import type { MemoryGroup } from "./memory-group.ts";
import type { PageDevice } from "../storage/page-device.ts";
import type { PageTable } from "./page-table.ts";
import { type Segment } from "./segment.ts";
import type { SwapSpace } from "./swap-space.ts";
export interface PageOutOptions {
    readonly swap: SwapSpace;
    readonly fileDevice: PageDevice;
    /** A write has ended; frames may be free now. */
    readonly onWritten: () => void;
    /** Compressed memory has changed its need for frames. */
    readonly onStored: () => void;
}
export declare class PageOut {
    #private;
    /** Pages whose only copy is on swap. */
    swapped: number;
    /** Pages of files that differ from the disk, those being written included. */
    dirtyFilePages: number;
    pagesWritten: number;
    /** Pages being written so that their frames become free. */
    leaving: number;
    /** Commands under way. */
    commands: number;
    constructor(simulation: Simulation, pageTable: PageTable, options: PageOutOptions);
    /** Whether pages of `group` that have no copy on swap could leave. */
    hasSlotFor(group: MemoryGroup): boolean;
    /** Takes a page that has a current copy elsewhere out of its frame. */
    evict(frame: number, segment: Segment): void;
    /** Begins to write an anonymous page to swap; there must be a slot for its group. */
    swapOut(frame: number, { group }: Segment): void;
    /** Begins to write a dirty page of a file. It stays in memory; once clean it can be dropped. */
    clean(frame: number, { group }: Segment): void;
    /** Sends what has been put together. */
    flush(): void;
    /** The page in `frame` is written to: its copy is out of date. One that is being written out keeps its slot until that ends. */
    makeDirty(frame: number): void;
    /** Gives up the copy on swap of the page in `frame`. */
    dropCopy(frame: number, group: MemoryGroup): void;
    freeSlot(slot: number, group: MemoryGroup): void;
    /** Frees the slot of a page whose only copy was there. */
    freeOnlyCopy(slot: number, group: MemoryGroup): void;
    /** The owner of the page in `frame` is gone. Afterwards the frame is free, or will be when its write ends. */
    discard(frame: number, segment: Segment): void;
}
