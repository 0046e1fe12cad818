/**
 * A guest: a system on a system.
 *
 *     cpu       the group of its vCPUs on the host's cores; steal is what they wait there
 *     memory    while it has enough, segments of the host's memory; when it can come under pressure, a memory of its own over one segment (`ram`)
 *               of the host's, which the host may swap: two kernels page, neither knows of the other
 *     files     the base image is in the host's page cache; data files are in the guest's own memory
 *     disk      virtual: the host's with the hypervisor's delay
 *     port      the host's; traps are CPU work of the guest's (`Adders`)
 */
import type { Nanoseconds, Simulation } from "../../engine/index.ts";
import type { Port } from "../network/port.ts";
import type { CpuScheduler } from "../os/cpu/scheduler.ts";
import { Memory, type SegmentId } from "../os/memory/memory.ts";
import type { PagingSpec } from "../os/spec.ts";
import type { PageCache } from "../os/storage/page-cache.ts";
import type { NestedSystem, System, SystemCosts } from "../os/system.ts";
import type { VirtualDisk } from "./virtual-disk.ts";
/** What the host gives a guest, and what it costs to be one. */
export interface GuestPlan {
    readonly costs: SystemCosts;
    /** Added by the hypervisor to each transfer [ns]. */
    readonly readDelay: Nanoseconds;
    readonly writeDelay: Nanoseconds;
    /** Only where the guest can come under pressure, or has a page cache of its own to fill. */
    readonly paging?: GuestPaging;
}
/** A kernel that pages inside what the guest was given. */
export interface GuestPaging {
    /** What the guest was given [B], or less where it can't use more. */
    readonly memory: number;
    /** How its own kernel pages, whatever the host's does. */
    readonly rules: PagingSpec;
    /** Swap file on the virtual disk [B]; 0: none. */
    readonly swap: number;
    /** CPU work of a fault in the guest without and with its disk, traps included [ns]. */
    readonly minorFault: Nanoseconds;
    readonly majorFault: Nanoseconds;
}
export declare class Guest implements NestedSystem {
    #private;
    readonly name: string;
    readonly cpu: CpuScheduler;
    memory: Memory;
    readonly files: PageCache;
    readonly disk: VirtualDisk;
    readonly port: Port;
    readonly costs: SystemCosts;
    readonly speed: number;
    ram: SegmentId;
    constructor(simulation: Simulation, host: System, name: string, plan: GuestPlan, disk: VirtualDisk);
    boot(ram: SegmentId, onOutOfMemory: () => void): void;
    end(): void;
}
