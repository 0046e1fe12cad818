/**
 * Swap space: slots of one page each, in areas that are used in order of their priority (compressed memory before a disk).
 * Free slots are taken where whole clusters of them are free, so that pages that leave together lie side by side, as Linux does (swapfile.c).
 */
import type { PageDevice } from "../storage/page-device.ts";
import { Zram } from "./zram.ts";
export declare class SwapArea {
    #private;
    readonly device: PageDevice;
    /** Compressed memory: pages come and go by work of the processor, and no copy stays behind. */
    readonly zram: Zram | undefined;
    /** Slots [1]. */
    readonly size: number;
    /** Number of its first slot in the swap space. */
    readonly base: number;
    used: number;
    constructor(device: PageDevice, size: number, base: number);
    get isFull(): boolean;
    /** A slot for `page`; the area must not be full. */
    take(page: number): number;
    give(slot: number): void;
    /** Page in a slot, or -1. */
    pageIn(slot: number): number;
}
export declare class SwapSpace {
    readonly areas: readonly SwapArea[];
    readonly size: number;
    /** `pages` [1] of each area, the one with the highest priority first. */
    constructor(areas: readonly {
        readonly device: PageDevice;
        readonly pages: number;
    }[]);
    get used(): number;
    /** The area that new pages go to, undefined when swap is full or there is none. */
    get target(): SwapArea | undefined;
    areaOf(slot: number): SwapArea;
}
