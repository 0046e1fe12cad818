import type { HostSpec } from "../../../models/index.ts";
import type { Path } from "../text/document.ts";
import type { Compilation } from "../text/resolve.ts";
export declare const cpusetField: import("../text/fields.ts").Field<readonly number[] | "all">;
/** `cpus` cores of every `period` seconds. */
export declare function checkQuota(path: Path, cpus: number, period: number, into: Compilation): void;
/** The set in the form that the models take; undefined: all CPUs. */
export declare function compileCpuset(path: Path, cpuset: "all" | readonly number[], host: HostSpec, into: Compilation): readonly number[] | undefined;
