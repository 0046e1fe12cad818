/** What a container engine keeps on its host, whatever it runs. */
import type { Resident } from "../service/unit.ts";
import type { ContainerEngineSpec } from "./spec.ts";

export const daemons = (engine: ContainerEngineSpec): Resident => ({
  of: engine,
  kind: "runtime",
  memory: engine.daemonMemory,
  workingSet: 0,
});
