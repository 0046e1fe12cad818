/**
 * Memory that is accounted and limited together: a control group (cgroup). Group 0 is everything that has no limit of its own.
 * Its pages are in two rings, anonymous and file pages, between which reclaim keeps a balance (see reclaim.ts).
 */
import type { ClockRing } from "./clock-ring.ts";

export type GroupId = number;
export const ROOT: GroupId = 0;

export class MemoryGroup {
  readonly id: GroupId;
  /** Frames and swap slots that it may hold. */
  readonly limit: number;
  readonly swapLimit: number;
  anonymous: ClockRing;
  file: ClockRing;
  /** Frames held: resident pages and reads under way. */
  charged = 0;
  /** Swap slots held. */
  slots = 0;
  /** Frames whose page has a current copy on swap. */
  copies = 0;
  /** Pages of it being read and being written. */
  reading = 0;
  writing = 0;
  /** What reclaim from either ring has cost lately, see reclaim.ts. Negative zeros: fractions from the start, so that no optimized code is thrown away. */
  anonymousCost = -0;
  fileCost = -0;
  /** Share of a frame's look that the anonymous ring is owed. */
  owed = -0;
  /** Turn in reclaim from all groups. */
  credit = -0;

  constructor(id: GroupId, limit: number, swapLimit: number, anonymous: ClockRing, file: ClockRing) {
    this.id = id;
    this.limit = limit;
    this.swapLimit = swapLimit;
    this.anonymous = anonymous;
    this.file = file;
  }

  get isFull(): boolean {
    return this.charged >= this.limit;
  }
}
