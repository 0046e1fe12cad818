/**
 * A container as seen by its host. Memory = shim + application; the application's code is one set of pages for all containers of its image.
 * CPU: a cgroup with a quota, here a cap on its rate. System calls pay the security module. Leaves out: throttling to the end of the quota's period,
 * image pull, reclaim inside the memory limit (a container that does not fit its limit is refused).
 */
import { nanoseconds } from "../../engine/index.ts";
import { type Adders, type Blueprint, NO_ADDERS } from "../blueprint.ts";
import type { Machine } from "../machine.ts";
import type { AppSpec } from "../workload/spec.ts";
import type { ContainerEngineSpec, ContainerSpec, SecuritySpec } from "./spec.ts";

export const containerAdders = (engine: ContainerEngineSpec): Adders => ({ ...NO_ADDERS, roundTrip: nanoseconds(engine.networkRoundTrip) });

/** CPU work that a security module adds to one request [ns]. */
export const securityCpu = (security: SecuritySpec, app: AppSpec): number => nanoseconds(security.perCall * app.systemCalls);

export function containerBlueprint(machine: Machine, app: AppSpec, spec: ContainerSpec): Blueprint {
  const { engine } = spec;
  const { code, heap, workingSet } = app.memory;
  const hotShare = workingSet / (code + heap);
  const fillCpu = machine.memory.pagesOf(engine.shimMemory + heap) * nanoseconds(machine.spec.mmu.minorFault);
  return {
    startKind: "container start",
    weight: 1,
    cap: spec.cpus,
    segments: [
      { kind: "runtime", size: engine.shimMemory, hot: 0 },
      { kind: "sharedCode", size: code, hot: code * hotShare, sharedAs: `code of ${app.name}` },
      { kind: "heap", size: heap, hot: heap * hotShare },
    ],
    start: [
      { kind: "cpu", work: machine.work(engine.startCpu, engine.startSpeed) },
      { kind: "image", file: "image layers", size: engine.startRead },
      { kind: "fill" },
      { kind: "cpu", work: fillCpu + machine.work(app.startCpu, app.startSpeed) },
    ],
    adders: containerAdders(engine),
    slowdown: 1,
    systemCallCpu: securityCpu(spec.security, app),
    idleCpu: 0,
    guestScheduler: false,
    threads: app.threads,
    timeout: Number.POSITIVE_INFINITY,
  };
}
