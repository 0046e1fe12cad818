/** What a container engine keeps on its host, whatever it runs. */
import type { Resident } from "../service/unit.ts";
import type { ContainerEngineSpec } from "./spec.ts";
export declare const daemons: (engine: ContainerEngineSpec) => Resident;
