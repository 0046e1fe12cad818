/**
 * A virtual machine as seen by its host. Memory = monitor + guest kernel + guest system + application, all private and anonymous; the base image is
 * shared in the host's page cache. CPU: a group of `vcpus` virtual cores with a guest scheduler on top, so waiting for the host is steal time.
 * Leaves out: guest paging (a guest that does not fit its memory is refused), halt polling, live migration.
 */
import { nanoseconds } from "../../engine/index.ts";
import type { Blueprint } from "../blueprint.ts";
import { firstTouch } from "../hardware/mmu/faults.ts";
import { translationSlowdown } from "../hardware/mmu/translation.ts";
import type { Machine } from "../machine.ts";
import { type AppSpec, pagesOf, workingSetOf } from "../workload/spec.ts";
import type { GuestSpec, VmSpec } from "./spec.ts";

/** Memory the guest kernel keeps for itself in a guest of `memory` bytes [B]. */
export const guestKernelMemory = (guest: GuestSpec, memory: number): number => guest.kernelBase + guest.kernelShare * memory;

/** Least memory a guest needs to hold its kernel, its system and the application [B]. */
export const guestMemoryNeeded = (spec: VmSpec, app: AppSpec): number =>
  guestKernelMemory(spec.guest, spec.memory) + spec.guest.system + app.memory.code + app.memory.heap;

export function vmBlueprint(machine: Machine, app: AppSpec, spec: VmSpec): Blueprint {
  const { hypervisor, guest } = spec;
  const traps = hypervisor.traps[machine.spec.cpu.isa];
  const trapIn = machine.cycles(traps.ioIn);
  const trapOut = machine.cycles(traps.ioOut);
  const { code, heap, workingSet } = app.memory;
  const hotShare = workingSet / (code + heap);
  const kernel = guestKernelMemory(guest, spec.memory);
  const resident = hypervisor.memory + kernel + guest.system + code + heap;
  const { mmu, cpu } = machine.spec;
  const host = spec.hugePages ? "huge" : "base";
  const fillCpu = nanoseconds(firstTouch(mmu, cpu, resident, host));
  return {
    startKind: "vm boot",
    weight: spec.vcpus,
    vcpus: spec.vcpus,
    cpus: spec.cpuset,
    segments: [
      { kind: "hypervisor", size: hypervisor.memory, hot: hypervisor.workingSet },
      { kind: "guest", size: kernel + guest.system, hot: guest.systemWorkingSet },
      { kind: "code", size: code, hot: code * hotShare },
      { kind: "heap", size: heap, hot: heap * hotShare },
    ],
    start: [
      { kind: "cpu", work: machine.work(hypervisor.createCpu, hypervisor.bootSpeed) },
      { kind: "image", file: spec.image, size: guest.bootRead },
      { kind: "fill" },
      { kind: "cpu", work: fillCpu + machine.work(guest.bootCpu, guest.bootSpeed) },
      { kind: "cpu", work: machine.work(app.startCpu, app.startSpeed) },
    ],
    adders: {
      messageInCpu: trapIn,
      messageOutCpu: trapOut,
      diskCpu: trapOut + trapIn,
      // The measured adders are end to end and contain the traps, which are CPU work here.
      read: Math.max(0, nanoseconds(hypervisor.blockReadAdder) - trapOut - trapIn),
      write: Math.max(0, nanoseconds(hypervisor.blockWriteAdder) - trapOut - trapIn),
      roundTrip: Math.max(0, nanoseconds(hypervisor.networkRoundTrip) - trapOut - trapIn),
    },
    slowdown: translationSlowdown(mmu, workingSetOf(app), app.pageWalkShare, { application: pagesOf(app), host }),
    systemCallCpu: 0,
    idleCpu: nanoseconds(guest.idleCpu),
    threads: app.threads,
    timeout: Number.POSITIVE_INFINITY,
  };
}
