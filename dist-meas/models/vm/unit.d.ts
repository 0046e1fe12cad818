import type { Unit } from "../service/unit.ts";
import type { VmSpec } from "./spec.ts";
export declare const vmUnit: Unit<VmSpec>;
