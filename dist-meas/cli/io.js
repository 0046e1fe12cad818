import { EXIT } from "./exit-codes.js";
/**
 * The process's own streams, environment and command line. `plimsoll ... | head` closes the pipe early: what is still to be printed is dropped in
 * silence, and the command goes on to write its files. A full disk behind `> file` ends with its own exit code. Without these handlers Node prints
 * a stack trace.
 */
export function processIo() {
    const guarded = (stream) => {
        let closed = false;
        stream.on("error", (error) => {
            const first = !closed;
            closed = true;
            if (error.code === "EPIPE" || !first || stream === process.stderr)
                return;
            process.stderr.write(`plimsoll: cannot write to standard output: ${error.message}\n`);
            process.exitCode = EXIT.output;
        });
        return {
            isTTY: stream.isTTY,
            get columns() {
                return stream.columns; // a terminal's window may change
            },
            write: (text) => closed || stream.write(text),
        };
    };
    return { stdout: guarded(process.stdout), stderr: guarded(process.stderr), env: process.env, argv: process.argv.slice(2) };
}
