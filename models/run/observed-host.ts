/** A host as the observation sees it. */
import type { Station } from "../../engine/index.ts";
import type { Host } from "../host/host.ts";
import type { InstanceUsage } from "../instance/usage.ts";
import type { PressureTimes } from "../os/cpu/pressure.ts";
import type { SchedulerUsage } from "../os/cpu/scheduler.ts";
import type { Memory } from "../os/memory/memory.ts";
import type { StationRole } from "../vocabulary.ts";
import type { World } from "./world.ts";

export interface ObservedStation {
  readonly role: StationRole;
  /** On its host, as people call it: "cores", the disk's name in the scenario. */
  readonly name: string;
  readonly station: Station;
}

/** Counted since the beginning of the run, over the host and the guests on it that page by themselves [1]. */
export interface MemoryEvents {
  readonly minorFaults: number;
  readonly majorFaults: number;
  readonly kills: number;
}

/** Instances of an application that exist, and what is charged to them and in frames [B]. */
export interface ChargedMemory {
  readonly count: number;
  readonly bytes: number;
}

export interface ObservedHost {
  readonly name: string;
  /** The same ones in the same order at every call; one with two roles is there twice. */
  stations(): readonly ObservedStation[];
  readonly memory: Pick<
    Memory,
    "pageSize" | "residentByKind" | "swapped" | "swappedByKind" | "free" | "references" | "majorFaults" | "fileReads"
  >;
  memoryEvents(): MemoryEvents;
  /** Instances that can serve now. */
  readyInstances(): number;
  /** Idle instances that its platforms have evicted since the beginning. */
  evictions(): number;
  schedulerUsage(): SchedulerUsage;
  pressure(): PressureTimes;
  /** By application: what its instances, those that are gone included, have used; and what those that exist hold. */
  usage(): readonly InstanceUsage[];
  chargedMemory(): readonly ChargedMemory[];
}

/** The hosts of a world. */
export function observedHosts({ members, templates }: World): readonly ObservedHost[] {
  return members.map(({ host, lifecycle }, number) => {
    const stations = stationsOf(host);
    return {
      name: host.name,
      stations: () => stations,
      memory: host.memory,
      memoryEvents: () => lifecycle.memoryEvents(),
      readyInstances: () => lifecycle.ready,
      evictions: () => lifecycle.evictions,
      schedulerUsage: () => host.cpu.usage,
      pressure: () => host.cpu.pressure.times(),
      usage: () => lifecycle.usage(templates[number]),
      chargedMemory: () => lifecycle.chargedMemory(templates[number]),
    };
  });
}

function stationsOf({ cpu, disk, swapDisk, port }: Host): ObservedStation[] {
  return [
    { role: "cores", name: "cores", station: cpu },
    { role: "disk", name: disk.name, station: disk.queue },
    ...(swapDisk === undefined ? [] : [{ role: "swapDisk" as const, name: swapDisk.name, station: swapDisk.queue }]),
    { role: "nicIn", name: "network in", station: port.inbound },
    { role: "nicOut", name: "network out", station: port.outbound },
  ];
}
