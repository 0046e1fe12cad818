/** What a context switch costs in the MMU, on top of the switch itself and the refill of data caches. */
import type { CpuSpec, MmuSpec } from "../spec.ts";
/**
 * Time lost in the MMU at a switch between address spaces [s]. Without address space identifiers (ASID, PCID) the TLB is flushed, and every entry
 * that it had is walked for again, from tables in the cache. With page-table isolation (KPTI) the way through the kernel costs two more register writes.
 * Leaves out entries that the other task displaces from a TLB with identifiers.
 */
export declare function addressSpaceSwitch(mmu: MmuSpec, cpu: Pick<CpuSpec, "clock">): number;
