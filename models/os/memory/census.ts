/** Counts what a memory holds from scratch, over every frame and page, and gathers what its books say. */
import type { CountedPages } from "./counted-pages.ts";
import { HAS_SLOT, WRITEBACK } from "./frames.ts";
import type { PageTable } from "./page-table.ts";
import { ABSENT, isSwapped } from "./segment.ts";
import type { TrackedPages } from "./tracked-pages.ts";

/** Frames by what they are used for [1]. */
export interface FrameCensus {
  readonly free: number;
  readonly resident: number;
  /** Of reads under way. */
  readonly held: number;
  /** Their owner is gone while they are being written. */
  readonly orphaned: number;
  /** Of compressed memory. */
  readonly pool: number;
  /** Of all of these: the machine's frames, when none is lost or counted twice. */
  readonly total: number;
}

export interface Census {
  readonly frames: FrameCensus;
  /** Pages of filled segments that are nowhere; none unless one was lost. */
  readonly lostPages: number;
  /** Slots with the only copy of a page, and with a copy beside the one in a frame, also while it is being written. */
  readonly slots: { readonly only: number; readonly copies: number };
  /** What the books say of the same. */
  readonly books: {
    readonly frames: number;
    /** Sum over all kinds. */
    readonly resident: number;
    readonly swapped: number;
    readonly slots: number;
    readonly comingBack: number;
    /** Sums over all groups, and groups that hold more than they may. */
    readonly charged: number;
    readonly groupSlots: number;
    readonly overcharged: number;
    /** Frames that compressed memory should have. */
    readonly poolNeeded: number;
  };
}

/** Of a memory of `total` frames; `counted` while pages are only counted. */
export function takeCensus(total: number, counted: CountedPages | undefined, tracked: TrackedPages): Census {
  const { pageTable, swap, pageOut, reads } = tracked;
  const groups = [...pageTable.groups.all()];
  const frames = countFrames(counted, tracked);
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  return {
    frames,
    lostPages: counted === undefined ? countPages(pageTable, (place, filled) => filled && place === ABSENT) : 0,
    slots: { only: counted === undefined ? countPages(pageTable, isSwapped) : 0, copies: countCopies(pageTable) },
    books: {
      frames: total,
      resident: sum([...pageTable.residentByKind]),
      swapped: pageOut.swapped,
      slots: swap.used,
      comingBack: reads.comingBack,
      // Nobody is charged while pages are only counted.
      charged: counted === undefined ? sum(groups.map(({ charged }) => charged)) : frames.resident,
      groupSlots: sum(groups.map(({ slots }) => slots)),
      overcharged: groups.filter(({ charged, limit }) => charged > limit).length,
      poolNeeded: sum(swap.areas.map(({ zram }) => zram?.poolNeeded ?? 0)),
    },
  };
}

function countFrames(counted: CountedPages | undefined, { pageTable, reads }: TrackedPages): FrameCensus {
  const { frames, segments } = pageTable;
  const { held } = reads;
  let resident = 0;
  let orphaned = 0;
  let pool = 0;
  for (const id of counted?.filled ?? []) resident += segments.all[id].pages;
  for (let frame = 0; frame < frames.used; frame++) {
    if (frames.isOwned(frame)) resident++;
    else if (frames.isPool(frame)) pool++;
    else if (frames.state[frame] & WRITEBACK) orphaned++;
  }
  const free = counted?.free ?? frames.free;
  return { free, resident, held, orphaned, pool, total: free + resident + held + orphaned + pool };
}

/** Pages of living segments for which `condition` holds. */
function countPages({ segments, place }: PageTable, condition: (place: number, filled: boolean) => boolean): number {
  let count = 0;
  for (const { alive, filled, base, pages } of segments.all) {
    if (!alive) continue;
    for (let page = base; page < base + pages; page++) if (condition(place[page], filled)) count++;
  }
  return count;
}

function countCopies({ frames }: PageTable): number {
  let copies = 0;
  for (let frame = 0; frame < frames.used; frame++) if (frames.isOwned(frame) && frames.state[frame] & HAS_SLOT) copies++;
  return copies;
}
