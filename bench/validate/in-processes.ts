// Experiments with seeds of their own, shared out to as many processes as there are cores.
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";

/** What each process of `file` sends, in their order; `args`, then which part it is and of how many. */
export function inProcesses<Answer>(file: string, args: readonly string[]): Promise<Answer[]> {
  const parts = availableParallelism();
  const answer = (part: number): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const child = fork(file, [...args, `${part}`, `${parts}`]);
      child.once("message", (message) => resolve(message as Answer));
      child.once("exit", (code) => reject(new Error(`process ${part} ended with code ${code} before it had counted`)));
    });
  return Promise.all(Array.from({ length: parts }, (_, part) => answer(part)));
}

/** Seeds of one part: 0 to `experiments` in turns. */
export const seedsOf = (experiments: number, part: number, parts: number): number[] =>
  Array.from({ length: experiments }, (_, seed) => seed).filter((seed) => seed % parts === part);

/** Rows that several processes have counted, added up: numbers of `counts` are sums, all else is the same in each. */
export function added<Row extends object>(answers: readonly (readonly Row[])[], counts: readonly (keyof Row)[]): Row[] {
  return answers.reduce<Row[]>(
    (total, rows) =>
      total.length === 0
        ? [...rows]
        : total.map((row, i) => ({
            ...row,
            ...Object.fromEntries(counts.map((count) => [count, (row[count] as number) + (rows[i][count] as number)])),
          })),
    [],
  );
}
