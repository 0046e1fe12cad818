/** The objective: what counts as good enough, for all applications alike or for each. */
import { z } from "zod";
import { type Objective } from "../../objective.ts";
import type { Compilation } from "../text/resolve.ts";
export declare const objectiveSchema: z.ZodObject<{
    latency: z.ZodOptional<z.ZodType<unknown, unknown, z.core.$ZodTypeInternals<unknown, unknown>>>;
    errors: z.ZodOptional<z.ZodType<unknown, unknown, z.core.$ZodTypeInternals<unknown, unknown>>>;
    default: z.ZodOptional<z.ZodUnion<readonly [z.ZodObject<{
        latency: z.ZodType<unknown, unknown, z.core.$ZodTypeInternals<unknown, unknown>>;
        errors: z.ZodOptional<z.ZodType<unknown, unknown, z.core.$ZodTypeInternals<unknown, unknown>>>;
    }, z.core.$strict>, z.ZodLiteral<"none">]>>;
}, z.core.$catchall<z.ZodUnion<readonly [z.ZodObject<{
    latency: z.ZodType<unknown, unknown, z.core.$ZodTypeInternals<unknown, unknown>>;
    errors: z.ZodOptional<z.ZodType<unknown, unknown, z.core.$ZodTypeInternals<unknown, unknown>>>;
}, z.core.$strict>, z.ZodLiteral<"none">]>>>;
/** By application, for those that have one. */
export declare function compileObjectives(into: Compilation, apps: readonly string[]): ReadonlyMap<string, Objective>;
