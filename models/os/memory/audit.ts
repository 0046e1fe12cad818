/** The books of a memory, counted from scratch over every frame and page: what the audit of a run compares. */
import { HAS_SLOT, WRITEBACK } from "./frames.ts";
import type { Memory } from "./memory.ts";
import { ABSENT, isSwapped } from "./segment.ts";

/** A law in words, what was found and what was expected. */
export type Law = readonly [law: string, found: number, expected: number];

/** Counts frames from scratch; `total` is equal to the machine's when none is lost or counted twice. */
export function countFrames(memory: Memory): {
  free: number;
  resident: number;
  held: number;
  orphaned: number;
  pool: number;
  total: number;
} {
  const { free, held } = memory;
  let resident = 0;
  let orphaned = 0;
  let pool = 0;
  const { frames, segments } = memory.pageTable;
  if (!memory.pressured) for (const id of memory.counted.filled) resident += segments.all[id].pages;
  for (let frame = 0; frame < frames.used; frame++) {
    if (frames.isOwned(frame)) resident++;
    else if (frames.isPool(frame)) pool++;
    else if (frames.state[frame] & WRITEBACK) orphaned++;
  }
  return { free, resident, held, orphaned, pool, total: free + resident + held + orphaned + pool };
}

/** Pages of filled segments that are nowhere; none unless one was lost. */
export function countLostPages(memory: Memory): number {
  let lost = 0;
  if (!memory.pressured) return lost; // pages have no places yet that could be lost
  const { segments, place } = memory.pageTable;
  for (const { alive, filled, base, pages } of segments.all) {
    if (!alive || !filled) continue;
    for (let page = base; page < base + pages; page++) if (place[page] === ABSENT) lost++;
  }
  return lost;
}

/** Slots by what they are used for: the only copy of a page, or a copy beside the one in a frame, also while it is being written. */
function countSlots(memory: Memory): { only: number; copies: number } {
  const { frames, segments, place } = memory.pageTable;
  let only = 0;
  let copies = 0;
  for (let frame = 0; frame < frames.used; frame++) if (frames.isOwned(frame) && frames.state[frame] & HAS_SLOT) copies++;
  for (const { alive, base, pages } of segments.all) {
    if (!alive || !memory.pressured) continue;
    for (let page = base; page < base + pages; page++) if (isSwapped(place[page])) only++;
  }
  return { only, copies };
}

/** Conservation of frames, pages and slots. `name` begins each law. */
export function memoryLaws(memory: Memory, name: string): Law[] {
  const frames = countFrames(memory);
  const slots = countSlots(memory);
  const groups = [...memory.pageTable.groups.values()];
  const stored = memory.swap.areas.reduce((sum, { zram }) => sum + (zram?.poolNeeded ?? 0), 0);
  const charged = groups.reduce((sum, group) => sum + group.charged, 0);
  const overcharged = groups.filter((group) => group.charged > group.limit).length;
  return [
    [`${name}: free + resident + being read + being written + compressed = frames`, frames.total, memory.total],
    [`${name}: pages of filled segments that are nowhere = 0`, countLostPages(memory), 0],
    [`${name}: resident by kind = frames in use`, memory.residentByKind.reduce((a, b) => a + b, 0), frames.resident + frames.pool],
    [`${name}: pages on swap = places on swap`, memory.swapped, slots.only],
    [`${name}: slots = swapped + copies + coming back`, memory.swap.used, slots.only + slots.copies + memory.comingBack],
    [`${name}: slots of the groups = slots`, groups.reduce((sum, group) => sum + group.slots, 0), memory.swap.used],
    [
      `${name}: frames charged to groups = resident + being read`,
      memory.pressured ? charged : frames.resident,
      frames.resident + frames.held,
    ],
    [`${name}: groups beyond their limit = 0`, overcharged, 0],
    [`${name}: compressed pages / ratio = frames of the pool`, stored, frames.pool],
  ];
}
