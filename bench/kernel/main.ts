// The calendar and processes of the engine against C++ event queues on the same events, and against each other; CPU time.
// Run: node --import tsx bench/kernel/main.ts [rounds] [row ...]     rows: hold shapes cancel burst process tracer memory; default all
// Ends with exit code 1 if a bar is missed.
import { spawnSync } from "node:child_process";
import { Bench } from "tinybench";
import { median, report, spread } from "../stations/measure.ts";
import { compileQueues, type Queue } from "./queues.ts";
import { burst, cancel, handlers, hold, INCREMENTS, processes, type Workload } from "./workloads.ts";

const ROUNDS = Number(process.argv[2] ?? 7);
const ROWS = process.argv.length > 3 ? process.argv.slice(3) : ["hold", "shapes", "cancel", "burst", "process", "tracer", "memory"];

/** CPU time of one call of `work`, by tinybench with the process's CPU clock [ns]. */
function cost(work: () => unknown): number {
  const cpu = (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  const bench = new Bench({ now: cpu, iterations: 1, time: 0, warmup: false });
  bench.add("work", () => void work(), { async: false }); // otherwise it is called once more, to see whether it is
  const { result } = bench.runSync()[0];
  if (result.state !== "completed") throw new Error(`benchmark ${result.state}`);
  return result.latency.mean * 1e6;
}

/** CPU time of an operation in steady state, and the checksum of the order of all events. */
function measure(workload: Workload, operations: number): { cost: number; check: number } {
  workload(operations / 2);
  let check = 0;
  const time = cost(() => {
    check = workload(operations);
  });
  return { cost: time / operations, check };
}

/** Runs all contestants in turn, round after round, and checks that all saw the same events in the same order. */
function compete(contestants: Readonly<Record<string, () => { cost: number; check: number }>>): Record<string, number[]> {
  const costs: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS; round++) {
    const checks = new Set<number>();
    for (const [name, run] of Object.entries(contestants)) {
      const { cost, check } = run();
      (costs[name] ??= []).push(cost);
      checks.add(check);
    }
    if (checks.size > 1) throw new Error(`the order of events differs: checksums ${[...checks].join(", ")}`);
  }
  return costs;
}

const queues = compileQueues(INCREMENTS);
if (queues === undefined) console.log("no g++ here: rows against C++ show the engine alone");

interface Bars {
  readonly standard?: number | undefined;
  readonly heap?: number | undefined;
  readonly indexed?: number | undefined;
}

/** One line: the engine and C++ on a workload. The bar for heaps counts against the faster of the two. */
function againstCpp(title: string, workload: "hold" | "cancel", shape: string, pending: number, operations: number, bars: Bars): void {
  const names: Queue[] = queues === undefined ? [] : workload === "cancel" ? ["indexed"] : ["standard", "branchy", "branchfree"];
  const make = workload === "cancel" ? cancel : hold;
  const costs = compete({
    engine: () => measure(make(pending, INCREMENTS[shape]), operations),
    ...Object.fromEntries(
      names.map((name) => [name, () => (queues as NonNullable<typeof queues>)(shape, workload, name, pending, operations)]),
    ),
  });
  console.log(
    `${title}, ${pending} pending [ns]: ${Object.entries(costs)
      .map(([name, values]) => `${name} ${spread(values)}`)
      .join(", ")}`,
  );
  if (bars.standard !== undefined && costs.standard)
    report("    / std::priority_queue", costs.engine, costs.standard, { atMost: bars.standard });
  if (bars.heap !== undefined && costs.branchy) {
    const best = median(costs.branchy) < median(costs.branchfree) ? costs.branchy : costs.branchfree;
    report("    / 4-ary heap", costs.engine, best, { atMost: bars.heap });
  }
  if (bars.indexed !== undefined && costs.indexed)
    report("    / indexed 4-ary heap", costs.engine, costs.indexed, { atMost: bars.indexed });
}

const rows: Record<string, () => void> = {
  hold() {
    const bars: Record<number, Bars> = {
      10: {},
      100: { standard: 1 },
      1_000: { standard: 1, heap: 1.35 },
      10_000: { standard: 1 },
      100_000: { standard: 1, heap: 1 },
      1_000_000: { standard: 1, heap: 0.7 },
    };
    for (const [pending, bar] of Object.entries(bars))
      againstCpp("hold", "hold", "exponential", Number(pending), Math.max(3e6, 4 * Number(pending)), bar);
  },
  shapes() {
    for (const shape of Object.keys(INCREMENTS))
      if (shape !== "exponential") againstCpp(`hold, ${shape}`, "hold", shape, 10_000, 3e6, { heap: 1.8 });
  },
  cancel() {
    for (const pending of [100, 1_000, 10_000])
      againstCpp("cancel and reschedule half", "cancel", "exponential", pending, 2e6, { indexed: 1.5 });
  },
  burst() {
    const costs = compete({ "1,000": () => measure(burst(1_000), 2e6), "20,000": () => ({ ...measure(burst(20_000), 2e6) }) });
    console.log(
      `wake-ups at one instant [ns each]: ${Object.entries(costs)
        .map(([name, values]) => `${name}: ${spread(values)}`)
        .join(", ")}`,
    );
    report("    20,000 / 1,000", costs["20,000"], costs["1,000"], { atMost: 3 });
  },
  process() {
    const costs = compete({
      "handler table": () => measure(handlers(1000, INCREMENTS.exponential), 2e6),
      "yield hold": () => measure(processes(1000, INCREMENTS.exponential, "hold"), 2e6),
      "yield* timeout": () => measure(processes(1000, INCREMENTS.exponential, "timeout"), 2e6),
    });
    console.log(
      `an event of 1,000 in 8 kinds [ns]: ${Object.entries(costs)
        .map(([name, values]) => `${name} ${spread(values)}`)
        .join(", ")}`,
    );
  },
  tracer() {
    const costs = compete({
      none: () => measure(hold(1000, INCREMENTS.exponential), 2e6),
      "one that does nothing": () => measure(hold(1000, INCREMENTS.exponential, {}), 2e6),
      "one that counts": () => measure(hold(1000, INCREMENTS.exponential, { event: () => void traced++ }), 2e6),
    });
    console.log(
      `hold, 1,000 pending, tracer [ns]: ${Object.entries(costs)
        .map(([name, values]) => `${name} ${spread(values)}`)
        .join(", ")}`,
    );
  },
  memory() {
    // In a process of its own, so that nothing else is in its memory.
    const program = new URL("memory.ts", import.meta.url).pathname;
    const { stdout, status } = spawnSync(process.execPath, ["--expose-gc", "--import", "tsx", program], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    process.stdout.write(stdout);
    if (status !== 0) process.exitCode = 1;
  },
};

let traced = 0;
for (const row of ROWS) rows[row]();
