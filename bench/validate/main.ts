// Runs all validation cases longer than the tests do and writes the tables in docs/validation.md. The cases are shared out to as many processes as
// there are cores; seeds are fixed, so the same code writes the same bytes. Ends with exit code 1 if a row fails.
// Run: npm run validate                       everything, a few minutes
//      npm run validate -- <part of a name>   only these cases; the other rows stay as they are
//      npm run validate -- coverage           do confidence intervals cover the truth? (coverage.ts)
//      npm run validate -- searches           do intervals of whole searches cover the line? (searches.ts)
import { type ChildProcess, fork } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { describeFinding, type Finding, validate } from "../../engine/testing/validation.ts";
import { groups, LENGTH } from "./cases.ts";
import { replaceTables, rowsOf, tables } from "./table.ts";

const PAGE = new URL("../../docs/validation.md", import.meta.url);
const cases = groups.flatMap((group) => group.cases);

interface Answer {
  readonly index: number;
  readonly findings: readonly Finding[];
  /** CPU time [s]. */
  readonly cost: number;
}

/** In a process of its own: runs the cases it is told the numbers of. */
function work(): void {
  process.on("message", (index: number) => {
    const start = process.cpuUsage();
    const findings = validate(cases[index], LENGTH);
    const { user, system } = process.cpuUsage(start);
    process.send!({ index, findings, cost: (user + system) / 1e6 } satisfies Answer);
  });
}

/** Gives the next case to whichever process is free, and prints each as it comes back. */
async function runAll(chosen: readonly number[]): Promise<Map<string, readonly Finding[]>> {
  const found = new Map<string, readonly Finding[]>();
  const left = [...chosen].reverse();
  const serve = (child: ChildProcess): Promise<void> =>
    new Promise((resolve, reject) => {
      const next = (): void => {
        const index = left.pop();
        if (index === undefined) child.disconnect();
        else child.send(index);
      };
      child.on("message", ({ index, findings, cost }: Answer) => {
        found.set(cases[index].name, findings);
        for (const finding of findings) {
          console.log(`${finding.passes ? "ok  " : "FAIL"} ${cost.toFixed(1).padStart(6)} s  ${describeFinding(finding)}`);
        }
        next();
      });
      child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`a process ended with code ${code}`))));
      next();
    });
  const processes = Math.min(availableParallelism(), chosen.length);
  await Promise.all(Array.from({ length: processes }, () => serve(fork(fileURLToPath(import.meta.url)))));
  return found;
}

async function main(part: string | undefined): Promise<void> {
  const chosen = cases.map((_, index) => index).filter((index) => part === undefined || cases[index].name.includes(part));
  if (chosen.length === 0) throw new Error(`no case has "${part}" in its name; docs/validation.md lists them`);
  const found = await runAll(chosen);
  const failed = [...found.values()].flat().filter(({ passes }) => !passes).length;
  const rows = [...found.values()].flat().length;
  console.log(failed === 0 ? `all ${rows} numbers agree` : `${failed} of ${rows} numbers do not agree`);
  const page = readFileSync(PAGE, "utf8");
  writeFileSync(PAGE, replaceTables(page, tables(groups, found, part === undefined ? new Map() : rowsOf(page))));
  if (failed > 0) process.exitCode = 1;
}

const [part] = process.argv.slice(2);
if (process.send !== undefined) work();
else if (part === "coverage" || part === "searches") {
  process.argv.splice(2, 1);
  await import(part === "coverage" ? "./coverage.ts" : "./searches.ts");
} else await main(part);
