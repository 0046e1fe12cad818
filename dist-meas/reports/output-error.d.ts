/** A folder or file that can't be written, said so that the reader can mend it. */
export declare class OutputError extends Error {
    readonly path: string;
    /** The operating system's code, e.g. "ENOSPC". */
    readonly code: string;
    constructor(path: string, code: string, cause: unknown);
}
/** Turns an error of the file system into an `OutputError`; anything else is a bug and passes through. */
export declare function asOutputError(path: string, error: unknown): unknown;
