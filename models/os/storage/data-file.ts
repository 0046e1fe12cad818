/**
 * A file that is read and written in parts, (offset, size), through the memory that caches it: a page comes from the disk when it is first used, and
 * a changed one is written back later (memory/write-back.ts). Nothing of it is in memory at first.
 */
import type { HandlerId } from "../../../engine/index.ts";
import type { MemoryKind } from "../../vocabulary.ts";
import type { GroupId, Memory, SegmentId } from "../memory/memory.ts";

export class DataFile {
  /** Its pages in memory; who has the file destroys them. */
  readonly segment: SegmentId;
  /** Offsets and sizes are multiples of it [B]. */
  readonly pageSize: number;
  /** Size in pages. */
  readonly pages: number;
  readonly #memory: Memory;

  /** `size` [B], rounded up to whole pages; `group` is charged. */
  constructor(memory: Memory, kind: MemoryKind, size: number, group?: GroupId) {
    this.segment = memory.createFile(kind, size, { group });
    this.pageSize = memory.pageSize;
    this.pages = memory.pagesIn(this.segment);
    this.#memory = memory;
  }

  /** Reads or writes from `offset` on as far as pages are in memory, `size` at most; returns how far that is [B]. */
  use(offset: number, size: number, write: boolean): number {
    const first = this.#pageAt(offset);
    const pages = size / this.pageSize;
    let page = 0;
    while (page < pages && this.#memory.touch(first + page, write)) page++;
    return page * this.pageSize;
  }

  /** The page at `offset` was missing: brings it in, with what follows as far as `size` is wanted; then `done(arg)`. Returns the CPU work [ns]. */
  pageIn(offset: number, size: number, done: HandlerId, arg: number): number {
    return this.#memory.pageIn(this.segment, this.#pageAt(offset), done, arg, size / this.pageSize);
  }

  /** True if who has written may go on; else `done(arg)` when enough has been written back. */
  admitWriter(done: HandlerId, arg: number): boolean {
    return this.#memory.admitWriter(done, arg);
  }

  #pageAt(offset: number): number {
    return this.#memory.firstPage(this.segment) + offset / this.pageSize;
  }
}
