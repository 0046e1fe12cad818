/** What can be bought, as plain read-only numbers in SI units: seconds, bytes, hertz. Every value comes from a preset or a scenario. */
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
export declare const DEFAULT_DISK_SIZE: number;
export declare const DEFAULT_MAX_TRANSFER: number;
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
    readonly writeCache?: {
        readonly size: number;
        readonly drain: number;
    };
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
