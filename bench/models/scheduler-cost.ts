// CPU schedulers of both fidelities with 10 to 10,000 runnable tasks on 4 cores: CPU time and heap a task and an event.
// Young space is large, so that what is allocated is still there to be counted.
// Run: node --expose-gc --max-semi-space-size=512 --import tsx bench/models/scheduler-cost.ts [events] [rounds]
import { nanoseconds, Simulation } from "../../engine/index.ts";
import { createScheduler } from "../../models/os/cpu/create.ts";
import { FLUID, SLICES, type SchedulerSpec } from "../../models/os/cpu/spec.ts";
import { host } from "../../models/testing/specs.ts";
import { cpuNanoseconds, median } from "../stations/measure.ts";

const EVENTS = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = Number(process.argv[3] ?? 3);
const RUNNABLE = [10, 100, 1000, 10_000];
/** Mean demand [s]: a task takes several turns of 2.25 ms. */
const DEMAND = 10e-3;

interface Cost {
  readonly perTask: number;
  readonly perEvent: number;
  readonly bytes: number;
}

/** `runnable` tasks, each followed by the next when it ends; groups of `size`. */
function measure(spec: SchedulerSpec, runnable: number, size: number): Cost {
  const simulation = new Simulation({ seed: 1 });
  const scheduler = createScheduler(simulation, "cores", host().cpu, spec);
  const stream = simulation.stream("demands");
  const groups = Array.from({ length: runnable / size }, (_, k) => scheduler.addGroup({ weight: 1 + (k % 3) }));
  let tasks = 0;
  const done = simulation.on("done", (group) => {
    tasks++;
    scheduler.submit(group, nanoseconds(stream.exponential(DEMAND)), done, group);
    if (simulation.eventCount >= limit) simulation.stop();
  });
  for (let k = 0; k < runnable; k++)
    scheduler.submit(groups[k % groups.length], nanoseconds(stream.exponential(DEMAND)), done, k % groups.length);
  let limit = EVENTS / 5;
  simulation.run(Number.MAX_SAFE_INTEGER);
  globalThis.gc?.();
  const [before, tasksBefore, heap] = [simulation.eventCount, tasks, process.memoryUsage().heapUsed];
  limit += EVENTS;
  const time = cpuNanoseconds(() => void simulation.run(Number.MAX_SAFE_INTEGER));
  const events = simulation.eventCount - before;
  const bytes = (process.memoryUsage().heapUsed - heap) / events;
  simulation.audit();
  return { perTask: time / (tasks - tasksBefore), perEvent: time / events, bytes };
}

const cell = (text: string | number, width = 12): string => String(text).padStart(width);

console.log(["fidelity".padEnd(8), "groups".padEnd(14), ...RUNNABLE.map((n) => cell(`${n} tasks`, 36))].join(" "));
for (const spec of [FLUID, SLICES]) {
  for (const [name, size] of [
    ["one each", 1],
    ["ten tasks each", 10],
  ] as const) {
    const cells = RUNNABLE.map((runnable) => {
      const rounds = Array.from({ length: ROUNDS }, () => measure(spec, runnable, size));
      const of = (key: keyof Cost): number => median(rounds.map((round) => round[key]));
      return cell(`${of("perTask").toFixed(0)} ns/task ${of("perEvent").toFixed(0)} ns/event ${of("bytes").toFixed(1)} B`, 36);
    });
    console.log([spec.kind.padEnd(8), name.padEnd(14), ...cells].join(" "));
  }
}
