import { type ExitCode } from "../exit-codes.ts";
import type { ProgramIo } from "../io.ts";
import { type StudyFlags } from "./study.ts";
export interface RunFlags extends StudyFlags {
    readonly deployment: string;
    readonly tenants?: number;
    readonly check?: boolean;
}
/** `plimsoll run`: one deployment at one load, or its load line. */
export declare function run(file: string, flags: RunFlags, io: ProgramIo): Promise<ExitCode>;
