// Do 95 % intervals contain the truth in 95 % of cases? M/M/1 has a known answer, so that can be counted: 2,000 experiments each,
// every one with its own seed. Expected: 93.5 to 96.5 %.
// Run: node --import tsx bench/validate/coverage.ts [experiments]
import {
  batchMeansInterval,
  createStream,
  HORIZON,
  Histogram,
  type Interval,
  meanInterval,
  MultiServerQueue,
  mser5,
  nanoseconds,
  replicationDeletion,
  seconds,
  Simulation,
} from "../../engine/index.ts";

const CONFIDENCE = 0.95;
const LOWEST = 0.935;
const HIGHEST = 0.965;
const experiments = Number(process.argv[2] ?? 2000);

interface Load {
  /** Arrival rate over service rate; the mean service time is 1 s. */
  readonly rho: number;
  readonly runs: number;
  /** Customers of a run, warm-up included. */
  readonly customers: number;
}
/** Long enough that a run's mean is nearly normal: at rho = 0.9 response times stay correlated over about 400 customers. */
const loads: Load[] = [
  { rho: 0.5, runs: 10, customers: 5_000 },
  { rho: 0.9, runs: 20, customers: 40_000 },
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

interface Row {
  readonly name: string;
  readonly truth: number;
  covered: number;
  below: number;
  relativeHalfWidth: number;
}

function record(row: Row, { low, high, halfWidth }: Interval): void {
  if (low <= row.truth && row.truth <= high) row.covered++;
  else if (high < row.truth) row.below++;
  row.relativeHalfWidth += halfWidth / row.truth / experiments;
}

function measure({ rho, runs, customers }: Load): Row[] {
  const mean = 1 / (1 - rho);
  // Response times of M/M/1 are exponential.
  const percentile = (p: number) => -Math.log(1 - p) * mean;
  const row = (name: string, truth: number): Row => ({ name: `rho ${rho}, ${name}`, truth, covered: 0, below: 0, relativeHalfWidth: 0 });
  const replicated = row(`mean, ${runs} runs of ${customers}`, mean);
  const p95 = row("p95, the same runs", percentile(0.95));
  const p99 = row("p99, the same runs", percentile(0.99));
  const batched = row(`mean, batch means of one run of ${(runs * customers) / 2}`, mean);
  const times = Array.from({ length: runs }, () => new Float64Array(customers));
  const long = new Float64Array((runs * customers) / 2);
  for (let seed = 0; seed < experiments; seed++) {
    times.forEach((run, r) => respond(rho, seed, `run ${r}`, run));
    const interval = replicationDeletion(times, CONFIDENCE);
    record(replicated, interval);
    const histograms = times.map((run, r) => {
      const histogram = new Histogram();
      for (let i = interval.cuts[r].truncate; i < run.length; i++) histogram.add(run[i]);
      return histogram;
    });
    record(
      p95,
      meanInterval(
        histograms.map((histogram) => histogram.quantile(0.95)),
        CONFIDENCE,
      ),
    );
    record(
      p99,
      meanInterval(
        histograms.map((histogram) => histogram.quantile(0.99)),
        CONFIDENCE,
      ),
    );
    respond(rho, seed, "long run", long);
    record(batched, batchMeansInterval(long.subarray(mser5(long).truncate), CONFIDENCE, 10));
  }
  return [replicated, batched, p95, p99];
}

let failed = false;
function print(name: string, predicted: string, expected: string, ok: boolean): void {
  failed ||= !ok;
  console.log(`${name.padEnd(58)} ${predicted.padEnd(34)} ${expected.padEnd(16)} ${ok ? "ok" : "FAIL"}`);
}

console.log(`Coverage of ${CONFIDENCE * 100} % intervals of M/M/1 response times, ${experiments} experiments\n`);
console.log(`${"estimate".padEnd(58)} ${"covered (missed low, half-width)".padEnd(34)} ${"expected".padEnd(16)} verdict`);
for (const load of loads) {
  const times = new Float64Array(load.customers);
  respond(load.rho, 1, "check", times);
  const byStation = respondByStation(load.rho, 1, "check", load.customers);
  const apart = times.reduce((worst, time, i) => Math.max(worst, Math.abs(time - byStation[i])), 0);
  // Rounding to whole nanoseconds adds up over a busy period, no longer.
  print(
    `rho ${load.rho}, recursion against station: largest difference`,
    `${(apart * 1e6).toFixed(3)} us of ${1 / (1 - load.rho)} s`,
    "below 1 us",
    apart < 1e-6,
  );
  for (const { name, covered, below, relativeHalfWidth } of measure(load)) {
    const share = covered / experiments;
    const percent = (x: number) => `${(x * 100).toFixed(2)} %`;
    print(
      name,
      `${percent(share)} (${percent(below / experiments)}, ±${percent(relativeHalfWidth)})`,
      `${LOWEST * 100}..${HIGHEST * 100} %`,
      share >= LOWEST && share <= HIGHEST,
    );
  }
}
if (failed) process.exitCode = 1;
