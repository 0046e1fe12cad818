/** A virtual machine of its own for each application of each tenant. */
import { hardwareThreads } from "../hardware/cores.ts";
import { isLimited } from "../host/changes.ts";
import { limitChange, changesOfAll } from "../service/changes.ts";
import { BACKLOG, ResidentService } from "../service/resident-service.ts";
import type { Unit } from "../service/unit.ts";
import { memoryWithSwap } from "../os/spec.ts";
import { mebibytes } from "../vocabulary.ts";
import { guestMemoryToBoot, pagesByItself } from "./memory-needed.ts";
import type { VmSpec } from "./spec.ts";
import { segmentsOnHost, vmTemplate } from "./template.ts";

export const vmUnit: Unit<VmSpec> = {
  kind: "vm",
  plural: "VMs",
  startKind: "vm boot",

  whyRefused(host, app, { hypervisor, guest, memory, swap = 0, ...spec }) {
    if (host.mmu.kind === "none") return "the host has no MMU: virtual machines need paged memory";
    if (!host.virtualization) return "the host has no virtualization support: its processor can't run virtual machines";
    if (hypervisor.traps[host.cpu.isa] === undefined) return `${hypervisor.name} does not run on ${host.cpu.isa} processors`;
    const most = memoryWithSwap(host.memory.size, host.os);
    if (memory > most) return `a guest of ${mebibytes(memory)} is larger than the host with its swap, ${mebibytes(most)}`;
    const needed = guestMemoryToBoot({ ...spec, hypervisor, guest, memory });
    if (needed > memory) return `a guest of ${mebibytes(memory)} can't boot: kernel and ${guest.name} need ${mebibytes(needed)}`;
    const kept = needed + app.memory.heap;
    if (kept <= memory + swap) return undefined;
    const size = `a guest of ${mebibytes(memory)} ${swap > 0 ? `with ${mebibytes(swap)} of swap` : "without swap"}`;
    return `${size} is too small: kernel, ${guest.name} and ${app.name} need ${mebibytes(kept)}`;
  },

  residents: () => [],
  held: segmentsOnHost,
  template: (simulation, host, app, spec) => vmTemplate(simulation, host, app, spec, vmUnit.startKind),
  service: (context, _spec, tools) => new ResidentService(context, tools),
  policies: () => [{ name: "backlog", value: BACKLOG }],

  changes(host, part) {
    const { app, unit } = part;
    const { vcpus, memory } = unit;
    return [
      ...(isLimited(vcpus, host)
        ? [limitChange("as many vCPUs as CPUs", { app, unit: { ...unit, vcpus: hardwareThreads(host.cpu) } })]
        : []),
      ...(pagesByItself(unit, app) ? [limitChange("guests of twice the memory", { app, unit: { ...unit, memory: 2 * memory } })] : []),
      ...changesOfAll(part),
    ];
  },
};
