// The calendar and processes of the engine against C++ event queues on the same events, and against each other; CPU time.
// Run: node --import tsx bench/kernel/main.ts [rounds] [row ...]     rows: hold shapes cancel burst process tracer memory; default all
// Contestants take turns, each time in a fresh process. Ends with exit code 1 if a bar is missed.
import { spawnSync } from "node:child_process";
import { inProcess, median, report, spread } from "../stations/measure.ts";
import { compileQueues, type Measurement, type Queue } from "./queues.ts";
import { INCREMENTS } from "./workloads.ts";

const ROUNDS = Number(process.argv[2] ?? 7);
const ROWS = process.argv.length > 3 ? process.argv.slice(3) : ["hold", "shapes", "cancel", "burst", "process", "tracer", "memory"];

const file = (name: string): string => new URL(name, import.meta.url).pathname;

/** A workload through the public engine. */
function engine(workload: string, shape: string, pending: number, operations: number): Measurement {
  const [cost, check] = inProcess(file("once.ts"), workload, shape, pending, operations).split(" ").map(Number);
  return { cost, check };
}

/** Runs all contestants in turn, round after round, and checks that all saw the same events in the same order. */
function compete(what: string, contestants: Readonly<Record<string, () => Measurement>>): Record<string, number[]> {
  const costs: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS; round++) {
    const checks = new Set<number>();
    for (const [name, run] of Object.entries(contestants)) {
      const { cost, check } = run();
      (costs[name] ??= []).push(cost);
      checks.add(check);
    }
    if (checks.size > 1) throw new Error(`${what}: the order of events differs, checksums ${[...checks].join(", ")}`);
  }
  const list = Object.entries(costs).map(([name, values]) => `${name} ${spread(values)}`);
  console.log(`${what} [ns]: ${list.join(", ")}`);
  return costs;
}

const queues = compileQueues(INCREMENTS);
if (queues === undefined) console.log("no g++ here: rows against C++ show the engine alone");

interface Bars {
  readonly standard?: number;
  readonly heap?: number;
  readonly indexed?: number;
}

/** The engine and C++ on a workload. The bar for heaps counts against the faster of the two. */
function againstCpp(workload: "hold" | "cancel", shape: string, pending: number, operations: number, bars: Bars): void {
  const names: Queue[] = queues === undefined ? [] : workload === "cancel" ? ["indexed"] : ["standard", "branchy", "branchfree"];
  const cpp = names.map(
    (name) => [name, () => (queues as NonNullable<typeof queues>)(shape, workload, name, pending, operations)] as const,
  );
  const costs = compete(`${workload}, ${shape}, ${pending} pending`, {
    engine: () => engine(workload, shape, pending, operations),
    ...Object.fromEntries(cpp),
  });
  if (queues === undefined) return;
  if (bars.standard !== undefined) report("    / std::priority_queue", costs.engine, costs.standard, { atMost: bars.standard });
  if (bars.heap !== undefined) {
    const best = median(costs.branchy) < median(costs.branchfree) ? costs.branchy : costs.branchfree;
    report("    / 4-ary heap", costs.engine, best, { atMost: bars.heap });
  }
  if (bars.indexed !== undefined) report("    / indexed 4-ary heap", costs.engine, costs.indexed, { atMost: bars.indexed });
}

/** Events of a measurement: so many that the compiler's own time, tens of milliseconds that count as CPU time, does not show. */
const EVENTS = 1e7;

const rows: Readonly<Record<string, () => void>> = {
  hold() {
    againstCpp("hold", "exponential", 10, EVENTS, {});
    againstCpp("hold", "exponential", 100, EVENTS, { standard: 1 });
    againstCpp("hold", "exponential", 1_000, EVENTS, { standard: 1, heap: 1.35 });
    againstCpp("hold", "exponential", 10_000, EVENTS, { standard: 1 });
    againstCpp("hold", "exponential", 100_000, EVENTS, { standard: 1, heap: 1 });
    againstCpp("hold", "exponential", 1_000_000, EVENTS, { standard: 1, heap: 0.7 });
  },
  shapes() {
    for (const shape of Object.keys(INCREMENTS)) if (shape !== "exponential") againstCpp("hold", shape, 10_000, EVENTS, { heap: 1.8 });
  },
  cancel() {
    for (const pending of [100, 1_000, 10_000]) againstCpp("cancel", "exponential", pending, EVENTS, { indexed: 1.5 });
  },
  burst() {
    const costs = compete("wake-ups at one instant", {
      "1,000": () => engine("burst", "exponential", 1_000, EVENTS),
      "20,000": () => engine("burst", "exponential", 20_000, EVENTS),
    });
    report("    20,000 / 1,000", costs["20,000"], costs["1,000"], { atMost: 3 });
  },
  process() {
    compete("an event of a thousand", {
      "handlers of 8 kinds": () => engine("handlers", "exponential", 1_000, EVENTS),
      "yield hold": () => engine("processes, hold", "exponential", 1_000, EVENTS),
      "yield* timeout": () => engine("processes, timeout", "exponential", 1_000, EVENTS),
    });
  },
  tracer() {
    compete("hold, 1,000 pending, tracer", {
      none: () => engine("hold", "exponential", 1_000, EVENTS),
      "that does nothing": () => engine("empty tracer", "exponential", 1_000, EVENTS),
      "that counts": () => engine("counting tracer", "exponential", 1_000, EVENTS),
    });
  },
  memory() {
    const flags = ["--expose-gc", "--min-semi-space-size=256", "--max-semi-space-size=256", "--no-concurrent-recompilation"];
    for (const part of ["allocation", "cancelling", "idle", "pending"]) {
      const args = [...flags, "--import", "tsx", file("memory.ts"), part];
      const { stdout, status } = spawnSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
      process.stdout.write(stdout);
      if (status !== 0) process.exitCode = 1;
    }
  },
};

for (const row of ROWS) rows[row]();
