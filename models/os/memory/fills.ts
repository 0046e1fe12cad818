/** Fills of segments whose pages are tracked: every page without a place gets a frame. */
import type { FrameRequest } from "./frame-requests.ts";
import type { PageTable } from "./page-table.ts";
import type { PagingCounts } from "./paging-counts.ts";
import { ABSENT, DROPPED, initialState, type Segment } from "./segment.ts";
import { BATCH } from "./write-clusters.ts";

export class Fills {
  readonly #pageTable: PageTable;
  readonly #counts: PagingCounts;

  constructor(pageTable: PageTable, counts: PagingCounts) {
    this.#pageTable = pageTable;
    this.#counts = counts;
  }

  /** Goes on with a fill; true when every page has a place. With others waiting it takes its turn in batches so that it can't starve a fault. */
  continue(request: FrameRequest, isAlone: boolean): boolean {
    const pageTable = this.#pageTable;
    const { segment: id } = request;
    const segment = pageTable.segments.all[id];
    const turn = isAlone ? segment.pages : request.cursor + BATCH;
    for (; this.#findMissing(request, segment); request.cursor++) {
      if (request.cursor >= turn) return false;
      const frame = pageTable.takeFrame(segment.group);
      if (frame < 0) return false;
      if (segment.anonymous) this.#counts.minorFaults++;
      pageTable.enter(id, segment.base + request.cursor, frame, initialState(segment, request.cursor));
    }
    return true;
  }

  /** Whether every page has a place already. */
  isComplete(request: FrameRequest): boolean {
    return !this.#findMissing(request, this.#pageTable.segments.all[request.segment]);
  }

  /** Moves the cursor of a fill on to the next page without a place; false if there is none left. */
  #findMissing(request: FrameRequest, { base, pages }: Segment): boolean {
    const { place } = this.#pageTable;
    for (; request.cursor < pages; request.cursor++) {
      const at = place[base + request.cursor];
      if (at === ABSENT || at === DROPPED) return true;
    }
    return false;
  }
}
