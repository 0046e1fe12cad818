/**
 * A file that is read and written in parts, (offset, size), through the memory that caches it: a page comes from the disk when it is first used, and
 * a changed one is written back later (memory/write-back.ts). Nothing of it is in memory at first.
 */
import type { HandlerId } from "../../../engine/index.ts";
import type { MemoryKind } from "../../vocabulary.ts";
import type { GroupId, Memory, SegmentId } from "../memory/memory.ts";
export declare class DataFile {
    #private;
    /** Its pages in memory; who has the file destroys them. */
    readonly segment: SegmentId;
    /** Offsets and sizes are multiples of it [B]. */
    readonly pageSize: number;
    /** Size in pages. */
    readonly pages: number;
    /** `size` [B], rounded up to whole pages; `group` is charged. */
    constructor(memory: Memory, kind: MemoryKind, size: number, group?: GroupId);
    /** Reads or writes from `offset` on as far as pages are in memory, `size` at most; returns how far that is [B]. */
    use(offset: number, size: number, write: boolean): number;
    /** The page at `offset` was missing: brings it in, with what follows as far as `size` is wanted; then `done(arg)`. Returns the CPU work [ns]. */
    pageIn(offset: number, size: number, done: HandlerId, arg: number): number;
    /** True if who has written may go on; else `done(arg)` when enough has been written back. */
    admitWriter(done: HandlerId, arg: number): boolean;
}
