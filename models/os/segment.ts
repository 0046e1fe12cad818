/** Segments of memory and the places that their pages can be in. */
import { DIRTY, PINNED, REFERENCED } from "./frames.ts";
import type { MemoryGroup } from "./memory-group.ts";

/** Places of a page that is in no frame. */
export const ABSENT = -1; // never filled
export const DROPPED = -2; // clean copy in its file
export const READING = -3;
const FIRST_SLOT = -4;

/** Place of a page whose only copy is in this slot of the swap space, and the slot of such a place. */
export const swappedTo = (slot: number): number => FIRST_SLOT - slot;
export const slotOf = (place: number): number => FIRST_SLOT - place;
export const isSwapped = (place: number): boolean => place <= FIRST_SLOT;

export type SegmentId = number;

/** A stretch of pages that requests refer to. */
export interface HotArea {
  readonly segment: SegmentId;
  readonly first: number;
  readonly count: number;
  /** The segment outlives the instance that refers to it. */
  readonly shared: boolean;
  /** References may write here. */
  readonly writable: boolean;
  /** Follows the application's access pattern; other areas are used uniformly. */
  readonly patterned: boolean;
}

export interface Segment {
  readonly kind: number;
  readonly pages: number;
  /** The first `hot` pages are in constant use. */
  readonly hot: number;
  readonly base: number;
  /** True for memory without a file behind it. */
  readonly anonymous: boolean;
  readonly pinned: boolean;
  group: MemoryGroup;
  /** Reads and fills under way; the page numbers are used again only when there are none. */
  pending: number;
  /** Frames taken for reads under way. */
  held: number;
  alive: boolean;
  filled: boolean;
  resident: number;
  /** Last page of the file's latest read, and reads in a row that read-around did not help (see read-ahead.ts). */
  lastRead: number;
  misses: number;
}

/** State of a page that was just filled: memory of programs has no copy anywhere, pages in constant use have been referred to. */
export function initialState(segment: Segment, index: number): number {
  return (segment.anonymous ? DIRTY : 0) | (segment.pinned ? PINNED : 0) | (index < segment.hot ? REFERENCED : 0);
}

/** All segments; numbers and page ranges of those that are gone are used again. */
export class SegmentTable {
  readonly all: Segment[] = [];
  pageCount = 0;
  readonly #spare = new Map<number, SegmentId[]>();

  add(spec: Pick<Segment, "kind" | "pages" | "hot" | "anonymous" | "pinned" | "group">): SegmentId {
    const spare = this.#spare.get(spec.pages)?.pop();
    const base = spare === undefined ? this.pageCount : this.all[spare].base;
    if (spare === undefined) this.pageCount += spec.pages;
    const segment: Segment = {
      ...spec,
      base,
      pending: 0,
      held: 0,
      alive: true,
      filled: false,
      resident: 0,
      lastRead: -1,
      misses: 0,
    };
    if (spare === undefined) return this.all.push(segment) - 1;
    this.all[spare] = segment;
    return spare;
  }

  /** Frees the number and the page range of a segment that is gone, once nothing of it is under way. */
  recycle(id: SegmentId): void {
    const { alive, pending, pages } = this.all[id];
    if (alive || pending > 0) return;
    const spares = this.#spare.get(pages);
    if (spares) spares.push(id);
    else this.#spare.set(pages, [id]);
  }

  /** Something of the segment that was under way has ended. */
  endPending(id: SegmentId): void {
    this.all[id].pending--;
    this.recycle(id);
  }
}
