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
import { GuestPages } from "./guest-pages.ts";
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

export class Guest implements NestedSystem {
  readonly name: string;
  readonly cpu: CpuScheduler;
  memory: Memory;
  readonly files: PageCache;
  readonly disk: VirtualDisk;
  readonly port: Port;
  readonly costs: SystemCosts;
  readonly speed: number;
  ram: SegmentId = -1;
  readonly #simulation: Simulation;
  readonly #host: System;
  readonly #plan: GuestPlan;
  #pages: GuestPages | undefined;

  constructor(simulation: Simulation, host: System, name: string, plan: GuestPlan, disk: VirtualDisk) {
    this.name = `${host.name} / ${name}`;
    this.cpu = host.cpu;
    this.memory = host.memory;
    this.files = host.files;
    this.disk = disk;
    this.port = host.port;
    this.costs = plan.costs;
    this.speed = host.speed;
    this.#simulation = simulation;
    this.#host = host;
    this.#plan = plan;
  }

  boot(ram: SegmentId, onOutOfMemory: () => void): void {
    const { paging } = this.#plan;
    if (paging === undefined) throw new Error(`${this.name} has memory of its own, but no kernel that pages in it`);
    const host = this.#host.memory;
    const { pageSize } = host;
    this.ram = ram;
    this.#pages = new GuestPages(this.#simulation, { host, ram, disk: this.disk });
    this.memory = new Memory(this.#simulation, {
      ...paging.rules,
      frames: Math.floor(paging.memory / pageSize),
      pageSize,
      swap: paging.swap > 0 ? [{ device: this.#pages, pages: Math.floor(paging.swap / pageSize) }] : [],
      fileDevice: this.#pages,
      minorFault: paging.minorFault,
      majorFault: paging.majorFault,
      onOutOfMemory: () => {
        onOutOfMemory();
        return true;
      },
    });
    // Every page has its place from the start: the guest is here because it will need them.
    this.memory.trackPages();
  }

  get majorFaults(): number {
    return this.#pages?.majorFaults ?? 0;
  }

  end(): void {
    this.#pages?.detach();
  }
}
