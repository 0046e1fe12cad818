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

export class Zram implements PageDevice {
  readonly options: ZramOptions;
  /** Pages stored. */
  stored = 0;
  readonly #pool: number[] = [];

  constructor(options: ZramOptions) {
    this.options = options;
  }

  /** Frames that the compressed pages take. */
  get poolFrames(): number {
    return this.#pool.length;
  }

  /** Frames that the stored pages need. */
  get poolNeeded(): number {
    return Math.ceil(this.stored / this.options.ratio);
  }

  /** Takes or gives frames so that the pool is as large as it has to be; there must be enough free ones. Returns the change. */
  resize(frames: FrameTable): number {
    const before = this.#pool.length;
    while (this.#pool.length < this.poolNeeded) {
      const frame = frames.take();
      if (frame < 0) throw new Error("no frame is free for compressed pages");
      frames.assignToPool(frame);
      this.#pool.push(frame);
    }
    while (this.#pool.length > this.poolNeeded) frames.give(this.#pool.pop() as number);
    return this.#pool.length - before;
  }

  read(_frames: Int32Array, count: number, done: HandlerId, arg: number): void {
    this.options.thread(count * this.options.decompress, done, arg);
  }

  write(_frames: Int32Array, count: number, done: HandlerId, arg: number): void {
    this.options.thread(count * this.options.compress, done, arg);
  }
}
