/** How much memory a warm instance needs. */
import type { AppSpec } from "../workload/spec.ts";
import type { FunctionSpec } from "./spec.ts";
/** What counts against its configured size: runtime, code and heap [B]. */
export declare const functionMemory: (app: AppSpec, { runtime }: Pick<FunctionSpec, "runtime">) => number;
