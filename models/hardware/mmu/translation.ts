/**
 * How much longer or shorter the same work takes because of address translation: natively or in a virtual machine, with base pages or huge ones.
 * Covers two levels of data TLB, native and nested page walks. Leaves out instruction TLBs, TLB shoot-downs, displacement by other tasks.
 */
import type { MmuSpec } from "../spec.ts";
import { hugePageSize, nativeWalkCycles, nestedWalkCycles, type WorkingSet } from "./page-walk.ts";
import { lruHitRatio } from "./popularity.ts";

/** Who maps the pages, and how large they are. `host` only in a virtual machine: the second stage. */
export interface Mapping {
  /** The application's own memory, in its system's page tables. */
  readonly application: "base" | "huge";
  /** The guest's memory, in the hypervisor's page tables; undefined natively. */
  readonly host: "base" | "huge" | undefined;
}

export const NATIVE: Mapping = { application: "base", host: undefined };

/** Memory that the last-level TLB maps with pages of the base size [B]. */
export const tlbReach = (mmu: MmuSpec): number => mmu.tlb.l2 * mmu.pageSize;

/** Share of references, one a base page for a scan, that miss the first and the last level of the data TLB [1]. A translation is cached in the smaller of the two page sizes. */
export function tlbMissRatios(mmu: MmuSpec, { size, popularity }: WorkingSet, mapping: Mapping): { l1: number; l2: number } {
  const huge = mapping.application === "huge" && mapping.host !== "base";
  const page = huge ? hugePageSize(mmu.pageSize) : mmu.pageSize;
  const [first, last] = huge ? [mmu.tlb.l1Huge, mmu.tlb.l2Huge] : [mmu.tlb.l1, mmu.tlb.l2];
  const misses = (entries: number): number => 1 - lruHitRatio(popularity, entries, size / page, page / mmu.pageSize);
  return { l1: misses(first), l2: misses(Math.max(first, last)) };
}

/** Mean cost of a page walk [clock cycles]. A measured ratio of the specification replaces the computed one of nested walks. */
export function walkCycles(mmu: MmuSpec, set: WorkingSet, { application, host }: Mapping): number {
  if (host === undefined) return nativeWalkCycles(mmu, set, application === "huge");
  const computed = nestedWalkCycles(mmu, set, application === "huge", host === "huge");
  if (mmu.nestedWalkRatio === undefined) return computed;
  const correction = (mmu.nestedWalkRatio * nativeWalkCycles(mmu, set, false)) / nestedWalkCycles(mmu, set, false, false);
  return computed * correction;
}

/** Mean cost of translating the address of one reference [clock cycles], hits in the first-level TLB being free. */
export function translationCycles(mmu: MmuSpec, set: WorkingSet, mapping: Mapping): number {
  const { l1, l2 } = tlbMissRatios(mmu, set, mapping);
  return l1 * mmu.l2TlbHit + l2 * walkCycles(mmu, set, mapping);
}

/**
 * Run time under `mapping` over run time natively with base pages, which is how demands are measured [1].
 * `walkShare`: share of that native time that page walks would take if every reference needed one; it stands for how often the program refers to
 * memory. At most that share can be gained. Form: 1 + f (T - T0) / W0, T translation and W walk cycles, 0 the native ones; with one page size it
 * is 1 + f m (k - 1), m the miss ratio and k the ratio of the walks, as in Gandhi et al., MICRO 2014.
 */
export function translationSlowdown(mmu: MmuSpec, set: WorkingSet, walkShare: number, mapping: Mapping): number {
  if (mmu.kind === "none" || set.size <= 0) return 1;
  const native = translationCycles(mmu, set, NATIVE);
  const change = (translationCycles(mmu, set, mapping) - native) / walkCycles(mmu, set, NATIVE);
  return Math.max(1 - walkShare, 1 + walkShare * change);
}
