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
  /** How much more such a fault costs when it is one of a virtual machine (EPT violation) [1]; default 2.9. */
  readonly nestedFaultRatio?: number;
  /** CPU time of a fault that has to wait for the disk, the wait excluded [s]. */
  readonly majorFault: number;
}

/** Of a disk of which nothing is said: 1 TiB; its largest command as in Linux, BLK_DEF_MAX_SECTORS [B]. */
export const DEFAULT_DISK_SIZE = 1024 * 1024 * 1024 * 1024;
export const DEFAULT_MAX_TRANSFER = 1280 * 1024;

export interface DiskSpec {
  /** Capacity [B]; DEFAULT_DISK_SIZE if not given. Positions on a rotating disk are shares of it. */
  readonly size?: number;
  /** Units that work on a command each [1]: flash chips or planes; 1 on a rotating disk, an SD card, serial flash. */
  readonly parallel: number;
  /** Which unit a command needs; `any`, if not given: whichever is idle. `random`: the one that holds its data, as likely one as another. */
  readonly placement?: "any" | "random";
  /** Commands that the device takes at most, at work or waiting inside [1]; the others wait in the operating system. No limit if not given. */
  readonly queueDepth?: number;
  /** Largest command [B]; a longer request becomes several. DEFAULT_MAX_TRANSFER if not given. */
  readonly maxTransfer?: number;
  /** One command at an idle device, positioning and transfer excluded [s]. */
  readonly readAccess: number;
  readonly writeAccess: number;
  /** The part of it that the controller needs for each command, one after the other, where several units work [s]; 0 if not given. */
  readonly commandTime?: number;
  /** Transfer between device and memory, shared by all commands [B/s]. */
  readonly readBandwidth: number;
  readonly writeBandwidth: number;
  /** Transfer of one command that has the device for itself [B/s]; the device's if not given, and never more. */
  readonly unitReadBandwidth?: number;
  readonly unitWriteBandwidth?: number;
  /** Memory or fast cells that take writes at full rate [B] and empty at a lower one, the rate that can be sustained [B/s]. */
  readonly writeCache?: { readonly size: number; readonly drain: number };
  /** Moving parts; none in flash. */
  readonly mechanics?: DiskMechanics;
}

/** Seek time = shortest + b sqrt(distance as a share of the full stroke), b such that the mean over random places is `averageSeek`. */
export interface DiskMechanics {
  /** To the next track [s]. */
  readonly shortestSeek: number;
  /** Between two random places [s]. */
  readonly averageSeek: number;
  /** One turn [s]. */
  readonly rotation: number;
  /** A command that has been in the device for longer goes first, whatever the way [s]. */
  readonly oldestFirstAfter: number;
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

/** The way between the clients and the host, beyond the host's own interface. */
export interface NetworkSpec {
  /** One way, propagation and switching, without queueing and serialization [s]. Stands in for the interface's. */
  readonly latency: number;
  /** Shared by all messages to the host and from it [B/s]; Infinity: a switch that is never the bottleneck. */
  readonly bandwidthIn: number;
  readonly bandwidthOut: number;
  /** The client's own port [B/s], Infinity if not to be looked at. */
  readonly clientBandwidth: number;
  /** Packets lost [1], and bytes that one connection has under way at most [B]. */
  readonly loss: number;
  readonly window: number;
  /** A radio channel, which stations take in turn, one way at a time; the interface's own bandwidth plays no part then. */
  readonly radio?: RadioSpec;
}

export interface RadioSpec {
  /** Channel time of one access beside the bits: waiting for the channel to be idle, preamble, acknowledgement [s]. */
  readonly access: number;
  /** Packets sent in one access at most [1]. */
  readonly aggregation: number;
}

export interface SwapSpec {
  /** Name of the disk in `HostSpec.disks`. */
  readonly disk: string;
  /** [B] */
  readonly size: number;
}

/** Swap in compressed memory. */
export interface ZramSpec {
  /** Name of the compression algorithm's preset, for people. */
  readonly name: string;
  /** Pages it takes, before compression [B]. */
  readonly size: number;
  /** Size of a page over what it takes compressed [1]. */
  readonly ratio: number;
  /** CPU work for one page of 4 KiB [s at `speed`]. */
  readonly compress: number;
  readonly decompress: number;
  readonly speed: number;
}

/** What the kernel does with memory that gets short. Defaults: those of Linux. */
export interface PagingSpec {
  /** 0: pages of files first; 100: all alike; 200: pages of programs first. */
  readonly swappiness: number;
  /** Logarithm to base 2 of the largest swap read-ahead. */
  readonly pageCluster: number;
  readonly dirty: {
    /** Shares of free and file pages from which dirty pages of files are written in the background, and writers wait [1]. */
    readonly backgroundRatio: number;
    readonly ratio: number;
    /** Age at which a dirty page is written, and time between looks [s]. */
    readonly expire: number;
    readonly interval: number;
  };
}

export const DEFAULT_PAGING: PagingSpec = {
  swappiness: 60,
  pageCluster: 3,
  dirty: { backgroundRatio: 0.1, ratio: 0.2, expire: 30, interval: 5 },
};

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
  /** Not given: nothing but the interface and its latency. */
  readonly network?: NetworkSpec;
  readonly swap: SwapSpec | undefined;
  /** Used before `swap`. */
  readonly zram?: ZramSpec;
  readonly paging?: PagingSpec;
  /** Memory of the host's own kernel and services [B], and the part of it in constant use. */
  readonly system: { readonly memory: number; readonly workingSet: number };
}
