/**
 * How much longer or shorter the same work takes because of address translation: natively or in a virtual machine, with base pages or huge ones.
 * Covers two levels of data TLB, native and nested page walks. Leaves out instruction TLBs, TLB shoot-downs, displacement by other tasks.
 */
import type { MmuSpec } from "../spec.ts";
import { type WorkingSet } from "./page-walk.ts";
/** Who maps the pages, and how large they are. `host` only in a virtual machine: the second stage. */
export interface Mapping {
    /** The application's own memory, in its system's page tables. */
    readonly application: "base" | "huge";
    /** The guest's memory, in the hypervisor's page tables; undefined natively. */
    readonly host: "base" | "huge" | undefined;
}
export declare const NATIVE: Mapping;
/** Memory that the last-level TLB maps with pages of the base size [B]. */
export declare const tlbReach: (mmu: MmuSpec) => number;
/** Share of references, one a base page for a scan, that miss the first and the last level of the data TLB [1]. A translation is cached in the smaller of the two page sizes. */
export declare function tlbMissRatios(mmu: MmuSpec, { size, popularity }: WorkingSet, mapping: Mapping): {
    l1: number;
    l2: number;
};
/** Mean cost of a page walk [clock cycles]. A measured ratio of the specification replaces the computed one of nested walks. */
export declare function walkCycles(mmu: MmuSpec, set: WorkingSet, { application, host }: Mapping): number;
/** Mean cost of translating the address of one reference [clock cycles], hits in the first-level TLB being free. */
export declare function translationCycles(mmu: MmuSpec, set: WorkingSet, mapping: Mapping): number;
/**
 * Run time under `mapping` over run time natively with base pages, which is how demands are measured [1].
 * `walkShare`: share of that native time that page walks would take if every reference needed one; it stands for how often the program refers to
 * memory. At most that share can be gained. Form: 1 + f (T - T0) / W0, T translation and W walk cycles, 0 the native ones; with one page size it
 * is 1 + f m (k - 1), m the miss ratio and k the ratio of the walks, as in Gandhi et al., MICRO 2014.
 */
export declare function translationSlowdown(mmu: MmuSpec, set: WorkingSet, walkShare: number, mapping: Mapping): number;
