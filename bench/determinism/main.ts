/**
 * `npm run check:determinism`, on every JavaScript runtime that this machine can have: the engine's golden digest is the stored one, in
 * Chromium too; and the same scenario and seed give the same summary.json and results.csv, with one and with two workers, twice in a row.
 * Exits with 1 on any difference.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { differingParts, digestInChromium, goldenScript, storedDigest } from "./golden.ts";
import { type Runtime, runtimes } from "./runtimes.ts";
import { judge, type Row } from "./table.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scenario = "bench/determinism/scenario.yaml";
const files = ["summary.json", "results.csv"];

const folder = mkdtempSync(join(tmpdir(), "plimsoll-determinism-"));
try {
  const available: readonly Runtime[] = [{ name: `this Node ${process.versions.node}`, command: [process.execPath] }, ...runtimes(folder)];
  const goldenGood = await checkGolden(available);
  const scenarioGood = checkScenario(available);
  process.exitCode = goldenGood && scenarioGood ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function checkGolden(available: readonly Runtime[]): Promise<boolean> {
  const script = await goldenScript();
  const file = join(folder, "golden.js");
  writeFileSync(file, `${script}\nconsole.log(golden.mixedModel().trimEnd());\n`);
  const notes: string[] = [];
  const row = (name: string, digest: string): Row => {
    const parts = differingParts(digest, storedDigest);
    if (parts.length > 0) notes.push(`${name} differs from engine/golden/mixed-model.txt in: ${parts.slice(0, 10).join("; ")}\n`);
    return { name, outcome: [digest.slice(0, 16)] };
  };
  const rows = available.map(({ name, command }): Row => {
    if ("skipped" in command) return { name, outcome: command };
    process.stderr.write(`${name}, golden digest ...\n`);
    const { status, stdout, stderr, error } = spawnSync(command[0]!, [...command.slice(1), file], { encoding: "utf8" });
    return status === 0 ? row(name, stdout) : { name, outcome: failure(status, stderr, error) };
  });
  const { text, good } = judge([row("stored", storedDigest), ...rows, await inChromium(script, row)], ["golden digest"]);
  process.stdout.write(`${text}${notes.join("")}\n`);
  return good;
}

async function inChromium(script: string, row: (name: string, digest: string) => Row): Promise<Row> {
  if (process.platform !== "linux" || process.arch !== "x64")
    return {
      name: "Chromium",
      outcome: { skipped: `its npm package is for Linux x64, this machine is ${process.platform} ${process.arch}` },
    };
  process.stderr.write("Chromium, golden digest ...\n");
  try {
    const { version, digest } = await digestInChromium(script);
    return row(`Chromium ${version}`, digest);
  } catch (error) {
    return { name: "Chromium", outcome: { failed: String(error).split("\n")[0] } };
  }
}

function checkScenario([here, ...others]: readonly Runtime[]): boolean {
  const rows = [
    ...[1, 2, 1].map((workers) => simulate(here, workers)),
    ...others.flatMap((runtime) =>
      "skipped" in runtime.command ? [simulate(runtime, 1)] : [1, 2].map((workers) => simulate(runtime, workers)),
    ),
  ];
  const { text, good } = judge(rows, files);
  process.stdout.write(text);
  return good;
}

function simulate({ name, command }: Runtime, workers: number): Row {
  if ("skipped" in command) return { name, outcome: command };
  process.stderr.write(`${name}, ${workers} worker${workers === 1 ? "" : "s"} ...\n`);
  const out = mkdtempSync(join(folder, "out-"));
  const args = ["dist/cli/main.js", "compare", scenario, "--out", out, "--workers", String(workers), "--quiet"];
  const { status, stderr, error } = spawnSync(command[0]!, [...command.slice(1), ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (status !== 0) return { name, workers, outcome: failure(status, stderr, error) };
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

function failure(status: number | null, stderr: string | null, error: Error | undefined): { readonly failed: string } {
  return { failed: error?.message ?? `exit code ${status}: ${(stderr ?? "").trim().split("\n")[0]}` };
}
