// Memory of idle processes, of pending events, and of an event that runs. Called by main.ts, each part in a process of its own, with
// --expose-gc, a large young generation, and --no-concurrent-recompilation: what V8 inlines, and so which doubles it puts into objects,
// would depend on when its compiler is done.
import { HORIZON, type Process, Simulation } from "../../engine/index.ts";

const collect = (globalThis as unknown as { gc: () => void }).gc;

function memory(): number {
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage(); // external includes array buffers
  return heapUsed + external;
}

function check(what: string, value: number, unit: string, atMost: number): void {
  const isMet = value <= atMost;
  console.log(`${isMet ? "ok    " : "MISSED"} ${what}: ${value.toFixed(value < 10 ? 2 : 0)} ${unit}, at most ${atMost}`);
  if (!isMet) process.exitCode = 1;
}

function idleProcesses(count: number): void {
  const before = memory();
  const simulation = new Simulation({ seed: 1 });
  function* idle(): Process {
    yield simulation.hold(1e15);
  }
  for (let n = 0; n < count; n++) simulation.spawn("idle", idle());
  simulation.run(1e9);
  check(`${count} idle generator processes, their events included`, (memory() - before) / count, "bytes each", 400);
  if (simulation.now !== 1e9) throw new Error("the clock stands wrong");
}

function pendingEvents(count: number): void {
  const before = memory();
  const simulation = new Simulation({ seed: 1 });
  let ran = 0;
  let last = -1;
  const event = simulation.on("event", (arg) => {
    if (simulation.now < last) throw new Error("out of order");
    last = simulation.now;
    ran += arg;
  });
  let state = 1;
  const start = process.cpuUsage();
  for (let n = 0; n < count; n++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    simulation.at((state >>> 4) * 1000, event, 1);
  }
  const bytes = (memory() - before) / count;
  simulation.run(HORIZON);
  const { user, system } = process.cpuUsage(start);
  if (ran !== count) throw new Error(`${ran} of ${count} events ran`);
  console.log(
    `       ${count} pending events: ${bytes.toFixed(0)} bytes reserved each, scheduled and run in ${(((user + system) * 1000) / count).toFixed(0)} ns each`,
  );
}

function allocation(events: number, isCancelling: boolean): void {
  const simulation = new Simulation({ seed: 1 });
  const handles = new Float64Array(1000);
  let left = 0;
  const event = simulation.on("event", (arg) => {
    handles[arg] = simulation.after(1000 + ((arg * 7919) & 0xfff), event, arg);
    if (isCancelling) {
      const other = (arg + 1) % 1000;
      handles[other] = simulation.reschedule(handles[other], simulation.now + 3_000_000_000);
      simulation.cancel(simulation.after(5_000_000_000, event, arg));
    }
    if (--left === 0) simulation.stop();
  });
  for (let arg = 0; arg < 1000; arg++) handles[arg] = simulation.at(arg, event, arg);
  const run = (count: number): number => {
    const before = process.memoryUsage().heapUsed;
    left = count;
    simulation.run(HORIZON);
    return process.memoryUsage().heapUsed - before;
  };
  for (let n = 0; n < 30; n++) run(events / 20); // until all code is optimized, that of a run's beginning and end too
  collect();
  // Nothing is collected meanwhile (the young generation is larger than 16 bytes an event would need), so the difference is what was allocated.
  // A double that is put into an object would be 16 bytes an event.
  check(
    `allocation in handler style${isCancelling ? ", cancelling and rescheduling" : ""}, ${events} events`,
    run(events) / events,
    "bytes an event",
    1,
  );
}

const parts: Readonly<Record<string, () => void>> = {
  allocation: () => allocation(5_000_000, false),
  cancelling: () => allocation(5_000_000, true),
  idle: () => idleProcesses(1_000_000),
  pending: () => pendingEvents(10_000_000),
};

parts[process.argv[2]]();
