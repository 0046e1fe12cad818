import { hugePageSize, nativeWalkCycles, nestedWalkCycles } from "./page-walk.js";
import { lruHitRatio } from "./popularity.js";
export const NATIVE = { application: "base", host: undefined };
/** Memory that the last-level TLB maps with pages of the base size [B]. */
export const tlbReach = (mmu) => mmu.tlb.l2 * mmu.pageSize;
/** Share of references, one a base page for a scan, that miss the first and the last level of the data TLB [1]. A translation is cached in the smaller of the two page sizes. */
export function tlbMissRatios(mmu, { size, popularity }, mapping) {
    const huge = mapping.application === "huge" && mapping.host !== "base";
    const page = huge ? hugePageSize(mmu.pageSize) : mmu.pageSize;
    const [first, last] = huge ? [mmu.tlb.l1Huge, mmu.tlb.l2Huge] : [mmu.tlb.l1, mmu.tlb.l2];
    const misses = (entries) => 1 - lruHitRatio(popularity, entries, size / page, page / mmu.pageSize);
    return { l1: misses(first), l2: misses(Math.max(first, last)) };
}
/** Mean cost of a page walk [clock cycles]. A measured ratio of the specification replaces the computed one of nested walks. */
export function walkCycles(mmu, set, { application, host }) {
    if (host === undefined)
        return nativeWalkCycles(mmu, set, application === "huge");
    const computed = nestedWalkCycles(mmu, set, application === "huge", host === "huge");
    if (mmu.nestedWalkRatio === undefined)
        return computed;
    const correction = (mmu.nestedWalkRatio * nativeWalkCycles(mmu, set, false)) / nestedWalkCycles(mmu, set, false, false);
    return computed * correction;
}
/** Mean cost of translating the address of one reference [clock cycles], hits in the first-level TLB being free. */
export function translationCycles(mmu, set, mapping) {
    const { l1, l2 } = tlbMissRatios(mmu, set, mapping);
    return l1 * mmu.l2TlbHit + l2 * walkCycles(mmu, set, mapping);
}
/**
 * Run time under `mapping` over run time natively with base pages, which is how demands are measured [1].
 * `walkShare`: share of that native time that page walks would take if every reference needed one; it stands for how often the program refers to
 * memory. At most that share can be gained. Form: 1 + f (T - T0) / W0, T translation and W walk cycles, 0 the native ones; with one page size it
 * is 1 + f m (k - 1), m the miss ratio and k the ratio of the walks, as in Gandhi et al., MICRO 2014.
 */
export function translationSlowdown(mmu, set, walkShare, mapping) {
    if (mmu.kind === "none" || set.size <= 0)
        return 1;
    const native = translationCycles(mmu, set, NATIVE);
    const change = (translationCycles(mmu, set, mapping) - native) / walkCycles(mmu, set, NATIVE);
    return Math.max(1 - walkShare, 1 + walkShare * change);
}
