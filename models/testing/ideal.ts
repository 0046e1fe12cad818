/** Specs of machines that add nothing to the work itself: what remains is queueing, so that formulae hold without corrections. */
import type { DistributionSpec } from "../../engine/index.ts";
import type { ContainerSpec } from "../container/spec.ts";
import type { DiskSpec } from "../hardware/spec.ts";
import type { HostSpec } from "../host/spec.ts";
import type { FunctionSpec } from "../serverless/spec.ts";
import type { VmSpec } from "../vm/spec.ts";
import type { AppSpec, StepSpec } from "../workload/spec.ts";
import { app, container, host, lambda, MiB, vm } from "./specs.ts";

/** No context switches, no protocol work, a network without delay, a disk too fast to notice. */
export function idealHost(cores: number, changes: Partial<HostSpec> = {}): HostSpec {
  const { cpu, mmu } = host();
  return host({
    cpu: { ...cpu, cores, contextSwitch: 0, cachePerCore: 0 },
    mmu: { ...mmu, minorFault: 0, majorFault: 0 },
    nic: { bandwidth: 1e15, latency: 0, mtu: 1500, cpuPerPacket: 0 },
    disks: { main: idealDisk(1e-6) },
    ...changes,
  });
}

/** Every access takes `access` [s], whatever its size. */
export const idealDisk = (access: number, parallel = 1): DiskSpec => ({
  parallel,
  readAccess: access,
  writeAccess: access,
  readBandwidth: 1e15,
  writeBandwidth: 1e15,
});

const instant = { ...container().engine, startCpu: 1e-6, startRead: 4096, networkRoundTrip: 0 };

export const idealContainer = (changes: Partial<ContainerSpec> = {}): ContainerSpec => container({ engine: instant, ...changes });

export const idealVm = (changes: Partial<VmSpec> = {}): VmSpec => {
  const { hypervisor, guest } = vm();
  return vm({
    hypervisor: {
      ...hypervisor,
      traps: { arm64: { ioOut: 0, ioIn: 0 } },
      blockReadAdder: 0,
      blockWriteAdder: 0,
      networkRoundTrip: 0,
      createCpu: 1e-6,
    },
    guest: { ...guest, bootCpu: 1e-6, bootRead: 4096, idleCpu: 0 },
    ...changes,
  });
};

/** Functions whose starts take a few microseconds. */
export function idealFunction(changes: Partial<FunctionSpec> = {}): FunctionSpec {
  const { platform, runtime } = lambda();
  return lambda({
    platform: { ...platform, dispatchCpu: 0, dispatchLatency: 0, workingSet: 0, memory: MiB, parallelStarts: 1000 },
    runtime: { ...runtime, memory: 4096, workingSet: 4096, initCpu: 1e-6, initRead: 4096 },
    engine: { ...instant, shimMemory: 4096 },
    ...changes,
  });
}

/** A CPU step of this many seconds. */
export const compute = (distribution: DistributionSpec): StepSpec => ({
  kind: "cpu",
  demand: { kind: "drawn", distribution },
  speed: host().cpu.speed,
});

/** Requests that come as a Poisson stream at `rate` [1/s] and only do these steps before they answer. */
export const onlyDoes = (rate: number, steps: readonly StepSpec[], changes: Partial<AppSpec> = {}): AppSpec =>
  app({
    arrivals: [{ kind: "poisson", rate }],
    request: [...steps, { kind: "reply", size: 1 }],
    memory: { code: 4096, heap: 4096, workingSet: 4096, dirtyShare: 0 },
    startCpu: 1e-6,
    pageWalkShare: 0,
    systemCalls: 0,
    threads: 10_000,
    ...changes,
  });
