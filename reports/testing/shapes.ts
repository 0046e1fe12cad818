/** Three deployments on a small board as rules: what they carry, need and do at their load lines. They come from no simulation. */
import type { Component, MemoryKind, Resource } from "../../models/vocabulary.ts";

export const MiB = 1024 * 1024;
const GiB = 1024 * MiB;

export const HOST_MEMORY = 4 * GiB;
export const HOST_SWAP = 2 * GiB;

export interface Shape {
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

export const SHAPES: readonly Shape[] = [
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

/** Requests per second and tenant. */
export const RATE = 2;
export const OBJECTIVE_LATENCY = 0.25;
