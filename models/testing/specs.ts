/** Small, round-numbered specs for tests; a test overrides what it is about. */
import type { ContainerEngineSpec, ContainerSpec, SecuritySpec } from "../container/spec.ts";
import type { DeploymentSpec } from "../fleet/deployment.ts";
import type { UnitSpec } from "../fleet/units.ts";
import type { HostSpec } from "../host/spec.ts";
import { FLUID } from "../os/cpu/spec.ts";
import { DEFAULT_PAGING, type OsSpec } from "../os/spec.ts";
import type { RunSpec } from "../run/run-record.ts";
import { fixed } from "../serverless/policies/keep-alive/fixed.ts";
import type { FunctionSpec } from "../serverless/spec.ts";
import type { VmSpec } from "../vm/spec.ts";
import type { AppSpec } from "../workload/spec.ts";

export const MiB = 1024 * 1024;
export const GiB = 1024 * MiB;

export const os = (changes: Partial<OsSpec> = {}): OsSpec => ({
  scheduler: FLUID,
  paging: DEFAULT_PAGING,
  swap: { disk: "main", size: 2 * GiB },
  system: { memory: 220 * MiB, workingSet: 60 * MiB },
  ...changes,
});

export const host = (changes: Partial<HostSpec> = {}): HostSpec => ({
  name: "host",
  preset: "test host",
  cpu: {
    isa: "arm64",
    cores: 4,
    threadsPerCore: 1,
    smtGain: 0,
    speed: 300,
    clock: 1.5e9,
    contextSwitch: 5e-6,
    cachePerCore: 256 * 1024,
    copyBandwidth: 2.7e9,
  },
  mmu: {
    kind: "paged",
    pageSize: 4096,
    tlb: { l1: 32, l1Huge: 32, l2: 1024, l2Huge: 1024 },
    levels: 4,
    stage2Levels: 4,
    pageWalkCache: 64,
    nestedTlb: 64,
    tableCache: 1 * MiB,
    l2TlbHit: 8,
    cachedEntry: 30,
    memoryEntry: 200,
    nestedWalkRatio: 2,
    addressSpaceIds: true,
    pageTableIsolation: false,
    minorFault: 3e-6,
    majorFault: 5e-6,
  },
  virtualization: true,
  memory: { size: 4 * GiB },
  disks: { main: { parallel: 1, readAccess: 1 / 2900, writeAccess: 1 / 800, readBandwidth: 45e6, writeBandwidth: 25e6 } },
  systemDisk: "main",
  nic: { bandwidth: 117e6, latency: 100e-6, mtu: 1500, cpuPerPacket: 10e-6 },
  os: os(),
  ...changes,
});

export const app = (changes: Partial<AppSpec> = {}): AppSpec => ({
  name: "telemetry",
  arrivals: [{ kind: "poisson", rate: 2 }],
  message: 512,
  request: [
    { kind: "cpu", demand: { kind: "drawn", distribution: { kind: "exponential", mean: 4e-3 } }, speed: 300 },
    { kind: "touch", pages: 64 },
    { kind: "write", size: 4096 },
    { kind: "reply", size: 512 },
  ],
  memory: { code: 12 * MiB, heap: 30 * MiB, workingSet: 20 * MiB, dirtyShare: 0.3 },
  startCpu: 0.2,
  startSpeed: 300,
  pageWalkShare: 0.05,
  hugePages: false,
  systemCalls: 50,
  threads: 8,
  backlog: 1000,
  patience: Number.POSITIVE_INFINITY,
  ...changes,
});

export const engine: ContainerEngineSpec = {
  name: "docker",
  daemonMemory: 150 * MiB,
  shimMemory: 8 * MiB,
  startCpu: 0.8,
  startSpeed: 300,
  startRead: 5 * MiB,
  networkRoundTrip: 37e-6,
};

export const security: SecuritySpec = { name: "none", perCall: 0 };

export const container = (changes: Partial<ContainerSpec> = {}): ContainerSpec => ({
  kind: "container",
  engine,
  security,
  cpus: 1,
  cpuPeriod: 0.1,
  cpuWeight: 100,
  memory: 64 * MiB,
  ...changes,
});

export const vm = (changes: Partial<VmSpec> = {}): VmSpec => ({
  kind: "vm",
  hypervisor: {
    name: "kvm",
    memory: 131 * MiB,
    workingSet: 10 * MiB,
    traps: { arm64: { ioOut: 6024, ioIn: 13872 } },
    blockReadAdder: 72e-6,
    blockWriteAdder: 36e-6,
    networkRoundTrip: 30e-6,
    createCpu: 0.3,
    bootSpeed: 300,
  },
  guest: {
    name: "alpine",
    kernelBase: 13.9 * MiB,
    kernelShare: 1 / 64,
    system: 45 * MiB,
    systemWorkingSet: 12 * MiB,
    bootCpu: 1.5,
    bootSpeed: 300,
    bootRead: 44 * MiB,
    idleCpu: 0.01,
  },
  vcpus: 1,
  memory: 256 * MiB,
  hugePages: false,
  image: "alpine.qcow2",
  ...changes,
});

export const lambda = (changes: Partial<FunctionSpec> = {}): FunctionSpec => ({
  kind: "function",
  platform: {
    name: "openwhisk",
    sandbox: "container",
    memory: 512 * MiB,
    workingSet: 128 * MiB,
    dispatchCpu: 2e-3,
    dispatchSpeed: 1200,
    dispatchLatency: 6e-3,
    poolMemory: Number.POSITIVE_INFINITY,
    parallelStarts: 10,
    eviction: "longest-idle",
  },
  runtime: { name: "nodejs", memory: 74 * MiB, workingSet: 20 * MiB, initCpu: 0.14, initSpeed: 1200, initRead: 20 * MiB },
  engine,
  security,
  memory: 128 * MiB,
  timeout: 10,
  keepAlive: fixed(600),
  idleInstance: "most-recently-used",
  concurrency: 1,
  cpus: 1,
  maxInstances: 100,
  backlog: 100,
  ...changes,
});

/** One application in `unit` on one host. */
export const deployment = (
  unit: UnitSpec,
  changes: Partial<DeploymentSpec> & { readonly app?: AppSpec; readonly host?: HostSpec } = {},
): DeploymentSpec => {
  const { app: application = app(), host: machine = host(), ...rest } = changes;
  return { name: unit.kind, hosts: [machine], placement: "spread", parts: [{ app: application, unit }], restartEvery: undefined, ...rest };
};

/** `latencyLimit` [s] is that of every application, and so is `lostShare`, of late and of failed requests. */
export const run = (spec: DeploymentSpec, changes: Partial<RunSpec & RunLimits> = {}): RunSpec => {
  const { latencyLimit: latency = 0.25, lostShare = Number.POSITIVE_INFINITY, ...rest } = changes;
  return {
    deployment: spec,
    tenants: 10,
    seed: 1,
    replication: 0,
    duration: 120,
    limits: spec.parts.map(() => ({ latency, late: latency, lateShare: lostShare, failedShare: lostShare })),
    ...rest,
  };
};

interface RunLimits {
  readonly latencyLimit: number;
  readonly lostShare: number;
}
