/**
 * What a TLB miss costs: the page walk, native and nested (two-dimensional).
 * Covers the number of levels, page-walk caches, the cache of second-stage translations, and whether table entries come from a data cache or from
 * memory. Leaves out prefetching of table entries, several walks at once, shadow paging, flattened and hashed tables.
 */
import type { MmuSpec } from "../spec.ts";
import { type Popularity } from "./popularity.ts";
/** Memory references of a native walk without any cache: one a level. */
export declare const walkReferences: (levels: number) => number;
/** Memory references of a nested walk without any cache: (n + 1)(m + 1) - 1. Source: Bhargava et al., ASPLOS 2008. */
export declare const nestedWalkReferences: (guestLevels: number, hostLevels: number) => number;
/** Memory that one page table of `pageSize` bytes maps: the size of a huge page [B]; 2 MiB for 4 KiB, 32 MiB for 16 KiB. */
export declare const hugePageSize: (pageSize: number) => number;
/** Pages that references go to. */
export interface WorkingSet {
    /** [B] */
    readonly size: number;
    readonly popularity: Popularity;
}
/** Mean cost of one page walk natively [clock cycles]. `huge`: the working set lies in huge pages. */
export declare function nativeWalkCycles(mmu: MmuSpec, set: WorkingSet, huge: boolean): number;
/**
 * Mean cost of one page walk in a virtual machine [clock cycles]: each guest table that is read has to be found by a host walk first, and so has the
 * data. `guestHuge`, `hostHuge`: whether guest and host map the working set by huge pages.
 */
export declare function nestedWalkCycles(mmu: MmuSpec, set: WorkingSet, guestHuge: boolean, hostHuge: boolean): number;
