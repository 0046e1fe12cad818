/** What a machine is, as plain read-only numbers in SI units: seconds, bytes, hertz. Every value comes from a preset or a scenario. */

import type { SchedulerSpec } from "../os/cpu/spec.ts";

/** Processor family: decides which trap costs apply and which guests can run. */
export type Isa = "arm64" | "armv7" | "armv7m" | "x86_64";

export interface CpuSpec {
  readonly isa: Isa;
  /** Physical cores [1]. */
  readonly cores: number;
  /** Hardware threads per core; 2 means SMT. */
  readonly threadsPerCore: number;
  /** Capacity that the second busy thread adds, as a fraction of one core [1]; 0.25 means two busy threads do 1.25 cores of work. */
  readonly smtGain: number;
  /** Single-thread speed [Geekbench 6 single-core points]; a CPU demand scales by the ratio of two speeds. */
  readonly speed: number;
  /** Clock [Hz]; turns trap costs given in cycles into time. */
  readonly clock: number;
  /** Direct cost of one context switch [s]. */
  readonly contextSwitch: number;
  /** Cache a switched-in task has to refill [B]. */
  readonly cachePerCore: number;
  /** Rate at which that cache refills [B/s]. */
  readonly copyBandwidth: number;
}

/** Sizes of the data TLB in entries, for base pages and for huge ones (one page table's worth of base pages). */
export interface TlbSpec {
  readonly l1: number;
  readonly l1Huge: number;
  /** Last level; of the same size for both kinds where they share it, 0 if it does not hold the kind. */
  readonly l2: number;
  readonly l2Huge: number;
}

export interface MmuSpec {
  /** `none`: one flat address space, so neither containers nor virtual machines are possible. */
  readonly kind: "none" | "paged";
  /** Page and frame size [B], a power of two. */
  readonly pageSize: number;
  readonly tlb: TlbSpec;
  /** Levels of page tables, of the system and of the second stage in a virtual machine [1]. */
  readonly levels: number;
  readonly stage2Levels: number;
  /** Entries of the page-walk cache, of each upper level [1]. */
  readonly pageWalkCache: number;
  /** Entries of the cache of second-stage translations: nested TLB, IPA cache [1]. */
  readonly nestedTlb: number;
  /** Data cache in which page walks find table entries [B]. */
  readonly tableCache: number;
  /** Hit in the last-level TLB after a miss in the first; reading a table entry from a data cache; from memory [clock cycles]. */
  readonly l2TlbHit: number;
  readonly cachedEntry: number;
  readonly memoryEntry: number;
  /** Measured cost of a nested page walk over a native one, both with base pages [1]; undefined: computed from the above. */
  readonly nestedWalkRatio: number | undefined;
  /** TLB entries carry an address space identifier (ASID, PCID): no flush at context switches. */
  readonly addressSpaceIds: boolean;
  /** The kernel has page tables of its own (KPTI). */
  readonly pageTableIsolation: boolean;
  /** CPU time of a fault that finds its page without the disk [s]. */
  readonly minorFault: number;
  /** CPU time of a fault that has to wait for the disk, the wait excluded [s]. */
  readonly majorFault: number;
}

export interface DiskSpec {
  /** Commands served at the same time [1]: microSD 1, eMMC 2, SATA 8, NVMe 16 to 32. */
  readonly parallel: number;
  /** One random access at an idle device, transfer excluded [s]. */
  readonly readAccess: number;
  readonly writeAccess: number;
  /** Sequential transfer [B/s] of one unit; `parallel` units transfer side by side. */
  readonly readBandwidth: number;
  readonly writeBandwidth: number;
}

export interface NicSpec {
  /** [B/s], each direction. */
  readonly bandwidth: number;
  /** One-way propagation between client and host [s]. */
  readonly latency: number;
  /** Largest packet, IP and TCP headers included [B]. */
  readonly mtu: number;
  /** CPU time the host's stack spends on one packet, at this host's speed [s]. */
  readonly cpuPerPacket: number;
}

export interface SwapSpec {
  /** Name of the disk in `HostSpec.disks`. */
  readonly disk: string;
  /** [B] */
  readonly size: number;
}

export interface HostSpec {
  readonly name: string;
  /** Name of the preset it was built from, for people; "custom" if none. */
  readonly preset: string;
  readonly cpu: CpuSpec;
  /** How its operating system schedules the CPUs; fluid if left out. */
  readonly scheduler?: SchedulerSpec;
  readonly mmu: MmuSpec;
  /** Second-stage translation and trap support in hardware; without it no virtual machines. */
  readonly virtualization: boolean;
  readonly memory: { readonly size: number };
  readonly disks: Readonly<Record<string, DiskSpec>>;
  /** Disk that holds images and application data. */
  readonly systemDisk: string;
  readonly nic: NicSpec;
  readonly swap: SwapSpec | undefined;
  /** Memory of the host's own kernel and services [B], and the part of it in constant use. */
  readonly system: { readonly memory: number; readonly workingSet: number };
}
