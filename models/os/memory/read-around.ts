/** Which neighbours come in with a page that is missing, as far as frames are free: read-ahead.ts says how many, here they are added to the read. */
import { MOST_PAGES, type PageReads } from "./page-reads.ts";
import type { PageTable } from "./page-table.ts";
import type { PagingCounts } from "./paging-counts.ts";
import { FileReadAhead, SwapReadAhead } from "./read-ahead.ts";
import { DROPPED, isSwapped, READING, type Segment } from "./segment.ts";
import type { SwapSpace } from "./swap-space.ts";

export interface ReadAroundOptions {
  readonly pageTable: PageTable;
  readonly swap: SwapSpace;
  readonly reads: PageReads;
  readonly counts: PagingCounts;
  /** Logarithm to base 2 of the largest swap read-ahead. */
  readonly pageCluster: number;
  /** File read-ahead at most [pages]. */
  readonly fileAhead: number;
}

export class ReadAround {
  readonly #options: ReadAroundOptions;
  readonly #swapAhead: SwapReadAhead;
  readonly #fileAhead: FileReadAhead;

  constructor(options: ReadAroundOptions) {
    this.#options = options;
    this.#swapAhead = new SwapReadAhead(options.pageCluster);
    this.#fileAhead = new FileReadAhead(Math.min(MOST_PAGES, options.fileAhead), MOST_PAGES);
  }

  /** A page of `segment` that was read ahead has been used. */
  noteHit(segment: Segment): void {
    if (segment.anonymous) this.#swapAhead.noteHit();
    else if (segment.misses > 0) segment.misses--;
  }

  /** Adds neighbours of the page in `slot`: those in an aligned block of slots. */
  ofSwap(read: number, slot: number): void {
    const { pageTable, swap, reads } = this.#options;
    const pages = this.#swapAhead.windowAt(slot);
    if (pages === 1) return;
    const area = swap.areaOf(slot);
    const first = slot - (slot % pages);
    for (let each = first; each < first + pages; each++) {
      const page = area.pageIn(each);
      if (each !== slot && page >= 0 && isSwapped(pageTable.place[page]) && this.#add(read, page)) {
        reads.beginReturn(pageTable.segments.all[pageTable.owner[page]]);
      }
    }
  }

  /** Adds neighbours of `page` of a file, of which `wanted` pages from it on are asked for; 0: it is mapped. */
  ofFile(read: number, segment: Segment, page: number, wanted: number): void {
    const { place } = this.#options.pageTable;
    const { base, pages } = segment;
    const { first, count } = this.#fileAhead.windowAt(segment, page - base, pages, wanted);
    for (let each = base + first; each < base + first + count; each++) {
      if (each !== page && place[each] === DROPPED) this.#add(read, each);
    }
  }

  /** Brings in one more page with the read, if there is a frame for it. */
  #add(read: number, page: number): boolean {
    const { pageTable, reads, counts } = this.#options;
    const { place, owner, segments } = pageTable;
    const id = owner[page];
    const segment = segments.all[id];
    const frame = pageTable.takeFrame(segment.group);
    if (frame < 0) return false;
    segment.pending++;
    reads.add(read, id, page, frame, place[page]);
    place[page] = READING;
    counts.pagesReadAhead++;
    return true;
  }
}
