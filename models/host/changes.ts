/**
 * One change of a machine at a time, as its owner could make it: what the load line's experiments try. Each doubles what there is, so that effects can
 * be compared with each other.
 */
import { hardwareThreads } from "../hardware/cores.ts";
import type { CpuSpec, DiskSpec, MmuSpec } from "../hardware/spec.ts";
import type { NetworkSpec } from "../network/spec.ts";
import type { Resource } from "../vocabulary.ts";
import type { HostSpec } from "./spec.ts";

/** How a thing would be with one change. */
export interface Change<Thing> {
  /** Completes "with ...": "twice the memory". The same change has the same words wherever it can be made. */
  readonly words: string;
  /** What there is more of. */
  readonly resource: Resource;
  readonly changed: Thing;
}

export function hostChanges(host: HostSpec): Change<HostSpec>[] {
  const { cpu, memory } = host;
  return [
    { words: "twice the cores", resource: "cores", changed: { ...host, cpu: { ...cpu, cores: 2 * cpu.cores } } },
    { words: "cores twice as fast", resource: "cores", changed: withFasterCores(host) },
    { words: "twice the memory", resource: "memory", changed: { ...host, memory: { size: 2 * memory.size } } },
    ...diskChanges(host),
    { words: "twice the network and half its latency", resource: "network", changed: withFasterNetwork(host) },
  ];
}

/** All that takes processor time takes half of it. */
function withFasterCores(host: HostSpec): HostSpec {
  const cpu: CpuSpec = {
    ...host.cpu,
    speed: 2 * host.cpu.speed,
    clock: 2 * host.cpu.clock,
    contextSwitch: host.cpu.contextSwitch / 2,
    copyBandwidth: 2 * host.cpu.copyBandwidth,
  };
  const mmu: MmuSpec = { ...host.mmu, minorFault: host.mmu.minorFault / 2, majorFault: host.mmu.majorFault / 2 };
  return { ...host, cpu, mmu, nic: { ...host.nic, cpuPerPacket: host.nic.cpuPerPacket / 2 } };
}

/** Where swap has a disk of its own the two are told apart by a change of each; where it has none, by giving it one. */
function diskChanges(host: HostSpec): Change<HostSpec>[] {
  const { disks, systemDisk, os } = host;
  const { swap } = os;
  const faster = (name: string): HostSpec => ({ ...host, disks: { ...disks, [name]: fasterDisk(disks[name]) } });
  const disk: Change<HostSpec> = { words: "a disk twice as fast", resource: "disk", changed: faster(systemDisk) };
  if (swap === undefined) return [disk];
  const larger: Change<HostSpec> = {
    words: "twice the swap space",
    resource: "swap",
    changed: { ...host, os: { ...os, swap: { ...swap, size: 2 * swap.size } } },
  };
  if (swap.disk !== systemDisk) return [disk, { words: "a swap disk twice as fast", resource: "swap", changed: faster(swap.disk) }, larger];
  const name = `${swap.disk} for swap`;
  const apart: HostSpec = { ...host, disks: { ...disks, [name]: disks[swap.disk] }, os: { ...os, swap: { ...swap, disk: name } } };
  return [disk, { words: "swap on a disk of its own", resource: "swap", changed: apart }, larger];
}

const twice = (value: number | undefined): number | undefined => value && 2 * value;
const half = (value: number | undefined): number | undefined => value && value / 2;

/** Every time is half as long. */
function fasterDisk(disk: DiskSpec): DiskSpec {
  const { mechanics, writeCache } = disk;
  const times = {
    readAccess: disk.readAccess / 2,
    writeAccess: disk.writeAccess / 2,
    readBandwidth: 2 * disk.readBandwidth,
    writeBandwidth: 2 * disk.writeBandwidth,
    commandTime: half(disk.commandTime),
    unitReadBandwidth: twice(disk.unitReadBandwidth),
    unitWriteBandwidth: twice(disk.unitWriteBandwidth),
    writeCache: writeCache && { ...writeCache, drain: 2 * writeCache.drain },
    mechanics: mechanics && {
      shortestSeek: mechanics.shortestSeek / 2,
      averageSeek: mechanics.averageSeek / 2,
      rotation: mechanics.rotation / 2,
      oldestFirstAfter: mechanics.oldestFirstAfter / 2,
    },
  };
  return { ...disk, ...given(times) };
}

/** Without the keys that have no value: a spec leaves out what is not there. */
function given<Fields extends object>(fields: Fields): { [Key in keyof Fields]: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

function withFasterNetwork(host: HostSpec): HostSpec {
  const { nic, network } = host;
  const faster: HostSpec = { ...host, nic: { ...nic, bandwidth: 2 * nic.bandwidth, latency: nic.latency / 2 } };
  return network === undefined ? faster : { ...faster, network: fasterNetwork(network) };
}

const fasterNetwork = (network: NetworkSpec): NetworkSpec => ({
  ...network,
  latency: network.latency / 2,
  bandwidthIn: 2 * network.bandwidthIn,
  bandwidthOut: 2 * network.bandwidthOut,
  clientBandwidth: 2 * network.clientBandwidth,
  ...(network.radio === undefined ? {} : { radio: { ...network.radio, access: network.radio.access / 2 } }),
});

/** Whether a limit of so many cores is one on this host. */
export const isLimited = (cores: number, { cpu }: HostSpec): boolean => cores < hardwareThreads(cpu);
