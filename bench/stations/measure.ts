import { execFileSync } from "node:child_process";

/** What a TypeScript program prints in a process of its own, so that it is not compiled for what another measurement did. */
export function inProcess(program: string, ...args: readonly (string | number)[]): string {
  return execFileSync(process.execPath, ["--import", "tsx", program, ...args.map(String)], { encoding: "utf8" });
}

/** CPU time (user and system) of a call [ns]. */
export function cpuNanoseconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) * 1000;
}

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);

export const median = (values: readonly number[]): number => sorted(values)[values.length >> 1];

/** `median (lowest..highest)`. */
export function spread(values: readonly number[], digits = 0): string {
  const [low, high] = [sorted(values)[0], sorted(values)[values.length - 1]];
  return `${median(values).toFixed(digits)} (${low.toFixed(digits)}..${high.toFixed(digits)})`;
}

/** Prints the median of the ratios of each round and compares it with the bar; a miss makes the program end with exit code 1. */
export function report(
  what: string,
  costs: readonly number[],
  reference: readonly number[],
  bar: { readonly atMost?: number; readonly atLeast?: number },
): void {
  const ratios = costs.map((cost, round) => cost / reference[round]);
  const ratio = median(ratios);
  const { atMost = Infinity, atLeast = -Infinity } = bar;
  const isMet = ratio <= atMost && ratio >= atLeast;
  const wanted = atMost < Infinity ? `at most ${atMost}` : `at least ${atLeast}`;
  console.log(`${isMet ? "ok    " : "MISSED"} ${what}: ${spread(ratios, 2)}, ${wanted}`);
  if (!isMet) process.exitCode = 1;
}
