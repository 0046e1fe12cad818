import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Queue = "standard" | "branchy" | "branchfree" | "indexed";

/** CPU time of an operation [ns], and the checksum of the order of its events. */
export interface Measurement {
  readonly cost: number;
  readonly check: number;
}

/** Runs a C++ queue. */
export type RunQueue = (
  shape: string,
  workload: string,
  queue: Queue,
  pending: number,
  operations: number,
) => { cost: number; check: number };

/** Compiles queues.cpp into a temporary folder and hands it the increments; undefined where there is no g++. */
export function compileQueues(increments: Readonly<Record<string, Float64Array>>): RunQueue | undefined {
  const folder = mkdtempSync(join(tmpdir(), "queues-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const program = join(folder, "queues");
  try {
    execFileSync("g++", ["-O3", "-march=native", "-o", program, new URL("queues.cpp", import.meta.url).pathname], { stdio: "inherit" });
  } catch {
    return undefined;
  }
  const files = new Map<string, string>();
  for (const [shape, table] of Object.entries(increments)) {
    const file = join(folder, `increments-${files.size}`);
    writeFileSync(file, table);
    files.set(shape, file);
  }
  return (shape, workload, queue, pending, operations) => {
    const args = [files.get(shape) as string, workload, queue, String(pending), String(operations)];
    const [cost, check] = execFileSync(program, args, { encoding: "utf8" }).split(" ").map(Number);
    return { cost, check };
  };
}
