/**
 * Swap in compressed memory (zram). A page that leaves is compressed by the kernel's reclaim thread and one that comes back is decompressed by
 * whoever needs it: processor time instead of a disk. What is stored takes frames itself: pages / ratio of them.
 * Leaves out: pages that do not compress, the difference between pages of one value and others (both are in the mean ratio), writeback to a disk.
 * Source: Linux admin-guide/blockdev/zram.rst.
 */
import type { HandlerId } from "../../../engine/index.ts";
import type { FrameTable } from "./frames.ts";
import type { PageDevice } from "../storage/page-device.ts";
/** Kernel thread that works for memory: `work` [ns] on a core, then `done(arg)`. */
export type KernelThread = (work: number, done: HandlerId, arg: number) => void;
export interface ZramOptions {
    /** Size of a page over the memory that it takes when compressed [1]. */
    readonly ratio: number;
    /** CPU work for one page [ns]. */
    readonly compress: number;
    readonly decompress: number;
    readonly thread: KernelThread;
}
export declare class Zram implements PageDevice {
    #private;
    readonly options: ZramOptions;
    /** Pages stored. */
    stored: number;
    constructor(options: ZramOptions);
    /** Frames that the compressed pages take. */
    get poolFrames(): number;
    /** Frames that the stored pages need. */
    get poolNeeded(): number;
    /** Takes or gives frames so that the pool is as large as it has to be; there must be enough free ones. Returns the change. */
    resize(frames: FrameTable): number;
    read(_frames: Int32Array, count: number, done: HandlerId, arg: number): void;
    write(_frames: Int32Array, count: number, done: HandlerId, arg: number): void;
}
