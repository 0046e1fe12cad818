/**
 * Faults on pages that are in no frame. A fault asks for a frame; with it, a page that was never filled or is in compressed memory comes at once, any
 * other by a read, which brings neighbours along (read-around.ts). Who faults on a page that is being read waits for that read.
 */
import type { HandlerId, Simulation } from "../../../engine/index.ts";
import { DIRTY, REFERENCED } from "./frames.ts";
import type { FrameAllocator } from "./frame-allocator.ts";
import type { FrameRequest } from "./frame-requests.ts";
import type { PageDevice } from "../storage/page-device.ts";
import type { PageReads } from "./page-reads.ts";
import type { PageTable } from "./page-table.ts";
import type { PagingCounts } from "./paging-counts.ts";
import type { ReadAround } from "./read-around.ts";
import type { Reclaim } from "./reclaim.ts";
import { ABSENT, isSwapped, READING, type Segment, type SegmentId, slotOf } from "./segment.ts";
import type { SwapSpace } from "./swap-space.ts";

/** CPU work of a fault without and with a device, the wait excluded [ns]. */
export interface FaultWork {
  readonly minor: number;
  readonly major: number;
}

export interface PageFaultsOptions {
  readonly pageTable: PageTable;
  readonly swap: SwapSpace;
  readonly fileDevice: PageDevice;
  readonly reads: PageReads;
  readonly readAround: ReadAround;
  readonly reclaim: Reclaim;
  readonly counts: PagingCounts;
  readonly work: FaultWork;
  readonly allocator: FrameAllocator;
}

export class PageFaults {
  readonly #simulation: Simulation;
  readonly #options: PageFaultsOptions;

  constructor(simulation: Simulation, options: PageFaultsOptions) {
    this.#simulation = simulation;
    this.#options = options;
  }

  /** Brings in `page` of segment `id`, then `done(arg)`; see `Memory.pageIn`. Returns the CPU work [ns]. */
  pageIn(id: SegmentId, page: number, done: HandlerId, arg: number, wanted: number): number {
    const { pageTable, reads, counts, allocator } = this.#options;
    const place = pageTable.place[page];
    if (place === ABSENT) counts.minorFaults++;
    else counts.majorFaults++;
    if (wanted > 0) counts.fileReads++;
    if (place === READING) reads.waiters.add(page, done, arg);
    else {
      this.#setOff(id, page, place);
      allocator.request(id, done, arg, page, place, wanted);
    }
    return this.#workFrom(place);
  }

  /**
   * Whether `page`, which is in no frame, comes from a device or is on its way from one; not so from compressed memory. One on its way from swap is taken
   * to come from a disk if any part of swap is one.
   */
  needsDevice(page: number): boolean {
    const { pageTable, swap } = this.#options;
    const place = pageTable.place[page];
    if (place === ABSENT) return false;
    if (isSwapped(place)) return swap.areaOf(slotOf(place)).zram === undefined;
    return place !== READING || swap.hasDevice || !pageTable.segments.all[pageTable.owner[page]].anonymous;
  }

  /** The page is on its way from now on. */
  #setOff(id: SegmentId, page: number, from: number): void {
    const { pageTable, reads } = this.#options;
    const segment = pageTable.segments.all[id];
    pageTable.place[page] = READING;
    segment.pending++;
    if (isSwapped(from)) reads.beginReturn(segment);
  }

  /** CPU work of bringing in a page from its place; of one that is being read already, that of a device [ns]. */
  #workFrom(place: number): number {
    const { swap, work } = this.#options;
    if (place === ABSENT) return work.minor;
    const zram = isSwapped(place) ? swap.areaOf(slotOf(place)).zram : undefined;
    return zram === undefined ? work.major : work.minor + zram.options.decompress;
  }

  /** True when the fault needs no frame any more. */
  serve(request: FrameRequest): boolean {
    const { pageTable, swap, fileDevice } = this.#options;
    const { segment: id, place } = request;
    const segment = pageTable.segments.all[id];
    if (!segment.alive) {
      this.#abandon(request, segment);
      return true;
    }
    const frame = pageTable.takeFrame(segment.group);
    if (frame < 0) return false;
    const area = isSwapped(place) ? swap.areaOf(slotOf(place)) : undefined;
    if (place === ABSENT || area?.zram !== undefined) this.#enter(request, segment, frame);
    else this.#read(request, segment, frame, area?.device ?? fileDevice);
    return true;
  }

  /** Nobody needs the page any more. */
  #abandon({ segment: id, page, place }: FrameRequest, { group }: Segment): void {
    const { pageTable, reads } = this.#options;
    if (isSwapped(place)) reads.endReturn(slotOf(place), group);
    reads.waiters.forget(page);
    pageTable.segments.endPending(id);
  }

  /** The page comes without a device. */
  #enter({ segment: id, page, place, done, arg }: FrameRequest, segment: Segment, frame: number): void {
    const { pageTable, reads } = this.#options;
    if (isSwapped(place)) reads.endReturn(slotOf(place), segment.group);
    pageTable.enter(id, page, frame, REFERENCED | (segment.anonymous ? DIRTY : 0));
    reads.waiters.wake(page);
    this.#simulation.after(0, done, arg);
    pageTable.segments.endPending(id);
  }

  #read({ segment: id, page, place, done, arg, wanted }: FrameRequest, segment: Segment, frame: number, device: PageDevice): void {
    const { reads, readAround, reclaim } = this.#options;
    const read = reads.open();
    reads.waiters.add(page, done, arg);
    reads.add(read, id, page, frame, place);
    if (isSwapped(place)) readAround.ofSwap(read, slotOf(place));
    else readAround.ofFile(read, segment, page, wanted);
    reclaim.noteRefault(segment.group, segment.anonymous);
    reads.start(read, device);
  }
}
