import type { Unit } from "../service/unit.ts";
import type { ContainerSpec } from "./spec.ts";
export declare const containerUnit: Unit<ContainerSpec>;
