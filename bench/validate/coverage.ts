// Do 95 % intervals contain the truth in 95 % of cases? M/M/1 has a known answer, so that can be counted: 2,000 experiments a load,
// every one with its own seed, shared out to as many processes as there are cores. Expected: 93.5 to 96.5 %.
// Run: node --import tsx bench/validate/coverage.ts [experiments]
import { fileURLToPath } from "node:url";
import {
  batchMeansInterval,
  createStream,
  HORIZON,
  Histogram,
  type Interval,
  MultiServerQueue,
  mser5,
  nanoseconds,
  replicationDeletion,
  runsQuantileInterval,
  Simulation,
  seconds,
} from "../../engine/index.ts";
import { added, inProcesses, seedsOf } from "./in-processes.ts";

const CONFIDENCE = 0.95;
const LOWEST = 0.935;
const HIGHEST = 0.965;

interface Load {
  /** Arrival rate over service rate; the mean service time is 1 s. */
  readonly rho: number;
  readonly runs: number;
  /** Customers of a run, warm-up included. */
  readonly customers: number;
}
/**
 * Long enough that what a run averages to is nearly normal. At rho = 0.9 response times stay correlated over about 400 customers: runs of
 * 20,000 give 92 % for the mean, runs of 40,000 give 94.6 % for the mean but 92 % for the 99th percentile.
 */
const loads: Load[] = [
  { rho: 0.5, runs: 10, customers: 5_000 },
  { rho: 0.9, runs: 20, customers: 100_000 },
];

/** Response times of one run [s], by Lindley's recursion with the engine's streams. */
function respond(rho: number, seed: number, run: string, times: Float64Array): void {
  const arrivals = createStream(seed, `${run} / arrivals`);
  const services = createStream(seed, `${run} / services`);
  let waiting = 0;
  for (let i = 0; i < times.length; i++) {
    const service = services.exponential(1);
    times[i] = waiting + service;
    waiting = Math.max(0, waiting + service - arrivals.exponential(1 / rho));
  }
}

/** The same run through the kernel and a station, to show that the recursion stands for them. */
function respondByStation(rho: number, seed: number, run: string, customers: number): Float64Array {
  const simulation = new Simulation({ seed });
  const queue = new MultiServerQueue(simulation, { name: "server", servers: 1 });
  const arrivals = simulation.stream(`${run} / arrivals`);
  const services = simulation.stream(`${run} / services`);
  const arrivedAt = new Float64Array(customers);
  const times = new Float64Array(customers);
  const done = simulation.on("departure", (customer) => {
    times[customer] = seconds(simulation.now - arrivedAt[customer]);
  });
  const arrive = simulation.on("arrival", (customer) => {
    arrivedAt[customer] = simulation.now;
    queue.submit(nanoseconds(services.exponential(1)), done, customer);
    const gap = nanoseconds(arrivals.exponential(1 / rho));
    if (customer + 1 < customers) simulation.after(gap, arrive, customer + 1);
  });
  simulation.at(0, arrive, 0);
  simulation.run(HORIZON);
  simulation.audit();
  return times;
}

/** An estimate's record over many experiments. */
interface Row {
  readonly name: string;
  readonly truth: number;
  covered: number;
  /** Intervals that lie below the truth. */
  below: number;
  /** Sum of half-widths over the truth. */
  halfWidths: number;
}

function record(row: Row, { low, high, halfWidth }: Interval): void {
  if (low <= row.truth && row.truth <= high) row.covered++;
  else if (high < row.truth) row.below++;
  row.halfWidths += halfWidth / row.truth;
}

/** Makes the experiments with these seeds. */
function measure({ rho, runs, customers }: Load, seeds: Iterable<number>): Row[] {
  const mean = 1 / (1 - rho);
  const percentile = (p: number) => -Math.log(1 - p) * mean; // response times of M/M/1 are exponential
  const row = (name: string, truth: number): Row => ({ name: `rho ${rho}: ${name}`, truth, covered: 0, below: 0, halfWidths: 0 });
  const times = Array.from({ length: runs }, () => new Float64Array(customers));
  const long = new Float64Array((runs * customers) / 2);
  const replicated = row(`mean, ${runs} runs of ${customers}`, mean);
  const batched = row(`mean, batch means of one run of ${long.length}`, mean);
  const p95 = row("p95, the same runs", percentile(0.95));
  const p99 = row("p99, the same runs", percentile(0.99));
  for (const seed of seeds) {
    times.forEach((run, r) => respond(rho, seed, `run ${r}`, run));
    const interval = replicationDeletion(times, CONFIDENCE);
    record(replicated, interval);
    const histograms = times.map((run, r) => {
      const histogram = new Histogram();
      for (let i = interval.cuts[r].truncate; i < run.length; i++) histogram.add(run[i]);
      return histogram;
    });
    record(p95, runsQuantileInterval(histograms, 0.95, CONFIDENCE));
    record(p99, runsQuantileInterval(histograms, 0.99, CONFIDENCE));
    respond(rho, seed, "long run", long);
    record(batched, batchMeansInterval(long.subarray(mser5(long).truncate), CONFIDENCE));
  }
  return [replicated, batched, p95, p99];
}

async function report(experiments: number): Promise<void> {
  let failed = false;
  const print = (name: string, predicted: string, expected: string, ok: boolean) => {
    failed ||= !ok;
    console.log(`${name.padEnd(58)} ${predicted.padEnd(34)} ${expected.padEnd(16)} ${ok ? "ok" : "FAIL"}`);
  };
  const percent = (x: number) => `${(x * 100).toFixed(2)} %`;
  console.log(`Coverage of ${CONFIDENCE * 100} % intervals of M/M/1 response times, ${experiments} experiments\n`);
  console.log(`${"estimate".padEnd(58)} ${"covered (below it, half-width)".padEnd(34)} ${"expected".padEnd(16)} verdict`);
  for (const { rho, customers } of loads) {
    const times = new Float64Array(customers);
    respond(rho, 1, "check", times);
    const byStation = respondByStation(rho, 1, "check", customers);
    const apart = times.reduce((worst, time, i) => Math.max(worst, Math.abs(time - byStation[i])), 0);
    // Rounding to whole nanoseconds adds up over a busy period, no longer.
    const difference = `${(apart * 1e6).toFixed(3)} us of ${(1 / (1 - rho)).toFixed(0)} s`;
    print(`rho ${rho}: recursion against station, largest difference`, difference, "below 1 us", apart < 1e-6);
  }
  const answers = await inProcesses<Row[]>(fileURLToPath(import.meta.url), [`${experiments}`]);
  for (const { name, covered, below, halfWidths } of added(answers, ["covered", "below", "halfWidths"])) {
    const share = covered / experiments;
    print(
      name,
      `${percent(share)} (${percent(below / experiments)}, ±${percent(halfWidths / experiments)})`,
      `${LOWEST * 100}..${HIGHEST * 100} %`,
      share >= LOWEST && share <= HIGHEST,
    );
  }
  if (failed) process.exitCode = 1;
}

const [experiments = "2000", part, parts] = process.argv.slice(2);
if (process.send === undefined) await report(Number(experiments));
else {
  const seeds = seedsOf(Number(experiments), Number(part), Number(parts));
  process.send(loads.flatMap((load) => measure(load, seeds)));
  process.disconnect();
}
