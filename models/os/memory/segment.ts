/** Segments of memory and the places that their pages can be in. */
import { MEMORY_KINDS } from "../../vocabulary.ts";
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

/** What a segment is from its creation on. */
export interface SegmentSpec {
  /** Index in MEMORY_KINDS. */
  readonly kind: number;
  readonly pages: number;
  /** The first `hot` pages are in constant use. */
  readonly hot: number;
  /** True for memory without a file behind it. */
  readonly anonymous: boolean;
  readonly pinned: boolean;
  readonly group: MemoryGroup;
}

export class Segment {
  readonly kind: number;
  readonly pages: number;
  readonly hot: number;
  readonly anonymous: boolean;
  readonly pinned: boolean;
  group: MemoryGroup;
  /** Number of the first page. */
  readonly base: number;
  /** Reads and fills under way; the page numbers are used again only when there are none. */
  pending = 0;
  /** Frames taken for reads under way. */
  held = 0;
  alive = true;
  filled = false;
  resident = 0;
  /** Pages whose only copy is on swap. */
  swapped = 0;
  /** Last page of the file's latest read, and reads in a row that read-around did not help (see read-ahead.ts). */
  lastRead = -1;
  misses = 0;

  constructor({ kind, pages, hot, anonymous, pinned, group }: SegmentSpec, base: number) {
    this.kind = kind;
    this.pages = pages;
    this.hot = hot;
    this.anonymous = anonymous;
    this.pinned = pinned;
    this.group = group;
    this.base = base;
  }
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

  add(spec: SegmentSpec): SegmentId {
    const spare = this.#spare.get(spec.pages)?.pop();
    if (spare !== undefined) {
      this.all[spare] = new Segment(spec, this.all[spare].base);
      return spare;
    }
    const segment = new Segment(spec, this.pageCount);
    this.pageCount += spec.pages;
    return this.all.push(segment) - 1;
  }

  /** Pages whose only copy is on swap, by kind of content. */
  swappedByKind(): Float64Array {
    const pages = new Float64Array(MEMORY_KINDS.length);
    for (const { alive, kind, swapped } of this.all) if (alive) pages[kind] += swapped;
    return pages;
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
