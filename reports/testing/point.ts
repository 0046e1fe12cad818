/**
 * One load of a deployment, hand-made: numbers follow a simple rule (response time 1 / (1 - load / capacity)), so that tests can compute what to
 * expect. One application on one host: totals and the numbers by application and by host are the same.
 */
import { COMPONENTS, FAILURES, MEMORY_KINDS, type MemoryKind } from "../../models/vocabulary.ts";
import type { AppResult, Estimate, HostResult, Point, StartStatistics, Timeline } from "../../scenarios/study/record.ts";
import { HOST_MEMORY, MiB, OBJECTIVE_LATENCY, RATE, type Shape } from "./shapes.ts";

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

const isMet = (shape: Shape, tenants: number): boolean => tenants <= shape.line;
const loadOf = (shape: Shape, tenants: number): number => tenants / (shape.line + 1);

function requestsAt(shape: Shape, tenants: number): Omit<AppResult, "name" | "unit" | "starts" | "instance" | "verdict" | "by"> {
  const met = isMet(shape, tenants);
  const p99 = latencyAt(shape, tenants);
  const mean = p99 / 4;
  const errors = met ? 0.0004 * (tenants / shape.line) : 0.031;
  return {
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
    anatomy: {
      mean: all(COMPONENTS, met ? shape.mean : shape.beyond, mean),
      tail: all(COMPONENTS, met ? shape.tail : shape.beyond, p99 * 1.25),
    },
    waited: estimate(Math.min(1, 0.3 * loadOf(shape, tenants)), 0.05),
    coldStarts: estimate(shape.start.perTenantHour > 0 ? 0.02 : 0, 0.1),
  };
}

function memoryAt(shape: Shape, tenants: number): Point["memory"] {
  const met = isMet(shape, tenants);
  const bytes = all(MEMORY_KINDS, { ...shape.perHost, host: 310 * MiB });
  for (const [kind, size] of Object.entries(shape.memory)) bytes[kind as MemoryKind] += size * tenants;
  const wanted = Object.values(bytes).reduce((sum, size) => sum + size, 0);
  const resident = all(MEMORY_KINDS, bytes, (Math.min(wanted, HOST_MEMORY) - (met ? 0 : 40 * MiB)) / wanted);
  const used = Object.values(resident).reduce((sum, size) => sum + size, 0);
  const swapped = Math.max(0, wanted - HOST_MEMORY) + (met ? 0 : 300 * MiB);
  return {
    resident,
    swappedByKind: all(MEMORY_KINDS, { heap: swapped }),
    swapped,
    free: HOST_MEMORY - used,
    total: HOST_MEMORY,
  };
}

function hostAt(shape: Shape, tenants: number): HostResult {
  const met = isMet(shape, tenants);
  const load = loadOf(shape, tenants);
  const memory = memoryAt(shape, tenants);
  const swapDisk = shape.resource === "memory" ? (met ? 0.3 * load : 0.93) : 0;
  return {
    name: "gateway",
    stations: [
      { role: "cores", name: "cores", utilization: estimate(Math.min(0.99, (shape.resource === "cores" ? 0.96 : 0.7) * load), 0.01) },
      { role: "disk", name: "main", utilization: estimate(Math.min(0.95, 0.4 * load), 0.03) },
      { role: "swapDisk", name: "main", utilization: estimate(swapDisk, 0.05) },
      { role: "nicIn", name: "network in", utilization: estimate(0.004 * load, 0.01) },
      { role: "nicOut", name: "network out", utilization: estimate(0.002 * load, 0.01) },
    ],
    memory: { ...memory, utilization: estimate((memory.total - memory.free) / memory.total, 0.002) },
    minorFaults: estimate(120 * load, 0.1),
    majorFaults: estimate(met ? 0.4 * load : 71, 0.1),
    programFaults: estimate(met ? 0.4 * load : 71, 0.1),
    hits: {
      memory: estimate(met ? 0.9999 : 0.97, 0.001),
      pageCache: { value: null, low: null, high: null, n: 8, reason: "no data file was used" },
    },
    pressure: { cpu: estimate(0.2 * load, 0.05), memory: estimate(met ? 0.002 : 0.4, 0.1), io: estimate(met ? 0.03 : 0.5, 0.1) },
    steal:
      shape.model === "vm"
        ? estimate(0.04 * load, 0.1)
        : { value: null, low: null, high: null, n: 8, reason: "there are no virtual machines" },
    instances: estimate(tenants, 0),
    outOfMemoryKills: met || shape.resource !== "memory" ? 0 : 3,
    evictions: 0,
  };
}

