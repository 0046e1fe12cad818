/** Writing the page-table register twice, into the kernel and out of it [clock cycles]. Source: Linux, Documentation/arch/x86/pti.rst. */
const KPTI_CYCLES = 2 * 100;
/**
 * Time lost in the MMU at a switch between address spaces [s]. Without address space identifiers (ASID, PCID) the TLB is flushed, and every entry
 * that it had is walked for again, from tables in the cache. With page-table isolation (KPTI) the way through the kernel costs two more register writes.
 * Leaves out entries that the other task displaces from a TLB with identifiers.
 */
export function addressSpaceSwitch(mmu, cpu) {
    if (mmu.kind === "none")
        return 0;
    const refill = mmu.addressSpaceIds ? 0 : Math.max(mmu.tlb.l1, mmu.tlb.l2) * mmu.cachedEntry;
    return (refill + (mmu.pageTableIsolation ? KPTI_CYCLES : 0)) / cpu.clock;
}
