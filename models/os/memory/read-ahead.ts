/** How much is read beside the page that is missing. */

/** Largest window of a sequential read of a file [B]. Source: Linux default read_ahead_kb 128. */
export const READ_AHEAD = 128 * 1024;

/** Page faults on a file that read-around has not helped, after which it is given up. Source: Linux mm/filemap.c, MMAP_LOTSAMISS. */
const LOTS_OF_MISSES = 100;

/**
 * Window of swap read-ahead: an aligned block of slots that grows while pages read ahead get used and shrinks to the page alone while they don't.
 * Source: Linux mm/swap_state.c, `__swapin_nr_pages`.
 */
export class SwapReadAhead {
  readonly #most: number;
  #hits = 0;
  #previousSlot = -2;
  #previousWindow = 1;

  /** `pageCluster`: the logarithm to base 2 of the largest window; Linux vm.page-cluster, default 3. */
  constructor(pageCluster: number) {
    this.#most = 1 << pageCluster;
  }

  /** A page that was read ahead has been used. */
  noteHit(): void {
    this.#hits++;
  }

  /** Slots to read at a fault on `slot`: a power of two, the block aligned to it. */
  windowAt(slot: number): number {
    if (this.#most === 1) return 1;
    let window = this.#hits + 2;
    if (window === 2) {
      const isNeighbour = slot === this.#previousSlot + 1 || slot === this.#previousSlot - 1;
      if (!isNeighbour) window = 1;
    } else {
      let power = 4;
      while (power < window) power *= 2;
      window = power;
    }
    window = Math.max(Math.min(window, this.#most), this.#previousWindow >> 1);
    if (this.#hits === 0) this.#previousSlot = slot;
    this.#hits = 0;
    this.#previousWindow = window;
    return window;
  }
}

/** What a file remembers of its latest faults. */
export interface FileHistory {
  lastRead: number;
  misses: number;
}

/** First page and number of pages to read. Used again for every fault. */
export const window = { first: 0, count: 0 };

/**
 * Window of a fault on page `page` of a mapped file of `pages` pages, at most `most`: ahead where pages are used in order, else around the page,
 * and the page alone once that has not helped many times. Leaves its result in `window`. Source: Linux mm/filemap.c, `do_sync_mmap_readahead`.
 */
export function fileWindow(history: FileHistory, page: number, pages: number, most: number): void {
  if (page === history.lastRead + 1) {
    window.first = page;
    window.count = Math.min(most, pages - page);
    return;
  }
  if (history.misses <= 10 * LOTS_OF_MISSES) history.misses++;
  if (history.misses > LOTS_OF_MISSES) {
    window.first = page;
    window.count = 1;
    return;
  }
  window.first = Math.max(0, Math.min(page - (most >> 1), pages - most));
  window.count = Math.min(most, pages - window.first);
}
