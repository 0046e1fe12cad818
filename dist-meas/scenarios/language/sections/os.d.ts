/** The operating system of a host: how it schedules the CPUs, what it does when memory gets short, and what it needs itself. */
import { type SchedulerSpec } from "../../../models/os/cpu/spec.ts";
import { type PagingSpec } from "../../../models/os/spec.ts";
import type { Path } from "../text/document.ts";
import type { Compilation } from "../text/resolve.ts";
import { type Values } from "../text/tables.ts";
export declare const schedulerField: import("../text/fields.ts").Field<"fluid" | "slices">;
export declare const slicesFields: import("../text/tables.ts").Nested<{
    readonly baseSlice: import("../text/fields.ts").Field<number>;
    readonly wakeupGranularity: import("../text/fields.ts").Field<number>;
    readonly migrationCost: import("../text/fields.ts").Field<number>;
    readonly balanceInterval: import("../text/fields.ts").Field<number>;
}>;
export declare const systemFields: import("../text/tables.ts").Nested<{
    readonly memory: import("../text/fields.ts").Field<number>;
    readonly workingSet: import("../text/fields.ts").Field<number>;
}>;
export declare const pagingSchema: import("zod").ZodOptional<import("zod").ZodType<unknown, unknown, import("zod/v4/core").$ZodTypeInternals<unknown, unknown>>>;
export declare function compilePaging(path: Path, into: Compilation): PagingSpec;
/** `path` is that of the host. */
export declare function compileScheduler(path: Path, { scheduler, slices }: {
    readonly scheduler: SchedulerSpec["kind"];
    readonly slices: Values<typeof slicesFields.fields>;
}, into: Compilation): SchedulerSpec;
