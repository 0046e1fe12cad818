/**
 * Hand-made study records for tests: three deployments on a small board, with loads below and above each line. The numbers follow a
 * simple rule (response time 1 / (1 - load / capacity)), so that tests can compute what to expect; they come from no simulation.
 */
import { COMPONENTS, FAILURES, MEMORY_KINDS, type Component, type MemoryKind, type Resource } from "../../models/vocabulary.ts";
import type { DeploymentRecord, Estimate, Point, StudyRecord } from "../../scenarios/study/record.ts";

const MiB = 1024 * 1024;
const GiB = 1024 * MiB;

export const HOST_MEMORY = 4 * GiB;
export const HOST_SWAP = 2 * GiB;

interface Shape {
  readonly name: string;
  readonly model: "vm" | "container" | "function";
  readonly label: string;
  /** Load line and what gives way beyond it. */
  readonly line: number;
  readonly atMost: number;
  readonly resource: Resource;
  readonly explanation: string;
  /** p99 at low load, and at the line [s]. */
  readonly base: number;
  readonly atLine: number;
  /** p99 over p50. */
  readonly spread: number;
  /** Memory of one tenant by kind [B]. */
  readonly memory: Partial<Record<MemoryKind, number>>;
  readonly perHost: Partial<Record<MemoryKind, number>>;
  /** Shares of the mean response time, and of the slowest 1 %, at and beyond the line. */
  readonly mean: Partial<Record<Component, number>>;
  readonly tail: Partial<Record<Component, number>>;
  readonly beyond: Partial<Record<Component, number>>;
  readonly start: { readonly kind: string; readonly median: number; readonly perTenantHour: number };
}

const SHAPES: readonly Shape[] = [
  {
    name: "vm",
    model: "vm",
    label: "KVM, Alpine guest, 1 vCPU, 256 MiB",
    line: 17,
    atMost: 17,
    resource: "memory",
    explanation: "at 18 tenants 412 MiB lie on swap and 71 page faults a second wait for the disk, which is busy 93 % of the time",
    base: 0.034,
    atLine: 0.218,
    spread: 5.5,
    memory: { guest: 96 * MiB, hypervisor: 18 * MiB, code: 12 * MiB, heap: 60 * MiB },
    perHost: { imageCache: 24 * MiB },
    mean: { queueing: 0.04, waiting: 0.08, running: 0.52, steal: 0.12, faults: 0.1, disk: 0.09, network: 0.05 },
    tail: { queueing: 0.09, waiting: 0.12, running: 0.1, steal: 0.22, faults: 0.37, disk: 0.09, network: 0.01 },
    beyond: { queueing: 0.16, waiting: 0.05, running: 0.03, steal: 0.06, faults: 0.62, disk: 0.08 },
    start: { kind: "vm boot", median: 9.4, perTenantHour: 0 },
  },
  {
    name: "container",
    model: "container",
    label: "Docker, AppArmor, 1 CPU, 64 MiB",
    line: 87,
    atMost: 90,
    resource: "memory",
    explanation: "at 91 tenants 380 MiB lie on swap and 64 page faults a second wait for the disk, which is busy 91 % of the time",
    base: 0.027,
    atLine: 0.231,
    spread: 8.7,
    memory: { runtime: 8 * MiB, heap: 27 * MiB },
    perHost: { platform: 80 * MiB, sharedCode: 12 * MiB, imageCache: 40 * MiB },
    mean: { queueing: 0.03, waiting: 0.17, throttled: 0.05, running: 0.58, faults: 0.04, disk: 0.09, network: 0.04 },
    tail: { queueing: 0.12, waiting: 0.38, throttled: 0.12, running: 0.14, faults: 0.13, disk: 0.1, network: 0.01 },
    beyond: { queueing: 0.2, waiting: 0.2, running: 0.04, faults: 0.5, disk: 0.06 },
    start: { kind: "container start", median: 0.71, perTenantHour: 0 },
  },
  {
    name: "function",
    model: "function",
    label: "OpenWhisk, Node.js, 128 MiB, keep-alive 10 min",
    line: 41,
    atMost: 43,
    resource: "cores",
    explanation: "at 44 tenants the 4 cores are busy 99 % of the time; requests wait 1.9 s for one, the platform's dispatching included",
    base: 0.051,
    atLine: 0.207,
    spread: 4.6,
    memory: { platform: 6 * MiB, runtime: 40 * MiB, code: 4 * MiB, heap: 20 * MiB },
    perHost: { platform: 420 * MiB, sharedCode: 16 * MiB, imageCache: 90 * MiB },
    mean: { queueing: 0.12, waiting: 0.2, running: 0.42, disk: 0.06, network: 0.05, coldStart: 0.15 },
    tail: { queueing: 0.14, waiting: 0.28, running: 0.05, disk: 0.02, network: 0.01, coldStart: 0.5 },
    beyond: { queueing: 0.34, waiting: 0.5, running: 0.02, disk: 0.01, coldStart: 0.13 },
    start: { kind: "function cold start", median: 0.93, perTenantHour: 2.4 },
  },
];

