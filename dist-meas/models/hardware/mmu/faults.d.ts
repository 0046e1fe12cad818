/** CPU time of first touching memory: minor faults, each with the zeroing of its page. */
import type { CpuSpec, MmuSpec } from "../spec.ts";
/** One minor fault that maps a huge page: a fault, and zeroing it, which takes most of the time [s]. */
export declare const hugeFault: (mmu: MmuSpec, cpu: Pick<CpuSpec, "copyBandwidth">) => number;
/**
 * How much more a minor fault costs when the page is one of a virtual machine's, an EPT violation [1]. Source: 2 us of 0.7 us on x86 servers,
 * lmbench-class measurements, not re-checked.
 */
export declare const NESTED_FAULT_RATIO = 2.9;
export declare const nestedFaultRatio: (mmu: MmuSpec) => number;
/** Touching `size` bytes for the first time [s]. */
export declare function firstTouch(mmu: MmuSpec, cpu: Pick<CpuSpec, "copyBandwidth">, size: number, pages: "base" | "huge"): number;
