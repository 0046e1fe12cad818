/** Runs the built program the way a shell does, in a process of its own, for what only a process can show. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Outcome } from "./outcome.ts";

/** What `npm run build` makes of cli/main.ts. */
export const mainScript = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

export interface SpawnOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeArguments?: readonly string[];
  /** Called with all of stderr at every piece of it; may send a signal. */
  readonly onStderr?: (text: string, kill: (signal: NodeJS.Signals) => void) => void;
}

/** The built program with these arguments. */
export const spawnCli = (args: readonly string[], { nodeArguments = [], ...options }: SpawnOptions = {}): Promise<Outcome> =>
  outcomeOf(process.execPath, [...nodeArguments, mainScript, ...args], options);

/** A line of shell in which "$@" is the command line, for pipes and redirections. */
export const shell = (line: string, cwd: string): Promise<Outcome> =>
  outcomeOf("bash", ["-o", "pipefail", "-c", line, "plimsoll", process.execPath, mainScript], { cwd });

function outcomeOf(program: string, args: readonly string[], { cwd, env, onStderr }: SpawnOptions): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, NO_COLOR: "1", ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
      onStderr?.(stderr, (signal) => child.kill(signal));
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
}
