/**
 * Keeps frames free: reclaim begins below a low watermark and goes on to a high one, in batches. Frames that will be free when their writes end count
 * as free. A group at its limit that somebody waits in makes room inside it.
 * Source: Linux admin-guide/sysctl/vm.rst (`watermark_scale_factor`: gap 0.1 %), admin-guide/cgroup-v2.rst (limits).
 */
import type { FrameRequest, FrameRequests } from "./frame-requests.ts";
import type { PageOut } from "./page-out.ts";
import type { PageTable } from "./page-table.ts";
import type { Reclaim } from "./reclaim.ts";
import { BATCH } from "./write-clusters.ts";

/** Of so many frames one is kept free. */
const GAP = 1000;

/** Low watermark of a machine with `frames` [1]; without demand paging no frame is kept free. */
export const lowWatermark = (frames: number, demandPaging: boolean): number => (demandPaging ? Math.ceil(frames / GAP) : 0);

/** Which pages leave, and when, in words. */
export const PAGE_REPLACEMENT = [
  "clock (second chance), memory of programs and pages of files balanced by swappiness",
  `reclaim from ${100 / GAP} % to ${200 / GAP} % free frames, in batches of ${BATCH}`,
].join("; ");

/** Without demand paging: what takes its place, in words. */
export const NO_PAGING = "none, for lack of an MMU: what does not fit waits until memory is given back, or somebody is killed";

export class Watermarks {
  readonly #pageTable: PageTable;
  readonly #pageOut: PageOut;
  readonly #reclaim: Reclaim;
  readonly #low: number;
  readonly #high: number;

  constructor(pageTable: PageTable, pageOut: PageOut, reclaim: Reclaim, low: number) {
    this.#pageTable = pageTable;
    this.#pageOut = pageOut;
    this.#reclaim = reclaim;
    this.#low = low;
    this.#high = 2 * low;
  }

  /** Reclaims if frames are short or somebody waits. */
  keep(waiting: FrameRequests): void {
    const { groups } = this.#pageTable;
    const isWaitedFor = waiting.length > 0;
    if (this.#freeSoon < this.#low || isWaitedFor) {
      let found = true;
      while (found && this.#freeSoon < this.#high) found = this.#reclaim.fromAll();
    }
    if (isWaitedFor && groups.count > 1) waiting.find(this.#makeRoom);
  }

  get #freeSoon(): number {
    return this.#pageTable.frames.free + this.#pageOut.leaving;
  }

  /** In the group of the request, if that is at its limit; never found. */
  readonly #makeRoom = ({ segment }: FrameRequest): boolean => {
    const { group } = this.#pageTable.segments.all[segment];
    if (group.isFull) this.#reclaim.makeRoom(group);
    return false;
  };
}
