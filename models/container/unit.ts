/** A container of its own for each application of each tenant. */
import { isLimited } from "../host/changes.ts";
import { changesOfAll, limitChange } from "../service/changes.ts";
import { ResidentService } from "../service/resident-service.ts";
import type { Unit } from "../service/unit.ts";
import { swapSpace } from "../os/spec.ts";
import { mebibytes } from "../vocabulary.ts";
import { daemons } from "./engine.ts";
import type { ContainerSpec } from "./spec.ts";
import { canReachLimit, containerSegments, containerTemplate, swapLimit } from "./template.ts";

export const containerUnit: Unit<ContainerSpec> = {
  kind: "container",
  plural: "containers",
  startKind: "container start",

  whyRefused({ mmu, preset, os }, app, spec) {
    if (mmu.kind === "none") return `${preset} has no MMU: containers need separate address spaces`;
    const swap = Math.min(swapLimit(spec), swapSpace(os));
    const { heap } = app.memory;
    if (heap <= spec.memory + swap) return undefined;
    return `a container of ${mebibytes(spec.memory)} with ${mebibytes(swap)} of swap is too small: ${app.name} needs ${mebibytes(heap)}`;
  },

  residents: ({ engine }) => [daemons(engine)],
  held: containerSegments,
  template: (_simulation, host, app, spec) => containerTemplate(host, app, spec, containerUnit.startKind),
  service: (context, _spec, tools) => new ResidentService(context, tools),
  policies: () => [],

  changes(host, part) {
    const { app, unit } = part;
    const { cpus, memory } = unit;
    const roomier = { ...unit, memory: 2 * memory, swap: 2 * swapLimit(unit) };
    return [
      ...(isLimited(cpus, host) ? [limitChange("twice the CPU quota", { app, unit: { ...unit, cpus: 2 * cpus } })] : []),
      ...(canReachLimit(app, unit) ? [limitChange("twice the memory limit", { app, unit: roomier })] : []),
      ...changesOfAll(part),
    ];
  },
};
