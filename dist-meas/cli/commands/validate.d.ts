import { type ExitCode } from "../exit-codes.ts";
import type { ProgramIo } from "../io.ts";
export interface ValidateFlags {
    readonly format: "text" | "json" | "github";
    readonly quiet?: boolean;
    readonly color?: boolean;
}
/** `plimsoll validate`: all errors of all files. Errors for people go to stderr, machine-readable ones to stdout. */
export declare function validate(files: readonly string[], flags: ValidateFlags, io: ProgramIo): Promise<ExitCode>;
