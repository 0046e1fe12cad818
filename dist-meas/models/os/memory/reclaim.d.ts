import type { MemoryGroup } from "./memory-group.ts";
import type { PageOut } from "./page-out.ts";
import type { PageTable } from "./page-table.ts";
export declare class Reclaim {
    #private;
    /** `swappiness`: 0 (pages of programs only when no file pages are left) to 200. */
    constructor(pageTable: PageTable, pageOut: PageOut, swappiness: number);
    /** Takes up to a batch of pages of all groups, which take turns in proportion to their size; false if there was none to take. */
    fromAll(): boolean;
    /** Takes up to a batch of pages of `group`; false if two rounds found none. */
    from(group: MemoryGroup): boolean;
    /** A group at its limit frees a batch, but at most a sixteenth of what it may hold. */
    makeRoom(group: MemoryGroup): void;
    /** A page has come back from a device. */
    noteRefault(group: MemoryGroup, anonymous: boolean): void;
}
