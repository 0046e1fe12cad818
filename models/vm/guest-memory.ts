/**
 * Memory of a guest that can come under pressure: a kernel of its own that pages inside what the guest was given, with its own swap file and page
 * cache, while the host may swap the guest's memory. A guest whose memory is enough has none of this: it is only segments of the host.
 */
import type { Simulation } from "../../engine/index.ts";
import type { MemoryKind } from "../vocabulary.ts";
import type { PagingSpec } from "../os/spec.ts";
import { Memory, type SegmentId } from "../os/memory/memory.ts";
import type { BlockDevice } from "../os/storage/page-device.ts";
import { VirtualDisk } from "./virtual-disk.ts";

export interface GuestSegmentPlan {
  readonly kind: MemoryKind;
  /** [B] */
  readonly size: number;
  readonly hot: number;
  /** Memory of programs, clean pages of a file on the virtual disk, or the kernel's own, which never leaves. */
  readonly backing: "swap" | "file" | "none";
  /** Its pages come when they are referred to. */
  readonly onDemand?: boolean;
}

export interface GuestPlan {
  /** What the guest was given [B], or less where it can't use more. */
  readonly memory: number;
  /** How its own kernel pages, whatever the host's does. */
  readonly paging: PagingSpec;
  /** Swap file on the virtual disk [B]; 0: none. */
  readonly swap: number;
  readonly segments: readonly GuestSegmentPlan[];
  /** Added by the hypervisor to each transfer [ns]. */
  readonly readDelay: number;
  readonly writeDelay: number;
  /** CPU work of a fault in the guest without and with its disk, traps included [ns]. */
  readonly minorFault: number;
  readonly majorFault: number;
}

export class GuestMemory {
  readonly memory: Memory;
  readonly ram: SegmentId;
  readonly plan: GuestPlan;
  readonly segments: SegmentId[] = [];
  readonly #disk: VirtualDisk;

  /** `ram` is the guest's memory in the host; `onOutOfMemory` ends the guest. */
  constructor(
    simulation: Simulation,
    plan: GuestPlan,
    host: { readonly memory: Memory; readonly ram: SegmentId; readonly disk: BlockDevice },
    onOutOfMemory: () => void,
  ) {
    const { pageSize } = host.memory;
    this.plan = plan;
    this.ram = host.ram;
    this.#disk = new VirtualDisk(simulation, {
      host: host.memory,
      ram: host.ram,
      disk: host.disk,
      readDelay: plan.readDelay,
      writeDelay: plan.writeDelay,
    });
    this.memory = new Memory(simulation, {
      ...plan.paging,
      frames: Math.floor(plan.memory / pageSize),
      pageSize,
      swap: plan.swap > 0 ? [{ device: this.#disk, pages: Math.floor(plan.swap / pageSize) }] : [],
      fileDevice: this.#disk,
      minorFault: plan.minorFault,
      majorFault: plan.majorFault,
      onOutOfMemory: () => {
        onOutOfMemory();
        return true;
      },
    });
    // Every page has its place from the start: the guest is here because it will need them.
    this.memory.trackPages();
  }

  /** Ends with its machine. */
  end(): void {
    this.#disk.detach();
    for (const segment of this.segments) this.memory.destroy(segment);
  }
}