const startsAt = ({ start }: Shape, tenants: number): StartStatistics => ({
  kind: start.kind,
  count: 8 * tenants,
  perTenantHour: start.perTenantHour,
  mean: start.median * 1.1,
  duration: estimate(start.median * 1.1, 0.05),
  p50: start.median,
  p99: start.median * 3,
  max: start.median * 4,
});

const instanceAt = (shape: Shape, tenants: number): AppResult["instance"] => ({
  memory: estimate((0.8 * HOST_MEMORY) / (shape.line + 1), 0.01),
  cpu: estimate(0.02 * RATE, 0.02),
  majorFaults: estimate(isMet(shape, tenants) ? 0.001 : 0.7, 0.1),
  periods: estimate(shape.model === "vm" ? 0 : 5, 0.01),
  throttled: estimate(shape.model === "vm" ? 0 : 0.5, 0.1),
  throttledTime: estimate(shape.model === "vm" ? 0 : 0.01, 0.1),
  steal: estimate(shape.model === "vm" ? 0.04 * loadOf(shape, tenants) : 0, 0.1),
});

/** Two replications that are equally far from their mean. */
const around = ({ value }: Estimate): number[] => [0.98, 1.02].map((factor) => (value ?? 0) * factor);

const byReplication = <Key extends string, Missing>(estimates: Readonly<Record<Key, Estimate>>, missing: Missing) =>
  Object.fromEntries(
    Object.entries<Estimate>(estimates).map(([key, one]) => [key, one.value === null ? [missing, missing] : around(one)]),
  ) as Record<Key, (number | Missing)[]>;

const eachLike = ({ throughput, errorRate, latency }: ReturnType<typeof requestsAt>) => ({
  throughput: around(throughput),
  errorRate: around(errorRate),
  latency: byReplication(latency, null),
});

/** The first fifth of the run settles; beyond the line latency and faults go on to rise. */
function timelineAt(shape: Shape, tenants: number): Timeline {
  const mean = latencyAt(shape, tenants) / 4;
  const { swapped } = memoryAt(shape, tenants);
  const steps = Array.from({ length: 100 }, (_, step) => step / 100);
  const factor = (at: number): number => (at < 0.2 ? 3 - 10 * at : isMet(shape, tenants) ? 1 : 1 + at);
  const faults = hostAt(shape, tenants).majorFaults.value ?? 0;
  return {
    step: 6,
    from: 0,
    latency: steps.map((at, step) => (step === 0 ? null : mean * factor(at))),
    majorFaults: steps.map((at) => faults * factor(at)),
    inSystem: steps.map((at) => RATE * tenants * mean * factor(at)),
    instances: steps.map(() => tenants),
    swapped: steps.map((at) => swapped * Math.min(1, 0.5 + 2.5 * at)),
  };
}

/** Everything that `changes` leaves out follows the rule. */
export function pointAt(shape: Shape, tenants: number, changes: Partial<Point> = {}): Point {
  const requests = requestsAt(shape, tenants);
  const starts = startsAt(shape, tenants);
  const host = hostAt(shape, tenants);
  const { utilization: memory, ...bytes } = host.memory;
  const [cores, disk, swapDisk, nicIn, nicOut] = host.stations.map(({ utilization }) => utilization);
  const utilization = { cores, memory, disk, swapDisk, nicIn, nicOut };
  const verdict = isMet(shape, tenants) ? "met" : tenants <= shape.atMost ? "undecided" : "missed";
  return {
    tenants,
    verdict,
    replications: 8,
    duration: 600,
    warmup: 84,
    startup: shape.start.perTenantHour === 0 ? estimate((shape.start.median * tenants) / 3, 0.03) : estimate(0, 0),
    ready: true,
    collapsed: 0,
    unsteady: 0,
    ...requests,
    utilization,
    memory: bytes,
    majorFaults: host.majorFaults,
    instances: host.instances,
    starts,
    audit: { checks: 8 * 41, worst: 3.1e-13, worstCheck: "Little's law at cores" },
    outOfMemoryKills: host.outOfMemoryKills,
    evictions: host.evictions,
    fingerprint: `${shape.name}-${tenants}`.padEnd(16, "0"),
    events: 41_000 * tenants,
    apps: [
      {
        name: "telemetry",
        unit: shape.model,
        verdict,
        by: verdict === "met" ? null : "latency",
        ...requests,
        starts,
        instance: instanceAt(shape, tenants),
      },
    ],
    hosts: [host],
    perReplication: { ...eachLike(requests), utilization: byReplication(utilization, 0), apps: [eachLike(requests)] },
    ...(tenants === shape.line || tenants === shape.atMost + 1 ? { timeline: timelineAt(shape, tenants) } : {}),
    ...changes,
  };
}
