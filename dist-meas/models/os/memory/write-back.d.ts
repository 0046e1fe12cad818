/**
 * Writes dirty pages of files in the background: what has been dirty for long, and everything while more is dirty than the background limit. Who
 * writes while more is dirty than the upper limit waits. Limits are shares of the memory that could hold pages of files: free and file pages.
 * Leaves out: the writer's gradual slowing between the limits, limits for each device and group.
 * Source: Linux admin-guide/sysctl/vm.rst: dirty_background_ratio 10, dirty_ratio 20, dirty_expire_centisecs 3000, dirty_writeback_centisecs 500.
 */
import { type HandlerId, type Simulation } from "../../../engine/index.ts";
import type { PagingSpec } from "../spec.ts";
import type { PageOut } from "./page-out.ts";
import type { PageTable } from "./page-table.ts";
export declare class WriteBack {
    #private;
    constructor(simulation: Simulation, pageTable: PageTable, pageOut: PageOut, limits: PagingSpec["dirty"]);
    /** Writers that wait [1]. */
    get waiting(): number;
    /** `page` of a file has become dirty. */
    note(page: number): void;
    /** True if a writer may go on; else `done(arg)` when it may. */
    admit(done: HandlerId, arg: number): boolean;
    /** A write has ended, or there is more to write. */
    continue(): void;
}
