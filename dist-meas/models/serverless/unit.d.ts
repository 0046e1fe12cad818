import type { Unit } from "../service/unit.ts";
import type { FunctionSpec } from "./spec.ts";
export declare const functionUnit: Unit<FunctionSpec>;
