// Bytes allocated a customer at the stations in handler style, after warm-up: none. Counted, not estimated: the young generation is so
// large that nothing is collected while a run is measured. Each station in a fresh process.
// Run: node --import tsx bench/stations/memory.ts [customers]
import { spawnSync } from "node:child_process";
import { PerformanceObserver } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Delay, type HandlerId, Link, MultiServerQueue, nanoseconds, SharedProcessor, Simulation } from "../../engine/index.ts";

const CUSTOMERS = Number(process.argv[2] ?? 500_000);
const POPULATION = 1000;
const AT_MOST = 1; // byte a customer: what the profiler and the runtime allocate by the way
const FLAGS = ["--expose-gc", "--min-semi-space-size=256", "--max-semi-space-size=256", "--no-concurrent-recompilation", "--import", "tsx"];

type Submit = (work: number, done: HandlerId, customer: number) => void;

const STATIONS: Readonly<Record<string, (simulation: Simulation) => Submit>> = {
  "MultiServerQueue, fifo": (simulation) => {
    const queue = new MultiServerQueue(simulation, { name: "queue", servers: 4 });
    return (work, done, customer) => queue.submit(work, done, customer);
  },
  "MultiServerQueue, preemptive-resume": (simulation) => {
    const queue = new MultiServerQueue(simulation, { name: "queue", servers: 4, discipline: "preemptive-resume" });
    return (work, done, customer) => queue.submit(work, done, customer, customer % 5);
  },
  Delay: (simulation) => {
    const delay = new Delay(simulation, { name: "delay" });
    return (work, done, customer) => delay.submit(work, done, customer);
  },
  "SharedProcessor, one group": (simulation) => {
    const processor = new SharedProcessor(simulation, { name: "processor", capacity: 4 });
    const group = processor.addGroup({ weight: 1, cap: Infinity });
    return (work, done, customer) => processor.submit(group, work, done, customer);
  },
  "SharedProcessor, 30 groups with weights and caps": (simulation) => {
    const processor = new SharedProcessor(simulation, { name: "processor", capacity: (runnable) => 4 - 1 / (1 + runnable) });
    const groups = Array.from({ length: 30 }, (_, index) => processor.addGroup({ weight: 1 + (index % 7), cap: 0.1 + index / 50 }));
    return (work, done, customer) => processor.submit(groups[customer % 30], work, done, customer);
  },
  "Link, fifo": (simulation) => {
    const link = new Link(simulation, { name: "link", bandwidth: 4e9, latency: 1000 });
    return (size, done, customer) => link.send(size, done, customer);
  },
  "Link, fair": (simulation) => {
    const link = new Link(simulation, { name: "link", bandwidth: 4e9, latency: 1000, sharing: "fair" });
    return (size, done, customer) => link.send(size, done, customer);
  },
};

/** A closed network: customers come back after a pause. Bytes a customer; throws if there was a collection after all. */
async function bytesPerCustomer(makeStation: (simulation: Simulation) => Submit): Promise<number> {
  const simulation = new Simulation({ seed: 1 });
  const submitWork = makeStation(simulation);
  const stream = simulation.stream("times");
  const times = Int32Array.from({ length: 1 << 16 }, () => nanoseconds(stream.exponential(1e-3)));
  let drawn = 0;
  let left = 0;
  const done = simulation.on("done", (customer) => {
    if (--left === 0) simulation.stop();
    simulation.after(times[drawn++ & 0xffff], submit, customer);
  });
  const submit = simulation.on("submit", (customer) => submitWork(times[drawn++ & 0xffff], done, customer));
  for (let customer = 0; customer < POPULATION; customer++) simulation.at(customer, submit, customer);
  const run = (customers: number): number => {
    const before = process.memoryUsage().heapUsed;
    left = customers;
    simulation.run(Number.MAX_SAFE_INTEGER);
    return (process.memoryUsage().heapUsed - before) / customers;
  };
  run(CUSTOMERS); // until the code is optimized
  await setTimeout(10);
  collect();
  await setTimeout(10);
  collections = 0;
  const bytes = run(CUSTOMERS);
  await setTimeout(10); // the observer is told
  simulation.audit();
  if (collections > 0) throw new Error("there was a collection while allocations were counted: measure fewer customers");
  return bytes;
}

const collect = (globalThis as unknown as { gc?: () => void }).gc as () => void;
let collections = 0;

if (collect === undefined) {
  for (const name of Object.keys(STATIONS)) {
    const { status } = spawnSync(process.execPath, [...FLAGS, fileURLToPath(import.meta.url), String(CUSTOMERS), name], {
      stdio: "inherit",
    });
    if (status !== 0) process.exitCode = 1;
  }
} else {
  const name = process.argv[3];
  new PerformanceObserver((list) => void (collections += list.getEntries().length)).observe({ entryTypes: ["gc"] });
  const bytes = await bytesPerCustomer(STATIONS[name]);
  const isMet = bytes <= AT_MOST;
  console.log(`${isMet ? "ok    " : "MISSED"} ${name}: ${bytes.toFixed(2)} bytes allocated a customer, at most ${AT_MOST}`);
  if (!isMet) process.exitCode = 1;
}
