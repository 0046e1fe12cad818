/** A host put together: cores, memory, disks and network interface as stations of one simulation. */
import { nanoseconds, type Simulation } from "../engine/index.ts";
import { addressSpaceSwitch } from "./hardware/mmu/context-switch.ts";
import { Disk } from "./hardware/disk/disk.ts";
import { Nic } from "./hardware/nic.ts";
import type { HostSpec } from "./hardware/spec.ts";
import { createScheduler } from "./os/cpu/create.ts";
import type { CpuScheduler } from "./os/cpu/scheduler.ts";
import { Memory } from "./os/memory.ts";

export class Machine {
  readonly spec: HostSpec;
  readonly cores: CpuScheduler;
  readonly memory: Memory;
  readonly disk: Disk;
  readonly swapDisk: Disk | undefined;
  readonly nic: Nic;

  constructor(simulation: Simulation, spec: HostSpec, onOutOfMemory: () => boolean) {
    this.spec = spec;
    const contextSwitch = spec.cpu.contextSwitch + addressSpaceSwitch(spec.mmu, spec.cpu);
    this.cores = createScheduler(simulation, "cores", { ...spec.cpu, contextSwitch }, spec.scheduler);
    const disks = new Map(Object.entries(spec.disks).map(([name, disk]) => [name, new Disk(simulation, name, disk)]));
    const diskNamed = (name: string): Disk => {
      const disk = disks.get(name);
      if (disk === undefined) throw new Error(`host ${spec.name} has no disk "${name}"; it has: ${[...disks.keys()].join(", ")}`);
      return disk;
    };
    this.disk = diskNamed(spec.systemDisk);
    this.swapDisk = spec.swap && diskNamed(spec.swap.disk);
    this.nic = new Nic(simulation, spec.nic);
    const { pageSize } = spec.mmu;
    this.memory = new Memory(simulation, {
      frames: Math.floor(spec.memory.size / pageSize),
      pageSize,
      swap: spec.swap && this.swapDisk && { disk: this.swapDisk, pages: Math.floor(spec.swap.size / pageSize) },
      fileDisk: this.disk,
      onOutOfMemory,
    });
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
