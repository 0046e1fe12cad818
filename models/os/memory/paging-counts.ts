/** What a memory has done since its beginning [1]. */
export class PagingCounts {
  minorFaults = 0;
  majorFaults = 0;
  /** Those of them that were reads or writes of data files, which is no fault of a program: it asked for the page. */
  fileReads = 0;
  /** Pages that came from a device beside the one that was missing. */
  pagesReadAhead = 0;
  /** Times that somebody was killed to free memory. */
  kills = 0;
}
