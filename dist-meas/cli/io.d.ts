/**
 * What a command touches of the process it runs in. main.ts hands in the process itself, a test hands in buffers: then a command line costs no
 * process. Left out: the folder that relative paths start from, and signals, which are the process's in both cases.
 */
import type { Pool } from "../scenarios/study/execute.ts";
/** The part of a process's stream that is used here. */
export interface OutputStream {
    readonly isTTY?: boolean;
    /** Of the terminal, where it is one. */
    readonly columns?: number;
    write(text: string): unknown;
}
export interface ProgramIo {
    readonly stdout: OutputStream;
    readonly stderr: OutputStream;
    readonly env: NodeJS.ProcessEnv;
    /** The command line without node and the script, as the manifest names it. */
    readonly argv: readonly string[];
    /** What simulates in place of worker threads. */
    readonly createPool?: (options: {
        readonly workers: number;
    }) => Pool;
}
/**
 * The process's own streams, environment and command line. `plimsoll ... | head` closes the pipe early: what is still to be printed is dropped in
 * silence, and the command goes on to write its files. A full disk behind `> file` ends with its own exit code. Without these handlers Node prints
 * a stack trace.
 */
export declare function processIo(): ProgramIo;
