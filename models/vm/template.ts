/**
 * A virtual machine as seen by its host. Memory = monitor + guest kernel + guest system + application, all private and anonymous; the base image is
 * shared in the host's page cache. CPU: a group of `vcpus` virtual cores with a guest scheduler on top, so waiting for the host is steal time.
 * A guest that does not fit its memory pages by itself (guest-memory.ts). Leaves out: halt polling, live migration.
 */
import { nanoseconds } from "../../engine/index.ts";
import type { Template } from "../instance/template.ts";
import { firstTouch, nestedFaultRatio } from "../hardware/mmu/faults.ts";
import { translationSlowdown } from "../hardware/mmu/translation.ts";
import type { Machine } from "../host/host.ts";
import { type AppSpec, hotShareOf, pagesOf, workingSetOf } from "../workload/spec.ts";
import { DEFAULT_PAGING } from "../os/spec.ts";
import type { GuestPlan } from "./guest-memory.ts";
import type { GuestSpec, VmSpec } from "./spec.ts";

/** Memory the guest kernel keeps for itself in a guest of `memory` bytes [B]. */
export const guestKernelMemory = (guest: GuestSpec, memory: number): number => guest.kernelBase + guest.kernelShare * memory;

/** Least memory a guest needs to hold its kernel, its system and the application [B]. */
export const guestMemoryNeeded = (spec: VmSpec, app: AppSpec): number =>
  guestKernelMemory(spec.guest, spec.memory) + spec.guest.system + app.memory.code + app.memory.heap;

/** Whether the guest can come under pressure, or has a page cache of its own to fill. */
export const pagesByItself = (spec: VmSpec, app: AppSpec): boolean =>
  guestMemoryNeeded(spec, app) > spec.memory || (app.memory.data ?? 0) > 0;

/** Memory that the guest could use at most, what its kernel keeps free included [B]. */
const guestMemoryUsable = (spec: VmSpec, app: AppSpec): number =>
  (guestMemoryNeeded(spec, app) + (app.memory.data ?? 0)) * 1.01 + 256 * 1024;

/** Least memory with which a guest boots [B]. */
export const guestMemoryToBoot = (spec: VmSpec): number => guestKernelMemory(spec.guest, spec.memory) + spec.guest.system;

export function vmTemplate(machine: Machine, app: AppSpec, spec: VmSpec): Template {
  const { hypervisor, guest } = spec;
  const traps = hypervisor.traps[machine.spec.cpu.isa];
  const trapIn = machine.cycles(traps.ioIn);
  const trapOut = machine.cycles(traps.ioOut);
  const { code, heap, data = 0 } = app.memory;
  const hotShare = hotShareOf(app);
  const kernel = guestKernelMemory(guest, spec.memory);
  const { mmu, cpu } = machine.spec;
  const host = spec.hugePages ? "huge" : "base";
  const nested = host === "huge" ? 1 : nestedFaultRatio(mmu);
  // The faults of monitor, guest kernel and system are in the measured boot.
  const fillCpu = nanoseconds(firstTouch(mmu, cpu, code + heap, host) * nested);
  const diskCpu = trapOut + trapIn;
  const readDelay = Math.max(0, nanoseconds(hypervisor.blockReadAdder) - diskCpu);
  const writeDelay = Math.max(0, nanoseconds(hypervisor.blockWriteAdder) - diskCpu);
  const guestMemory: GuestPlan | undefined = pagesByItself(spec, app)
    ? {
        memory: Math.min(spec.memory, guestMemoryUsable(spec, app)),
        paging: guest.paging ?? DEFAULT_PAGING,
        swap: spec.swap ?? 0,
        segments: [
          { kind: "guest", size: kernel, hot: 0, backing: "none" },
          { kind: "guest", size: guest.system, hot: guest.systemWorkingSet, backing: "swap" },
          { kind: "code", size: code, hot: code * hotShare, backing: "file" },
          { kind: "heap", size: heap, hot: heap * hotShare, backing: "swap" },
          ...(data > 0 ? ([{ kind: "data", size: data, hot: 0, backing: "file", onDemand: true }] as const) : []),
        ],
        readDelay,
        writeDelay,
        minorFault: nanoseconds(mmu.minorFault),
        majorFault: nanoseconds(mmu.majorFault) + diskCpu,
      }
    : undefined;
  return {
    startKind: "vm boot",
    weight: spec.vcpus,
    vcpus: spec.vcpus,
    cpus: spec.cpuset,
    segments: [
      { kind: "hypervisor", size: hypervisor.memory, hot: hypervisor.workingSet },
      ...(guestMemory === undefined
        ? ([
            { kind: "guest", size: kernel + guest.system, hot: guest.systemWorkingSet },
            { kind: "code", size: code, hot: code * hotShare },
            { kind: "heap", size: heap, hot: heap * hotShare },
          ] as const)
        : ([{ kind: "guest", size: guestMemory.memory, hot: 0 }] as const)),
    ],
    ...(guestMemory === undefined ? {} : { guestMemory }),
    minorFault: nanoseconds(mmu.minorFault * nested),
    faultAdder: nanoseconds(mmu.minorFault * (nested - 1)),
    start: [
      { kind: "cpu", work: machine.work(hypervisor.createCpu, hypervisor.bootSpeed) },
      { kind: "image", file: spec.image, size: guest.bootRead },
      { kind: "fill" },
      { kind: "cpu", work: machine.work(guest.bootCpu, guest.bootSpeed) },
      { kind: "cpu", work: fillCpu + machine.work(app.startCpu, app.startSpeed) },
    ],
    adders: {
      messageInCpu: trapIn,
      messageOutCpu: trapOut,
      diskCpu,
      // The measured adders are end to end and contain the traps, which are CPU work here.
      read: readDelay,
      write: writeDelay,
      roundTrip: Math.max(0, nanoseconds(hypervisor.networkRoundTrip) - trapOut - trapIn),
    },
    slowdown: translationSlowdown(mmu, workingSetOf(app), app.pageWalkShare, { application: pagesOf(app), host }),
    systemCallCpu: 0,
    idleCpu: nanoseconds(guest.idleCpu),
    threads: app.threads,
    timeout: Number.POSITIVE_INFINITY,
  };
}