const RATE = 2; // requests per second and tenant
export const OBJECTIVE_LATENCY = 0.25;

const estimate = (value: number, relative: number, n = 8): Estimate => ({
  value,
  low: value * (1 - relative),
  high: value * (1 + relative),
  n,
});

const all = <Key extends string>(keys: readonly Key[], parts: Partial<Record<Key, number>>, factor = 1): Record<Key, number> =>
  Object.fromEntries(keys.map((key) => [key, (parts[key] ?? 0) * factor])) as Record<Key, number>;

/** p99 [s]: rises as 1 / (1 - load), meets the objective just at the line, and collapses beyond. */
function latencyAt(shape: Shape, tenants: number): number {
  const capacity = shape.line / (1 - shape.base / shape.atLine);
  if (tenants <= shape.line) return shape.base / (1 - tenants / capacity);
  return OBJECTIVE_LATENCY * 1.6 * (1 + 14 * (tenants / shape.line - 1));
}

function point(shape: Shape, tenants: number): Point {
  const met = tenants <= shape.line;
  const p99 = latencyAt(shape, tenants);
  const mean = p99 / 4;
  const errors = met ? 0.0004 * (tenants / shape.line) : 0.031;
  const bytes = all(MEMORY_KINDS, { ...shape.perHost, host: 310 * MiB });
  for (const [kind, size] of Object.entries(shape.memory)) bytes[kind as MemoryKind] += size * tenants;
  const wanted = Object.values(bytes).reduce((sum, size) => sum + size, 0);
  const swapped = Math.max(0, wanted - HOST_MEMORY) + (met ? 0 : 300 * MiB);
  const resident = all(MEMORY_KINDS, bytes, (Math.min(wanted, HOST_MEMORY) - (met ? 0 : 40 * MiB)) / wanted);
  const used = Object.values(resident).reduce((sum, size) => sum + size, 0);
  const load = tenants / (shape.line + 1);
  const cores = Math.min(0.99, shape.resource === "cores" ? 0.96 * load : 0.7 * load);
  const swapDisk = shape.resource === "memory" ? (met ? 0.3 * load : 0.93) : 0;
  const anatomy = met ? shape.mean : shape.beyond;
  const worst = met ? shape.tail : shape.beyond;
  return {
    tenants,
    verdict: met ? "met" : tenants <= shape.atMost ? "undecided" : "missed",
    replications: 8,
    duration: 600,
    warmup: 84,
    startup: shape.start.perTenantHour === 0 ? estimate((shape.start.median * tenants) / 3, 0.03) : estimate(0, 0),
    ready: true,
    collapsed: 0,
    unsteady: 0,
    requests: Math.round(8 * 516 * RATE * tenants),
    throughput: estimate(RATE * tenants * (1 - errors), 0.004),
    offered: estimate(RATE * tenants, 0.004),
    errorRate: { value: errors, low: errors * 0.6, high: errors * 1.4, n: 8 },
    errors: all(FAILURES, { late: errors * 0.7, refused: errors * 0.3 }),
    latency: {
      mean: estimate(mean, 0.03),
      p50: estimate(p99 / shape.spread, 0.02),
      p90: estimate(p99 / 2.6, 0.04),
      p95: estimate(p99 / 1.9, 0.05),
      p99: estimate(p99, met ? 0.06 : 0.12),
      "p99.9":
        tenants < 10
          ? { value: null, low: null, high: null, n: 8, reason: "not enough samples (8256, needs 10000)" }
          : estimate(p99 * 1.7, 0.15),
      max: estimate(p99 * 2.4, 0.3),
    },
    anatomy: { mean: all(COMPONENTS, anatomy, mean), tail: all(COMPONENTS, worst, p99 * 1.25) },
    utilization: {
      cores: estimate(cores, 0.01),
      memory: estimate(used / HOST_MEMORY, 0.002),
      disk: estimate(Math.min(0.95, 0.4 * load), 0.03),
      swapDisk: estimate(swapDisk, 0.05),
      nicIn: estimate(0.004 * load, 0.01),
      nicOut: estimate(0.002 * load, 0.01),
    },
    memory: { resident, swapped, free: HOST_MEMORY - used, total: HOST_MEMORY },
    majorFaults: estimate(met ? 0.4 * load : 71, 0.1),
    instances: estimate(tenants, 0),
    starts: [
      {
        kind: shape.start.kind,
        count: 8 * tenants,
        perTenantHour: shape.start.perTenantHour,
        mean: shape.start.median * 1.1,
        p50: shape.start.median,
        p99: shape.start.median * 3,
        max: shape.start.median * 4,
      },
    ],
    audit: { checks: 8 * 41, worst: 3.1e-13, worstCheck: "Little's law at cores" },
    outOfMemoryKills: met || shape.resource !== "memory" ? 0 : 3,
    evictions: 0,
    fingerprint: `${shape.name}-${tenants}`.padEnd(16, "0"),
    events: 41_000 * tenants,
  };
}

