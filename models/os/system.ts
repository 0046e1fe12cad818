/**
 * What software runs on: the kernel of a host, or of a guest on one. An instance holds its system; its start, its requests and its idle load ask that
 * and never "the machine".
 *
 *     request, start, idle load
 *         |
 *         v
 *     System:   cpu     memory    files      disk      port       costs
 *     on a host:
 *               cores   frames    page       a disk    network    of the host
 *                                 cache                interface
 *     in a guest, a System on a System:
 *               vCPUs:  a segment the host's virtual   the host's with what the
 *               a group of the    page       disk                 hypervisor adds
 *               there   host's    cache
 *                       memory
 */
import type { Nanoseconds } from "../../engine/index.ts";
import type { Port } from "../network/port.ts";
import type { CpuScheduler } from "./cpu/scheduler.ts";
import type { Memory, SegmentId } from "./memory/memory.ts";
import type { PageCache } from "./storage/page-cache.ts";
import type { BlockDevice } from "./storage/page-device.ts";

export interface System {
  /** "edge-3", "edge-3 / vm 7". */
  readonly name: string;
  readonly cpu: CpuScheduler;
  readonly memory: Memory;
  readonly files: PageCache;
  readonly disk: BlockDevice;
  readonly port: Port;
  readonly costs: SystemCosts;
  /** Of one core [Geekbench 6 single-core points]: CPU work measured on a core of another speed takes `theirs / speed` times as long here. */
  readonly speed: number;
}

/** What the kernel's services cost those who ask for them: CPU work [ns]. */
export interface SystemCosts {
  /** A fault for which the machine beneath has a frame. */
  readonly minorFault: Nanoseconds;
  /** What virtualization adds to any other fault of the machine beneath. */
  readonly nestedFault: Nanoseconds;
}

/** A system on another one. */
export interface NestedSystem extends System {
  /** The segment of the other's memory that is its own, once it has been given one that it pages in by itself. */
  readonly ram: SegmentId;
  /** Page faults of the host that needed a device, when this system's paging found its own memory swapped out [1]. */
  readonly majorFaults: number;
  /** The machine has its memory: `ram`. From now on its kernel may page; if that runs out of memory, `onOutOfMemory` has to end it. */
  boot(ram: SegmentId, onOutOfMemory: () => void): void;
  /** Ends with its machine. */
  end(): void;
}
