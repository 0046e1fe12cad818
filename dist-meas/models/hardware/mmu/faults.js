import { hugePageSize } from "./page-walk.js";
/** Zeroing only writes, copying reads and writes. */
const ZEROING_OVER_COPYING = 2;
/** One minor fault that maps a huge page: a fault, and zeroing it, which takes most of the time [s]. */
export const hugeFault = (mmu, cpu) => mmu.minorFault + hugePageSize(mmu.pageSize) / (ZEROING_OVER_COPYING * cpu.copyBandwidth);
/**
 * How much more a minor fault costs when the page is one of a virtual machine's, an EPT violation [1]. Source: 2 us of 0.7 us on x86 servers,
 * lmbench-class measurements, not re-checked.
 */
export const NESTED_FAULT_RATIO = 2.9;
export const nestedFaultRatio = (mmu) => mmu.nestedFaultRatio ?? NESTED_FAULT_RATIO;
/** Touching `size` bytes for the first time [s]. */
export function firstTouch(mmu, cpu, size, pages) {
    if (pages === "base")
        return Math.ceil(size / mmu.pageSize) * mmu.minorFault;
    return Math.ceil(size / hugePageSize(mmu.pageSize)) * hugeFault(mmu, cpu);
}
