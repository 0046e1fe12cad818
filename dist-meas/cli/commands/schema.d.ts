import { type ExitCode } from "../exit-codes.ts";
import type { ProgramIo } from "../io.ts";
/** `plimsoll schema`: the JSON Schema of scenario files, or of summary.json. */
export declare function schema(which: "scenario" | "result", io: ProgramIo): Promise<ExitCode>;
