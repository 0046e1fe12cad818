/** A folder or file that can't be written, said so that the reader can mend it. */
const ADVICE = {
    ENOSPC: "the disk is full; free some space or choose another folder with --out",
    EDQUOT: "the disk quota is used up; free some space or choose another folder with --out",
    EACCES: "permission denied; choose a folder you may write to with --out",
    EPERM: "the operation is not permitted; choose a folder you may write to with --out",
    EROFS: "the file system is read-only; choose another folder with --out",
    ENOTDIR: "a part of this path is a file, not a folder; choose another folder with --out",
    EEXIST: "a file with this name is in the way; choose another folder with --out",
    EISDIR: "a folder with this name is in the way; remove it or choose another folder with --out",
    ENAMETOOLONG: "the path is too long; choose a shorter one with --out",
    ENOENT: "the system has no such place; choose another folder with --out",
    EMFILE: "too many files are open; close some programs and try again",
};
export class OutputError extends Error {
    path;
    /** The operating system's code, e.g. "ENOSPC". */
    code;
    constructor(path, code, cause) {
        super(`can't write ${path}: ${ADVICE[code] ?? `the operating system says ${code}; choose another folder with --out`}`, { cause });
        this.name = "OutputError";
        this.path = path;
        this.code = code;
    }
}
/** Turns an error of the file system into an `OutputError`; anything else is a bug and passes through. */
export function asOutputError(path, error) {
    const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
    return code === undefined || !/^E[A-Z0-9]+$/.test(code) ? error : new OutputError(path, code, error);
}
