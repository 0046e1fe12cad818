import { type ExitCode } from "../exit-codes.ts";
import type { ProgramIo } from "../io.ts";
/** `plimsoll presets`: all presets, or every value of one with its source. */
export declare function presets(name: string | undefined, flags: {
    readonly color?: boolean;
}, io: ProgramIo): Promise<ExitCode>;
