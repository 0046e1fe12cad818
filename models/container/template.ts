/**
 * A container as seen by its host. Memory = shim + application; the application's code is one set of pages for all containers of its image.
 * CPU: a cgroup with a weight, a quota and a set of CPUs. System calls pay the security module.
 * A container that does not fit its memory limit reclaims inside it. Leaves out: image pull.
 */
import { nanoseconds } from "../../engine/index.ts";
import type { Host } from "../host/host.ts";
import { nativeSlowdown } from "../instance/native.ts";
import { type Adders, dataFiles, NO_ADDERS, type SegmentPlan, type Template } from "../instance/template.ts";
import { hardwareThreads } from "../hardware/cores.ts";
import { firstTouch } from "../hardware/mmu/faults.ts";
import { type Bandwidth, bandwidthOf } from "../os/cpu/scheduler.ts";
import { type AppSpec, hotShareOf, layerOf, pagesOf } from "../workload/spec.ts";
import { DEFAULT_WEIGHT, type ContainerEngineSpec, type ContainerSpec, type SecuritySpec } from "./spec.ts";

/** cgroup cpu.max for a limit of `cpus` cores; a limit that is no less than the host has is none. */
export const quotaOf = (host: Host, cpus: number, period: number): Bandwidth | undefined =>
  cpus < hardwareThreads(host.spec.cpu) ? bandwidthOf(cpus, period) : undefined;

export const containerAdders = (engine: ContainerEngineSpec): Adders => ({ ...NO_ADDERS, roundTrip: nanoseconds(engine.networkRoundTrip) });

/** CPU work that a security module adds to one request [ns]. */
export const securityCpu = (security: SecuritySpec, app: AppSpec): number => nanoseconds(security.perCall * app.systemCalls);

/** Its own, beside the code of its image, which is shared. */
export function containerSegments(app: AppSpec, { engine }: ContainerSpec): SegmentPlan[] {
  const { code, heap, data = 0 } = app.memory;
  const hotShare = hotShareOf(app);
  return [
    { kind: "runtime", size: engine.shimMemory, hot: 0, beside: true },
    { kind: "sharedCode", size: code, hot: code * hotShare, content: layerOf(app) },
    { kind: "heap", size: heap, hot: heap * hotShare },
    ...dataFiles(data),
  ];
}

/** Swap that it may use [B]. */
export const swapLimit = ({ memory, swap }: ContainerSpec): number => swap ?? memory;

/** Whether its memory limit plays a part at all. */
export const canReachLimit = ({ memory: { code, heap, data = 0 } }: AppSpec, spec: ContainerSpec): boolean =>
  code + heap + data > spec.memory || heap > swapLimit(spec);

export function containerTemplate(host: Host, app: AppSpec, spec: ContainerSpec, startKind: string): Template {
  const { engine } = spec;
  const { mmu, cpu } = host.spec;
  // The faults of the shim are in the engine's measured start.
  const fillCpu = nanoseconds(firstTouch(mmu, cpu, app.memory.heap, pagesOf(app)));
  return {
    startKind,
    weight: spec.cpuWeight / DEFAULT_WEIGHT,
    bandwidth: quotaOf(host, spec.cpus, spec.cpuPeriod),
    cpus: spec.cpuset,
    segments: containerSegments(app, spec),
    ...(canReachLimit(app, spec) ? { memoryLimit: { memory: spec.memory, swap: swapLimit(spec) } } : {}),
    start: [
      { kind: "cpu", work: nanoseconds(host.work(engine.startCpu, engine.startSpeed)) },
      { kind: "image", file: "image layers", size: engine.startRead },
      { kind: "fill" },
      { kind: "cpu", work: fillCpu + nanoseconds(host.work(app.startCpu, app.startSpeed)) },
    ],
    adders: containerAdders(engine),
    slowdown: nativeSlowdown(host, app),
    systemCallCpu: securityCpu(spec.security, app),
    idleCpu: 0,
    threads: app.threads,
    timeout: Number.POSITIVE_INFINITY,
  };
}
