/**
 * `npm run check:determinism`: the same scenario and seed give the same bytes on every JavaScript runtime that this machine can have,
 * with one and with two workers, twice in a row. Compares summary.json and results.csv; exits with 1 on any difference.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runtimes } from "./runtimes.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scenario = "bench/determinism/scenario.yaml";
const files = ["summary.json", "results.csv"];

interface Row {
  readonly name: string;
  readonly workers: number | "";
  /** One sha256 per file, or why there is none. */
  readonly outcome: readonly string[] | { readonly skipped: string } | { readonly failed: string };
}

const folder = mkdtempSync(join(tmpdir(), "plimsoll-determinism-"));
try {
  const here: readonly Row[] = [1, 2, 1].map((workers) => simulate(`this Node ${process.versions.node}`, [process.execPath], workers));
  const rows = [
    ...here,
    ...runtimes(folder).flatMap(({ name, command }): Row[] =>
      "skipped" in command ? [{ name, workers: "", outcome: command }] : [1, 2].map((workers) => simulate(name, command, workers)),
    ),
  ];
  process.exitCode = print(rows) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function simulate(name: string, command: readonly string[], workers: number): Row {
  process.stderr.write(`${name}, ${workers} worker${workers === 1 ? "" : "s"} ...\n`);
  const out = mkdtempSync(join(folder, "out-"));
  const args = ["dist/cli/main.js", "compare", scenario, "--out", out, "--workers", String(workers), "--quiet"];
  const { status, stderr, error } = spawnSync(command[0]!, [...command.slice(1), ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (status !== 0) return { name, workers, outcome: { failed: error?.message ?? `exit code ${status}: ${stderr.trim().split("\n")[0]}` } };
  return {
    name,
    workers,
    outcome: files.map((file) =>
      createHash("sha256")
        .update(readFileSync(join(out, file)))
        .digest("hex"),
    ),
  };
}

/** Prints the table; true if nothing failed or differs from the first row, and at least two rows could be compared. */
function print(rows: readonly Row[]): boolean {
  const reference = rows[0]!.outcome;
  const cells = rows.map(({ name, workers, outcome }) => {
    if ("skipped" in outcome) return [name, "", ...files.map(() => ""), `skipped: ${outcome.skipped}`];
    if ("failed" in outcome) return [name, `${workers}`, ...files.map(() => ""), `FAILED: ${outcome.failed}`];
    const same = "join" in reference && outcome.join() === reference.join();
    return [name, `${workers}`, ...outcome.map((sum) => sum.slice(0, 16)), same ? "same" : "DIFFERENT"];
  });
  const table = [["runtime", "workers", ...files, "against the first"], ...cells];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join("  ")
      .trimEnd(),
  );
  process.stdout.write(`${lines.join("\n")}\n`);
  const good = cells.filter((row) => row.at(-1) === "same").length;
  const bad = cells.filter((row) => /^(FAILED|DIFFERENT)/.test(row.at(-1)!)).length;
  process.stdout.write(`\n${good} runs gave the same bytes, ${bad} did not, ${cells.length - good - bad} skipped\n`);
  return bad === 0 && good >= 2;
}
