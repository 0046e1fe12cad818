/**
 * Swap space: slots of one page each, in areas that are used in order of their priority (compressed memory before a disk).
 * Free slots are taken where whole clusters of them are free, so that pages that leave together lie side by side, as Linux does (swapfile.c).
 */
import type { PageDevice } from "../storage/page-device.ts";
import { Zram } from "./zram.ts";

/** Slots that are handed out together. Source: Linux SWAPFILE_CLUSTER. */
const CLUSTER_BITS = 8;
const CLUSTER = 1 << CLUSTER_BITS;
const NO_PAGE = -1;

export class SwapArea {
  readonly device: PageDevice;
  /** Compressed memory: pages come and go by work of the processor, and no copy stays behind. */
  readonly zram: Zram | undefined;
  /** Slots [1]. */
  readonly size: number;
  /** Number of its first slot in the swap space. */
  readonly base: number;
  used = 0;
  #page = new Int32Array(0);
  /** Free slots of each cluster. */
  #free = new Int32Array(0);
  /** Clusters that are free as a whole: in a swap space that has been full for long there are none, and none need be looked for. */
  #freeClusters = 0;
  #next = 0;

  constructor(device: PageDevice, size: number, base: number) {
    this.device = device;
    this.zram = device instanceof Zram ? device : undefined;
    this.size = size;
    this.base = base;
  }

  get isFull(): boolean {
    return this.used >= this.size;
  }

  /** A slot for `page`; the area must not be full. */
  take(page: number): number {
    if (this.#page.length === 0) this.#setUp();
    while (this.#page[this.#next] !== NO_PAGE) this.#advance();
    const slot = this.#next;
    this.#page[slot] = page;
    const cluster = slot >> CLUSTER_BITS;
    if (this.#free[cluster] === CLUSTER) this.#freeClusters--;
    this.#free[cluster]--;
    this.used++;
    return this.base + slot;
  }

  give(slot: number): void {
    this.#page[slot - this.base] = NO_PAGE;
    const cluster = (slot - this.base) >> CLUSTER_BITS;
    this.#free[cluster]++;
    if (this.#free[cluster] === CLUSTER) this.#freeClusters++;
    this.used--;
  }

  /** Page in a slot, or -1. */
  pageIn(slot: number): number {
    const index = slot - this.base;
    return index >= 0 && index < this.#page.length ? this.#page[index] : NO_PAGE;
  }

  #setUp(): void {
    this.#page = new Int32Array(this.size).fill(NO_PAGE);
    this.#free = Int32Array.from({ length: Math.ceil(this.size / CLUSTER) }, (_, index) => Math.min(CLUSTER, this.size - index * CLUSTER));
    this.#freeClusters = this.size >> CLUSTER_BITS;
  }

  /** To the next slot of this cluster; at its end to the next cluster that is free as a whole, or else to the next with a free slot. */
  #advance(): void {
    this.#next++;
    if (this.#next < this.size && this.#next % CLUSTER !== 0 && this.#free[this.#next >> CLUSTER_BITS] > 0) return;
    const clusters = this.#free.length;
    const from = ((this.#next - 1) >> CLUSTER_BITS) + 1;
    let partly = NO_PAGE;
    for (let turn = 0; turn < clusters; turn++) {
      const cluster = (from + turn) % clusters;
      if (this.#free[cluster] === CLUSTER) {
        this.#next = cluster * CLUSTER;
        return;
      }
      if (partly < 0 && this.#free[cluster] > 0) partly = cluster;
      if (partly >= 0 && this.#freeClusters === 0) break;
    }
    this.#next = partly * CLUSTER;
  }
}

export class SwapSpace {
  readonly areas: readonly SwapArea[];
  readonly size: number;
  /** Some part of it is on a device, not in compressed memory. */
  readonly hasDevice: boolean;

  /** `pages` [1] of each area, the one with the highest priority first. */
  constructor(areas: readonly { readonly device: PageDevice; readonly pages: number }[]) {
    let base = 0;
    this.areas = areas.map(({ device, pages }) => {
      const area = new SwapArea(device, pages, base);
      base += pages;
      return area;
    });
    this.size = base;
    this.hasDevice = this.areas.some(({ zram }) => zram === undefined);
  }

  get used(): number {
    let used = 0;
    for (const area of this.areas) used += area.used;
    return used;
  }

  /** The area that new pages go to, undefined when swap is full or there is none. */
  get target(): SwapArea | undefined {
    for (let index = 0; index < this.areas.length; index++) if (!this.areas[index].isFull) return this.areas[index];
    return undefined;
  }

  areaOf(slot: number): SwapArea {
    for (let index = 0; index < this.areas.length; index++) {
      const area = this.areas[index];
      if (slot < area.base + area.size) return area;
    }
    throw new Error(`there is no swap slot ${slot}`);
  }
}
