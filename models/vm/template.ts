/**
 * A virtual machine as seen by its host. Memory = monitor + guest kernel + guest system + application, all private and anonymous; the base image is
 * shared in the host's page cache. CPU: a group of `vcpus` virtual cores with a guest scheduler on top, so waiting for the host is steal time.
 * A guest that does not fit its memory pages by itself (guest.ts). Leaves out: halt polling, live migration.
 */
import { nanoseconds, type Simulation } from "../../engine/index.ts";
import { firstTouch, nestedFaultRatio } from "../hardware/mmu/faults.ts";
import { translationSlowdown } from "../hardware/mmu/translation.ts";
import type { Host } from "../host/host.ts";
import type { GuestSegmentPlan, SegmentPlan, Template } from "../instance/template.ts";
import { DEFAULT_PAGING } from "../os/spec.ts";
import { type AppSpec, hotShareOf, pagesOf, workingSetOf } from "../workload/spec.ts";
import { Guest, type GuestPaging, type GuestPlan } from "./guest.ts";
import { guestKernelMemory, guestMemoryOnHost, pagesByItself } from "./memory-needed.ts";
import type { VmSpec } from "./spec.ts";
import { VirtualDisk } from "./virtual-disk.ts";

export function vmTemplate(simulation: Simulation, host: Host, app: AppSpec, spec: VmSpec, startKind: string): Template {
  const { hypervisor, guest } = spec;
  const traps = hypervisor.traps[host.spec.cpu.isa];
  const trapIn = host.cycles(traps.ioIn);
  const trapOut = host.cycles(traps.ioOut);
  const { code, heap } = app.memory;
  const { mmu, cpu } = host.spec;
  const hostPages = spec.hugePages ? "huge" : "base";
  const nested = hostPages === "huge" ? 1 : nestedFaultRatio(mmu);
  // The faults of monitor, guest kernel and system are in the measured boot.
  const fillCpu = nanoseconds(firstTouch(mmu, cpu, code + heap, hostPages) * nested);
  const diskCpu = trapOut + trapIn;
  const paging = pagesByItself(spec, app) ? guestPaging(host, app, spec, diskCpu) : undefined;
  const plan: GuestPlan = {
    costs: { minorFault: nanoseconds(mmu.minorFault * nested), nestedFault: nanoseconds(mmu.minorFault * (nested - 1)) },
    // The measured adders are end to end and contain the traps, which are CPU work here.
    readDelay: Math.max(0, nanoseconds(hypervisor.blockReadAdder) - diskCpu),
    writeDelay: Math.max(0, nanoseconds(hypervisor.blockWriteAdder) - diskCpu),
    ...(paging === undefined ? {} : { paging }),
  };
  const disk = new VirtualDisk(simulation, host.disk, plan.readDelay, plan.writeDelay);
  return {
    startKind,
    weight: spec.vcpus,
    vcpus: spec.vcpus,
    cpus: spec.cpuset,
    segments: segmentsOnHost(app, spec),
    guest: {
      create: (number) => new Guest(simulation, host, `vm ${number}`, plan, disk),
      segments: paging === undefined ? [] : segmentsInGuest(app, spec),
    },
    start: [
      { kind: "cpu", work: nanoseconds(host.work(hypervisor.createCpu, hypervisor.bootSpeed)) },
      { kind: "image", file: spec.image, size: guest.bootRead },
      { kind: "fill" },
      { kind: "cpu", work: nanoseconds(host.work(guest.bootCpu, guest.bootSpeed)) },
      { kind: "cpu", work: fillCpu + nanoseconds(host.work(app.startCpu, app.startSpeed)) },
    ],
    adders: {
      messageIn: trapIn,
      messageOut: trapOut,
      disk: diskCpu,
      roundTrip: Math.max(0, nanoseconds(hypervisor.networkRoundTrip) - trapOut - trapIn),
    },
    slowdown: translationSlowdown(mmu, workingSetOf(app), app.pageWalkShare, { application: pagesOf(app), host: hostPages }),
    systemCallCpu: 0,
    idleCpu: nanoseconds(guest.idleCpu),
    threads: app.threads,
    timeout: Number.POSITIVE_INFINITY,
  };
}

function guestPaging(host: Host, app: AppSpec, spec: VmSpec, diskCpu: number): GuestPaging {
  const { mmu } = host.spec;
  return {
    memory: guestMemoryOnHost(spec, app),
    rules: spec.guest.paging ?? DEFAULT_PAGING,
    swap: spec.swap ?? 0,
    minorFault: nanoseconds(mmu.minorFault),
    majorFault: nanoseconds(mmu.majorFault) + diskCpu,
  };
}

/** A guest that pages by itself is one segment beside its monitor. */
export function segmentsOnHost(app: AppSpec, spec: VmSpec): SegmentPlan[] {
  const { hypervisor, guest, memory } = spec;
  const monitor: SegmentPlan = { kind: "hypervisor", size: hypervisor.memory, hot: hypervisor.workingSet };
  if (pagesByItself(spec, app)) return [monitor, { kind: "guest", size: guestMemoryOnHost(spec, app), hot: 0 }];
  const { code, heap } = app.memory;
  const hotShare = hotShareOf(app);
  return [
    monitor,
    { kind: "guest", size: guestKernelMemory(guest, memory) + guest.system, hot: guest.systemWorkingSet },
    { kind: "code", size: code, hot: code * hotShare },
    { kind: "heap", size: heap, hot: heap * hotShare },
  ];
}

function segmentsInGuest(app: AppSpec, { guest, memory }: VmSpec): GuestSegmentPlan[] {
  const { code, heap, data = 0 } = app.memory;
  const hotShare = hotShareOf(app);
  return [
    { kind: "guest", size: guestKernelMemory(guest, memory), hot: 0, backing: "none" },
    { kind: "guest", size: guest.system, hot: guest.systemWorkingSet, backing: "swap" },
    { kind: "code", size: code, hot: code * hotShare, backing: "file" },
    { kind: "heap", size: heap, hot: heap * hotShare, backing: "swap" },
    ...(data > 0 ? ([{ kind: "data", size: data, hot: 0, backing: "file", onDemand: true }] as const) : []),
  ];
}
