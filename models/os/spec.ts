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

export const DEFAULT_PAGING: PagingSpec = {
  swappiness: 60,
  pageCluster: 3,
  dirty: { backgroundRatio: 0.1, ratio: 0.2, expire: 30, interval: 5 },
};

/** A kernel with its settings, and what it keeps for itself: the rules by which a host, or a guest, shares out its machine. */
export interface OsSpec {
  /** How it schedules the CPUs. */
  readonly scheduler: SchedulerSpec;
  readonly paging: PagingSpec;
  readonly swap: SwapSpec | undefined;
  /** Used before `swap`. */
  readonly zram?: ZramSpec;
  /** Memory of the kernel and the system's services [B], and the part of it in constant use. */
  readonly system: { readonly memory: number; readonly workingSet: number };
}

/** What compressed memory adds at most [B]: what is stored in it lies in `memory` itself. */
const zramGain = (memory: number, { zram }: OsSpec): number =>
  zram === undefined ? 0 : Math.min(zram.size, memory * zram.ratio) * (1 - 1 / zram.ratio);

/** Memory that programs can have together, of which `memory` bytes are in frames [B]. */
export const memoryWithSwap = (memory: number, os: OsSpec): number => memory + swapSize(os) + zramGain(memory, os);

/** Swap on a disk, and all swap there is, compressed memory included: pages that can leave [B]. */
export const swapSize = ({ swap }: OsSpec): number => swap?.size ?? 0;
export const swapSpace = (os: OsSpec): number => swapSize(os) + (os.zram?.size ?? 0);
