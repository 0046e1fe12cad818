import { type ExitCode } from "../exit-codes.ts";
import type { ProgramIo } from "../io.ts";
/** `plimsoll init`: a commented scenario to start from. A path that ends in .yaml or .yml is the file itself, anything else its folder. */
export declare function init(path: string, flags: {
    readonly force?: boolean;
}, io: ProgramIo): Promise<ExitCode>;
