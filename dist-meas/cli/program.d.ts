import { type ExitCode } from "./exit-codes.ts";
import type { ProgramIo } from "./io.ts";
/** Runs the command line `io.argv` and returns its exit code. Throws nothing. */
export declare function runProgram(io: ProgramIo): Promise<ExitCode>;
/** Says what went wrong, without a stack trace, and gives the exit code of it. */
export declare function report(error: unknown, io: ProgramIo): ExitCode;
