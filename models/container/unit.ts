/** A container of its own for each application of each tenant. */
import { isLimited } from "../host/changes.ts";
import { changesOfAll, limitChange } from "../service/changes.ts";
import { BACKLOG, ResidentService } from "../service/resident-service.ts";
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

  whyRefused({ mmu, os }, app, spec) {
    if (mmu.kind === "none") return "the host has no MMU: containers need separate address spaces";
    const swap = Math.min(swapLimit(spec), swapSpace(os));
    const { heap } = app.memory;
    if (heap <= spec.memory + swap) return undefined;
    return `a container of ${mebibytes(spec.memory)} with ${mebibytes(swap)} of swap is too small: ${app.name} needs ${mebibytes(heap)}`;
  },

  residents: ({ engine }) => [daemons(engine)],
  held: containerSegments,
  template: (_simulation, host, app, spec) => containerTemplate(host, app, spec, containerUnit.startKind),
  service: (context, _spec, tools) => new ResidentService(context, tools),
  policies: () => [{ name: "backlog", value: BACKLOG }],

  changes(host, part) {
    const { app, unit } = part;
    const none = Number.POSITIVE_INFINITY;
    return [
      ...(isLimited(unit.cpus, host) ? [limitChange("no CPU quota", { app, unit: { ...unit, cpus: none } })] : []),
      ...(canReachLimit(app, unit) ? [limitChange("no memory limit", { app, unit: { ...unit, memory: none } })] : []),
      ...changesOfAll(part),
    ];
  },
};
