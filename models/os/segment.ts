/** Segments of memory and the places that their pages can be in. */
import { DIRTY, PINNED, REFERENCED } from "./frames.ts";

/** Places of a page that is in no frame. */
export const ABSENT = -1; // never filled
export const DROPPED = -2; // clean copy in its file
export const SWAPPED = -3;
export const READING = -4;

export type SegmentId = number;

/** A stretch of pages in constant use. */
export interface HotArea {
  readonly segment: SegmentId;
  readonly first: number;
  readonly count: number;
  /** The segment outlives the instance that refers to it. */
  readonly shared: boolean;
  /** References may write here. */
  readonly writable: boolean;
}

export interface Segment {
  readonly kind: number;
  readonly pages: number;
  /** The first `hot` pages are in constant use. */
  readonly hot: number;
  readonly base: number;
  /** True for memory without a file behind it. */
  readonly anonymous: boolean;
  readonly pinned: boolean;
  /** Reads and fills under way; the page numbers are used again only when there are none. */
  pending: number;
  alive: boolean;
  filled: boolean;
  resident: number;
}

/** State of a page that was just filled: memory of programs has no copy anywhere, pages in constant use have been referred to. */
export function initialState(segment: Segment, index: number): number {
  return (segment.anonymous ? DIRTY : 0) | (segment.pinned ? PINNED : 0) | (index < segment.hot ? REFERENCED : 0);
}
