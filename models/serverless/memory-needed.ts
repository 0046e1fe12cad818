/** How much memory a warm instance needs. */
import type { AppSpec } from "../workload/spec.ts";
import type { FunctionSpec } from "./spec.ts";

/** What counts against its configured size: runtime, code and heap [B]. */
export const functionMemory = (app: AppSpec, { runtime }: Pick<FunctionSpec, "runtime">): number =>
  runtime.memory + app.memory.code + app.memory.heap;
