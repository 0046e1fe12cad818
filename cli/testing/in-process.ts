/**
 * Runs the command line in the test's own process, from source, simulating in this thread: a tenth of a second where a process takes one. What only a
 * process can show (signals, broken pipes, worker threads, the exit code of the binary) is tested with `spawnCli` and `shell`.
 */
import { executeHere } from "../../scenarios/study/execute.ts";
import type { OutputStream } from "../io.ts";
import { runProgram } from "../program.ts";
import type { Outcome } from "./outcome.ts";

export interface CliOptions {
  /** Folder that relative paths start from. */
  readonly cwd?: string;
  /** All there is: nothing of the test's own environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Columns of the terminal that both streams are; without it they are pipes. */
  readonly terminal?: number;
}

export async function cli(args: readonly string[], { cwd, env = {}, terminal }: CliOptions = {}): Promise<Outcome> {
  const text = { stdout: "", stderr: "" };
  const stream = (name: keyof typeof text): OutputStream => ({
    ...(terminal === undefined ? {} : { isTTY: true, columns: terminal }),
    write: (piece) => (text[name] += piece),
  });
  const before = process.cwd();
  if (cwd !== undefined) process.chdir(cwd); // of the whole process: one command at a time
  try {
    const code = await runProgram({
      argv: args,
      stdout: stream("stdout"),
      stderr: stream("stderr"),
      env,
      createPool: () => ({ execute: executeHere, close: async () => {} }),
    });
    return { code, ...text };
  } finally {
    process.chdir(before);
  }
}
