import picocolors from "picocolors";
import { EXIT } from "./exit-codes.ts";

export type Colors = ReturnType<typeof picocolors.createColors>;

/** Where a command writes: data on stdout, everything else on stderr. */
export interface Terminal {
  /** Data, for people or the next program in the pipe. */
  print(text: string): void;
  /** Anything else: progress, notes, errors. */
  say(text: string): void;
  readonly outColors: Colors;
  readonly errColors: Colors;
  /** Columns of stdout to fill: of the terminal, else 100. */
  readonly width: number;
  /** Whether stdout shows more than ASCII. */
  readonly unicode: boolean;
}

/** Whether to colour what goes to `stream`: the flag decides, then NO_COLOR, FORCE_COLOR, then whether it is a terminal. */
export function wantsColor(flag: boolean | undefined, env: NodeJS.ProcessEnv, stream: { readonly isTTY?: boolean }): boolean {
  if (flag !== undefined) return flag;
  if (env["NO_COLOR"]) return false;
  if (env["FORCE_COLOR"]) return env["FORCE_COLOR"] !== "0";
  return stream.isTTY === true && env["TERM"] !== "dumb";
}

export function createTerminal(color: boolean | undefined): Terminal {
  return {
    print: (text) => void (closed.has(process.stdout) || process.stdout.write(text)),
    say: (text) => void (closed.has(process.stderr) || process.stderr.write(text)),
    outColors: picocolors.createColors(wantsColor(color, process.env, process.stdout)),
    errColors: picocolors.createColors(wantsColor(color, process.env, process.stderr)),
    width: process.stdout.columns ?? 100,
    unicode: showsUnicode(process.env, process.stdout),
  };
}

/** Files and pipes get UTF-8; a terminal gets what its locale says. */
export function showsUnicode(env: NodeJS.ProcessEnv, stream: { readonly isTTY?: boolean }): boolean {
  if (stream.isTTY !== true || process.platform === "darwin" || process.platform === "win32") return true;
  return /utf-?8/i.test(env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"] || "");
}

const closed = new Set<NodeJS.WriteStream>();

/**
 * `plimsoll ... | head` closes the pipe early: what is still to be printed is dropped in silence, and the command goes on to
 * write its files. A full disk behind `> file` ends with its own exit code. Without these handlers Node prints a stack trace.
 */
export function guardStreams(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      const first = !closed.has(stream);
      closed.add(stream);
      if (error.code === "EPIPE" || !first || stream === process.stderr) return;
      process.stderr.write(`plimsoll: cannot write to standard output: ${error.message}\n`);
      process.exitCode = EXIT.output;
    });
  }
}
