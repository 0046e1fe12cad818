/** A host put together: cores, memory, disks and network interface as stations of one simulation. */
import { nanoseconds, type Simulation } from "../../engine/index.ts";
import { addressSpaceSwitch } from "../hardware/mmu/context-switch.ts";
import { Disk } from "../hardware/disk/disk.ts";
import { Nic } from "../network/nic.ts";
import { type HostSpec } from "./spec.ts";
import { createScheduler } from "../os/cpu/create.ts";
import type { CpuScheduler } from "../os/cpu/scheduler.ts";
import { type GroupId, Memory } from "../os/memory/memory.ts";
import { DiskPages, type PageDevice } from "../os/storage/page-device.ts";
import { type KernelThread, Zram } from "../os/memory/zram.ts";

export class Machine {
  readonly spec: HostSpec;
  readonly cores: CpuScheduler;
  readonly memory: Memory;
  readonly disk: Disk;
  readonly swapDisk: Disk | undefined;
  readonly nic: Nic;

  constructor(simulation: Simulation, spec: HostSpec, onOutOfMemory: (group: GroupId) => boolean) {
    this.spec = spec;
    const contextSwitch = spec.cpu.contextSwitch + addressSpaceSwitch(spec.mmu, spec.cpu);
    this.cores = createScheduler(simulation, "cores", { ...spec.cpu, contextSwitch }, spec.os.scheduler);
    const disks = new Map(Object.entries(spec.disks).map(([name, disk]) => [name, new Disk(simulation, name, disk)]));
    const diskNamed = (name: string): Disk => {
      const disk = disks.get(name);
      if (disk === undefined) throw new Error(`host ${spec.name} has no disk "${name}"; it has: ${[...disks.keys()].join(", ")}`);
      return disk;
    };
    this.disk = diskNamed(spec.systemDisk);
    this.swapDisk = spec.os.swap && diskNamed(spec.os.swap.disk);
    this.nic = new Nic(simulation, spec.nic, spec.network);
    const { pageSize, minorFault, majorFault } = spec.mmu;
    this.memory = new Memory(simulation, {
      frames: Math.floor(spec.memory.size / pageSize),
      pageSize,
      demandPaging: spec.mmu.kind === "paged",
      swap: this.#swapAreas(),
      fileDevice: new DiskPages(this.disk, pageSize),
      ...spec.os.paging,
      minorFault: nanoseconds(minorFault),
      majorFault: nanoseconds(majorFault),
      onOutOfMemory,
    });
  }

  #swapAreas(): { device: PageDevice; pages: number }[] {
    const { mmu, os } = this.spec;
    const { swap, zram } = os;
    const areas: { device: PageDevice; pages: number }[] = [];
    if (zram !== undefined) {
      const perPage = mmu.pageSize / 4096;
      const device = new Zram({
        ratio: zram.ratio,
        compress: this.work(zram.compress * perPage, zram.speed),
        decompress: this.work(zram.decompress * perPage, zram.speed),
        thread: this.#kernelThread(),
      });
      areas.push({ device, pages: Math.floor(zram.size / mmu.pageSize) });
    }
    if (swap !== undefined && this.swapDisk !== undefined) {
      areas.push({ device: new DiskPages(this.swapDisk, mmu.pageSize), pages: Math.floor(swap.size / mmu.pageSize) });
    }
    return areas;
  }

  /** The kernel's reclaim thread: one task of normal weight. Source: Linux has one kswapd for each memory node. */
  #kernelThread(): KernelThread {
    const group = this.cores.addGroup({ weight: 1, name: "kswapd" });
    return (work, done, arg) => {
      this.cores.submit(group, Math.max(1, Math.round(work)), done, arg);
    };
  }

  /** CPU work measured as `time` seconds on a core of `speed`, as nanoseconds on a core of this host. */
  work(time: number, speed: number): number {
    return nanoseconds((time * speed) / this.spec.cpu.speed);
  }

  /** Processor cycles as nanoseconds. */
  cycles(count: number): number {
    return nanoseconds(count / this.spec.cpu.clock);
  }
}
