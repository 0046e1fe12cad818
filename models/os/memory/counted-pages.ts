/**
 * Pages that are only counted: every page of a filled segment is in memory, whatever is touched is there. A machine with memory to spare therefore
 * costs nothing per page. Without demand paging a machine stays like this: what does not fit waits for files that were read to go as a whole.
 */
import type { Pages, Relief } from "./pages.ts";
import type { PagingCounts } from "./paging-counts.ts";
import type { SegmentId, SegmentTable } from "./segment.ts";

export class CountedPages implements Pages {
  free: number;
  readonly #segments: SegmentTable;
  readonly #residentByKind: Float64Array;
  readonly #counts: PagingCounts;
  readonly #spare: number;
  /** Filled segments in the order of their filling. */
  readonly #filled = new Set<SegmentId>();

  /** Of `frames` [1], `spare` stay free. */
  constructor(segments: SegmentTable, residentByKind: Float64Array, counts: PagingCounts, frames: number, spare: number) {
    this.#segments = segments;
    this.#residentByKind = residentByKind;
    this.#counts = counts;
    this.free = frames;
    this.#spare = spare;
  }

  get filled(): ReadonlySet<SegmentId> {
    return this.#filled;
  }

  prepare(): void {
    // A segment without pages takes nothing.
  }

  missing(id: SegmentId): number {
    const { pages, resident } = this.#segments.all[id];
    return pages - resident;
  }

  touch(): boolean {
    return true;
  }

  fillAtOnce(id: SegmentId): boolean {
    const segment = this.#segments.all[id];
    const missing = this.missing(id);
    if (this.free - missing < this.#spare) return false;
    this.free -= missing;
    if (segment.anonymous) this.#counts.minorFaults += missing;
    segment.resident = segment.pages;
    segment.filled = true;
    this.#residentByKind[segment.kind] += missing;
    this.#filled.add(id);
    return true;
  }

  empty(id: SegmentId): void {
    const segment = this.#segments.all[id];
    this.#filled.delete(id);
    this.free += segment.resident;
    this.#residentByKind[segment.kind] -= segment.resident;
    segment.resident = 0;
    segment.filled = false;
  }

  /** @throws always: nothing that was filled is missing. */
  serveFault(): boolean {
    throw new Error("a page is missing while pages are only counted");
  }

  fill({ segment }: { readonly segment: SegmentId }): boolean {
    return this.fillAtOnce(segment);
  }

  /** Fills differ in size: one that comes late may fit. */
  mayServe(): boolean {
    return true;
  }

  needsNoFrame(): boolean {
    return false;
  }

  reclaim(): void {
    // Nothing goes page by page.
  }

  isStuck(): boolean {
    return true;
  }

  /** Of the files that were read, the one read first goes. */
  relieve(): Relief {
    for (const id of this.#filled) {
      const { anonymous, resident } = this.#segments.all[id];
      if (anonymous || resident === 0) continue;
      this.empty(id);
      return "now";
    }
    return "none";
  }
}
