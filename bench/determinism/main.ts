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
import { judge, type Row } from "./table.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scenario = "bench/determinism/scenario.yaml";
const files = ["summary.json", "results.csv"];

const folder = mkdtempSync(join(tmpdir(), "plimsoll-determinism-"));
try {
  const here: readonly Row[] = [1, 2, 1].map((workers) => simulate(`this Node ${process.versions.node}`, [process.execPath], workers));
  const rows = [
    ...here,
    ...runtimes(folder).flatMap(({ name, command }): Row[] =>
      "skipped" in command ? [{ name, outcome: command }] : [1, 2].map((workers) => simulate(name, command, workers)),
    ),
  ];
  const { text, good } = judge(rows, files);
  process.stdout.write(text);
  process.exitCode = good ? 0 : 1;
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
