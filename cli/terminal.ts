import picocolors from "picocolors";
import type { ProgramIo } from "./io.ts";

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

export function createTerminal({ stdout, stderr, env }: ProgramIo, color: boolean | undefined): Terminal {
  return {
    print: (text) => void stdout.write(text),
    say: (text) => void stderr.write(text),
    outColors: picocolors.createColors(wantsColor(color, env, stdout)),
    errColors: picocolors.createColors(wantsColor(color, env, stderr)),
    width: stdout.columns ?? 100,
    unicode: showsUnicode(env, stdout),
  };
}

/** Files and pipes get UTF-8; a terminal gets what its locale says. */
export function showsUnicode(env: NodeJS.ProcessEnv, stream: { readonly isTTY?: boolean }): boolean {
  if (stream.isTTY !== true || process.platform === "darwin" || process.platform === "win32") return true;
  return /utf-?8/i.test(env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"] || "");
}
