/** What requests refer to, and what they find missing. */
import type { SegmentId } from "./segment.ts";

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
  /** In the memory of a guest that pages by itself, not in the host's. */
  readonly inGuest: boolean;
}

/** References to pages, and how many of them had to wait for a device, or for a read that was under way [1]. */
export class ReferenceCounts {
  /** Of memory of programs. */
  memory = 0;
  memoryMisses = 0;
  /** Of data files. What a read brings along beside the page that was missing is there when it is referred to. */
  files = 0;
  fileMisses = 0;
}

/** A page that a reference found missing. The record belongs to who returns it and is used again: it holds until the next reference. */
export interface MissingPage {
  segment: SegmentId;
  page: number;
  /** The reference writes. */
  write: boolean;
  /** The segment outlives the instance that refers to it. */
  shared: boolean;
  /** In the memory of the guest, not in the host's. */
  inGuest: boolean;
  /** References that are still to be made after this one [1]. */
  left: number;
}

export const noMissingPage = (): MissingPage => ({ segment: -1, page: -1, write: false, shared: false, inGuest: false, left: 0 });
