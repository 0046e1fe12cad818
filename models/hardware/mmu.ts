/**
 * The MMU's price for virtualization: page walks get longer, so code that misses the TLB runs slower in a virtual machine.
 * Covers nested paging. Leaves out shadow paging, huge pages, walk caches as such (their effect is in the measured walk ratio).
 */
import type { MmuSpec } from "./spec.ts";

/** Memory references of one TLB miss. Source: Bhargava et al., ASPLOS 2008: (n + 1)(m + 1) - 1 with n guest and m host levels; n natively. */
export const nestedWalkReferences = (guestLevels: number, hostLevels: number): number => (guestLevels + 1) * (hostLevels + 1) - 1;

/**
 * How much longer the same work takes under nested paging than natively [1].
 * Form: 1 + f * (k - 1), f = share of native time spent in walks, k = cost of a nested walk over a native one (Gandhi et al., MICRO 2014).
 * `walkShare` holds for a working set far beyond the TLB's reach; of a uniformly used working set the TLB covers reach / workingSet.
 */
export function nestedPagingSlowdown(mmu: MmuSpec, workingSet: number, walkShare: number): number {
  if (workingSet <= mmu.tlbReach) return 1;
  return 1 + walkShare * (1 - mmu.tlbReach / workingSet) * (mmu.nestedWalkRatio - 1);
}
