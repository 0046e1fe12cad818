/** What an operating system is, as plain read-only numbers in SI units. A host has one, and a guest one of its own. */
import type { SchedulerSpec } from "./cpu/spec.ts";
export interface SwapSpec {
    /** Name of the disk, one of its machine's. */
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
export declare const DEFAULT_PAGING: PagingSpec;
/** A kernel with its settings, and what it keeps for itself: the rules by which a host, or a guest, shares out its machine. */
export interface OsSpec {
    /** How it schedules the CPUs. */
    readonly scheduler: SchedulerSpec;
    readonly paging: PagingSpec;
    readonly swap: SwapSpec | undefined;
    /** Used before `swap`. */
    readonly zram?: ZramSpec;
    /** Memory of the kernel and the system's services [B], and the part of it in constant use. */
    readonly system: {
        readonly memory: number;
        readonly workingSet: number;
    };
}
/** Memory that programs can have together, of which `memory` bytes are in frames [B]. */
export declare const memoryWithSwap: (memory: number, os: OsSpec) => number;
/** Swap on a disk, and all swap there is, compressed memory included: pages that can leave [B]. */
export declare const swapSize: ({ swap }: OsSpec) => number;
export declare const swapSpace: (os: OsSpec) => number;
