/** The experiment: how a scenario is simulated. */
import { type AppSpec } from "../../../models/workload/spec.ts";
import type { Experiment } from "../../scenario.ts";
import type { Compilation } from "../text/resolve.ts";
export declare const MAX_TENANTS = 100000;
export declare const experimentSchema: import("zod").ZodType<unknown, unknown, import("zod/v4/core").$ZodTypeInternals<unknown, unknown>>;
export declare function compileExperiment(into: Compilation): Experiment;
/** Warns before a study that would take very long. */
export declare function checkSize({ duration, maxTenants }: Experiment, apps: readonly (AppSpec | undefined)[], into: Compilation): void;
