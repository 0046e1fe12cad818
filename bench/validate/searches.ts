// Does the stated interval of a whole search for a load line contain the true line in 95 % of searches? Systems whose line follows from a formula,
// 1,000 searches each with a seed of its own, through the same search, decisions and simulation as any study. Expected: 93.5 to 96.5 %; systems
// whose line is so sharp that a load beside it can't be taken for it: 100 %.
// Run: npm run validate -- searches [searches] [part of a name]
import { fileURLToPath } from "node:url";
import { executeHere } from "../../scenarios/study/execute.ts";
import { runSingle } from "../../scenarios/study/run-study.ts";
import { added, inProcesses, seedsOf } from "./in-processes.ts";
import { knownLines, scenarioOf } from "./known-lines.ts";

const LOWEST = 0.935;
const HIGHEST = 0.965;

interface Row {
  readonly name: string;
  readonly line: number;
  readonly isSharp: boolean;
  covered: number;
  /** Intervals that lie below the true line. */
  below: number;
  /** Sum of their widths [tenants]. */
  widths: number;
  /** Searches that found no interval. */
  open: number;
}

async function search(names: string, seeds: readonly number[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const known of knownLines.filter(({ name }) => name.includes(names))) {
    const row: Row = { name: known.name, line: known.line, isSharp: known.isSharp, covered: 0, below: 0, widths: 0, open: 0 };
    for (const seed of seeds) {
      const scenario = scenarioOf(known, seed);
      const { deployments } = await runSingle(scenario, known.name, undefined, { execute: executeHere, causes: false });
      const line = deployments[0].loadLine;
      if (line === null || line.atMost === null) row.open++;
      else {
        if (line.tenants <= known.line && known.line <= line.atMost) row.covered++;
        else if (line.atMost < known.line) row.below++;
        row.widths += line.atMost - line.tenants;
      }
    }
    rows.push(row);
  }
  return rows;
}

async function report(searches: number, names: string): Promise<void> {
  const percent = (count: number) => `${((100 * count) / searches).toFixed(1)} %`;
  console.log(`Coverage of the stated interval of whole searches, ${searches} searches a system\n`);
  console.log(
    `${"system".padEnd(66)} ${"line".padStart(5)} ${"covered (below it, mean width)".padEnd(32)} ${"expected".padEnd(14)} verdict`,
  );
  const answers = await inProcesses<Row[]>(fileURLToPath(import.meta.url), [`${searches}`, names]);
  for (const { name, line, isSharp, covered, below, widths, open } of added(answers, ["covered", "below", "widths", "open"])) {
    const share = covered / searches;
    const passes = isSharp ? share >= LOWEST : share >= LOWEST && share <= HIGHEST;
    const found = `${percent(covered)} (${percent(below)}, ${(widths / Math.max(1, searches - open)).toFixed(1)})`;
    console.log(
      `${name.padEnd(66)} ${String(line).padStart(5)} ${found.padEnd(32)} ${(isSharp ? "from 93.5 %" : "93.5..96.5 %").padEnd(14)} ${passes ? "ok" : "FAIL"}`,
    );
    if (!passes) process.exitCode = 1;
  }
}

const [searches = "1000", names = "", part, parts] = process.argv.slice(2);
if (process.send === undefined) await report(Number(searches), names);
else {
  process.send(await search(names, seedsOf(Number(searches), Number(part), Number(parts))));
  process.disconnect();
}