/** Loads that a search would visit: doubling from 1, then closing in on the line; never beyond the range. */
function loadsAround(shape: Shape, maxTenants: number): readonly number[] {
  const loads = new Set<number>();
  for (let tenants = 1; tenants < shape.line * 1.6; tenants *= 2) loads.add(tenants);
  for (const tenants of [0.8, 0.9, 1, 1.35]) loads.add(Math.round(shape.line * tenants));
  for (let tenants = shape.line + 1; tenants <= shape.atMost + 1; tenants++) loads.add(tenants);
  return [...loads].filter((tenants) => tenants <= maxTenants).sort((a, b) => a - b);
}

function deployment(shape: Shape, maxTenants: number): DeploymentRecord {
  return {
    name: shape.name,
    model: shape.model,
    label: shape.label,
    loadLine: {
      tenants: shape.line,
      atMost: shape.atMost,
      endOfRange: false,
      bottleneck: { resource: shape.resource, explanation: shape.explanation, atTenants: shape.atMost + 1 },
    },
    points: loadsAround(shape, maxTenants).map((tenants) => point(shape, tenants)),
  };
}

const TEXT = `plimsoll: 1
title: Sensor pipelines on one gateway
hosts:
  gateway: { preset: raspberry-pi-4-4gb, disks: { main: { preset: microsd-a1 } }, swap: { on: main, size: 2 GiB } }
# <script>alert("never runs")</script> & other text that needs escaping
objective: { latency: { p99: 250 ms }, errors: 1 % }
`;

/** Containers 87 (87 to 90), functions 41 (41 to 43), VMs 17; all found. */
export function sampleRecord(): StudyRecord {
  return {
    schemaVersion: 1,
    plimsoll: "0.1.0",
    scenario: { title: "Sensor pipelines on one gateway", file: "iot-gateway.yaml", sha256: "5e".repeat(32), text: TEXT },
    host: { name: "gateway", label: "Raspberry Pi 4 (4 GB)", cores: 4, memory: HOST_MEMORY, swap: HOST_SWAP },
    objective: { percentile: 99, latency: OBJECTIVE_LATENCY, errors: 0.01 },
    experiment: { seed: 1, minTenants: 1, maxTenants: 200, duration: 600, confidence: 0.95 },
    ratePerTenant: RATE,
    deployments: SHAPES.map((shape) => deployment(shape, 200)),
    values: [
      { path: "hosts.gateway.cpu.cores", value: "4", origin: "preset raspberry-pi-4-4gb", source: "BCM2711 data sheet", range: "4" },
      {
        path: "hosts.gateway.disks.main.readAccess",
        value: "650 us",
        origin: "preset microsd-a1",
        source: "SD Association, A1 class",
        range: "300 to 700 us",
      },
      { path: "objective.latency.p99", value: "250 ms", origin: "iot-gateway.yaml:6" },
      { path: "experiment.warmup", value: "auto", origin: "default" },
    ],
    attributions: [],
    complete: true,
  };
}

/** Changes one deployment of a record, by name. */
export function withDeployment(record: StudyRecord, name: string, change: (deployment: DeploymentRecord) => DeploymentRecord): StudyRecord {
  return { ...record, deployments: record.deployments.map((one) => (one.name === name ? change(one) : one)) };
}

/** VMs refused for lack of virtualization support. */
export function refusedRecord(): StudyRecord {
  return withDeployment(sampleRecord(), "vm", ({ name, model, label }) => ({
    name,
    model,
    label,
    refused: "the host's processor has no virtualization support, which virtual machines need",
    loadLine: null,
    points: [],
  }));
}

/** Interrupted while the functions were being searched and before the VMs were begun. */
export function interruptedRecord(): StudyRecord {
  const cut = withDeployment(sampleRecord(), "function", (one) => ({
    ...one,
    loadLine: null,
    points: one.points.filter(({ tenants }) => tenants <= 16),
  }));
  return { ...withDeployment(cut, "vm", (one) => ({ ...one, loadLine: null, points: [] })), complete: false };
}

/** The range ended at 64 tenants, before the containers did. */
export function endOfRangeRecord(): StudyRecord {
  const base = sampleRecord();
  const cut = withDeployment(base, "container", (one) => ({
    ...one,
    loadLine: { tenants: 64, atMost: null, endOfRange: true, bottleneck: null },
    points: one.points.filter(({ tenants }) => tenants <= 64),
  }));
  return { ...cut, experiment: { ...base.experiment, maxTenants: 64 } };
}

/** Not even one tenant as VM meets the objective. */
export function zeroRecord(): StudyRecord {
  return withDeployment(sampleRecord(), "vm", (one) => ({
    ...one,
    loadLine: {
      tenants: 0,
      atMost: 0,
      endOfRange: false,
      bottleneck: { resource: "memory", explanation: "at 1 tenant 900 MiB lie on swap", atTenants: 1 },
    },
    points: one.points.filter(({ tenants }) => tenants <= 2).map((each) => ({ ...each, verdict: "missed" as const })),
  }));
}

/** One of each kind that looks different. */
export const RECORDS = {
  sample: sampleRecord(),
  refused: refusedRecord(),
  interrupted: interruptedRecord(),
  endOfRange: endOfRangeRecord(),
  zero: zeroRecord(),
};
