import type { ExitCode } from "./exit-codes.ts";
/** An expected failure: ends the command with `code` and the message on stderr. Anything else that is thrown is a bug in Plimsoll. */
export declare class Failure extends Error {
    readonly code: ExitCode;
    constructor(code: ExitCode, message: string);
}
