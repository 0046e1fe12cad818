/** Overcommitted virtual machines on a small host, whose swap disk and core form a closed network; and the cases that compare them. */
import type { ValidationCase } from "../../../engine/testing/validation.ts";
import { meanValueAnalysis } from "../../../engine/testing/theory/index.ts";
import type { DeploymentSpec } from "../../fleet/deployment.ts";
import type { HostSpec } from "../../host/spec.ts";
import { simulate } from "../../run/simulate.ts";
import { type RunWindow, windowFrom } from "../../run/window.ts";
import { app, deployment, host, MiB, run, vm, os } from "../specs.ts";

export const CPU = 20e-3;
export const TOUCHES = 40;
export const READ = 2e-3;
export const HEAP = 8 * MiB;
export const MEMORY = 64 * MiB;
const SYSTEM = 4 * MiB;

export const smallHost = (changes: Partial<HostSpec> = {}): HostSpec =>
  host({
    cpu: { ...host().cpu, cores: 1, contextSwitch: 0, cachePerCore: 0 },
    mmu: { ...host().mmu, minorFault: 0, majorFault: 0 },
    memory: { size: MEMORY },
    disks: {
      main: { parallel: 1, readAccess: 1e-6, writeAccess: 1e-6, readBandwidth: 1e12, writeBandwidth: 1e12 },
      swap: { parallel: 1, readAccess: READ, writeAccess: 1e-6, readBandwidth: 1e12, writeBandwidth: 1e12 },
    },
    nic: { bandwidth: 1e15, latency: 0, mtu: 1500, cpuPerPacket: 0 },
    os: os({ swap: { disk: "swap", size: 1024 * MiB }, system: { memory: SYSTEM, workingSet: SYSTEM } }),
    ...changes,
  });

/** Requests enough that one is always in service, and references that only read: pages that came back leave without a write. */
export const busy = app({
  arrivals: [{ kind: "poisson", rate: 60 }],
  request: [
    { kind: "cpu", demand: { kind: "drawn", distribution: { kind: "exponential", mean: CPU } }, speed: 300 },
    { kind: "touch", pages: TOUCHES },
    { kind: "reply", size: 1 },
  ],
  memory: { code: 0, heap: HEAP, workingSet: HEAP, dirtyShare: 0 },
  startCpu: 0,
  threads: 1,
  backlog: 5,
  pageWalkShare: 0,
  systemCalls: 0,
});

/** A machine that is nothing but the application. */
export const bareVm = vm({
  hypervisor: {
    ...vm().hypervisor,
    memory: 0,
    workingSet: 0,
    createCpu: 1e-6,
    traps: { arm64: { ioIn: 0, ioOut: 0 } },
    blockReadAdder: 0,
    blockWriteAdder: 0,
    networkRoundTrip: 0,
  },
  guest: { ...vm().guest, kernelBase: 0, kernelShare: 0, system: 0, systemWorkingSet: 0, bootCpu: 1e-6, bootRead: 4096, idleCpu: 0 },
  memory: 16 * MiB,
});

export function measure(spec: DeploymentSpec, tenants: number, duration = 60): RunWindow {
  const record = simulate(run(spec, { tenants, duration }));
  return windowFrom(record, 10);
}

/** Completed requests a second. */
export const throughputOf = (window: RunWindow): number => window.completed / (window.run.sliceLength * 10);

/** Reclaim keeps the high watermark of frames free, which is small; so is the image in the page cache. */
const FOR_GUESTS = MEMORY - SYSTEM;

function thrashing(machines: number): ValidationCase {
  return {
    name: `${machines} virtual machines of 8 MiB on 64 MiB`,
    source: "exact mean value analysis of core and swap disk; misses = the share of pages that is not in memory (Denning 1968)",
    // Core and disk differ from the analysis: constant reads of the disk where it assumes exponential ones.
    agreement: { kind: "within", relative: 0.07 },
    expected() {
      const misses = TOUCHES * Math.max(0, 1 - FOR_GUESTS / (machines * HEAP));
      const { throughput } = meanValueAnalysis(machines, 0, [CPU, misses * READ]);
      return { "throughput [1/s]": throughput, "busy core [1]": throughput * CPU, "busy swap disk [1]": throughput * misses * READ };
    },
    simulate(_, length) {
      const window = measure(deployment(bareVm, { app: busy, host: smallHost() }), machines, 60 * length);
      return {
        "throughput [1/s]": throughputOf(window),
        "busy core [1]": window.utilization.cores,
        "busy swap disk [1]": window.utilization.swapDisk,
      };
    },
  };
}

/** Just beyond the knee, and far beyond it. */
export const thrashingCases: readonly ValidationCase[] = [9, 10, 12, 16].map(thrashing);
