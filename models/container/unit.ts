/** A container of its own for each application of each tenant. */
import { BACKLOG, ResidentService } from "../service/resident-service.ts";
import type { Unit } from "../service/unit.ts";
import { daemons } from "./engine.ts";
import type { ContainerSpec } from "./spec.ts";
import { containerTemplate } from "./template.ts";

export const containerUnit: Unit<ContainerSpec> = {
  kind: "container",
  plural: "containers",
  startKind: "container start",

  whyRefused({ mmu }) {
    return mmu.kind === "none" ? "the host has no MMU: containers need separate address spaces" : undefined;
  },

  residents: ({ engine }) => [daemons(engine)],
  template: (_simulation, host, app, spec) => containerTemplate(host, app, spec, containerUnit.startKind),
  service: (context, _spec, tools) => new ResidentService(context, tools),
  policies: () => [{ name: "backlog", value: BACKLOG }],
};
