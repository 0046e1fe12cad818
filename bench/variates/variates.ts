// Cost of a random variate and of a recorded sample: CPU time a call, through the public engine.
// Run: node --import tsx bench/variates/variates.ts
import { build } from "hdr-histogram-js";
import seedrandom from "seedrandom";
import { Bench } from "tinybench";
import { createStream, type DistributionSpec, Histogram, Tally, sampler } from "../../engine/index.ts";

const CALLS = 1_000_000;
const ROUNDS = 7;

let sink = 0; // results go here, so that no loop can be dropped

const stream = createStream(1, "bench");
const streams = Array.from({ length: 8 }, (_, i) => createStream(1, `bench ${i}`));
const alea = seedrandom.alea("bench");
const arc4 = seedrandom("bench");

/** Latencies in whole nanoseconds, exponential with mean 2 ms. */
const latencies = Float64Array.from({ length: 1 << 16 }, () => Math.ceil(stream.exponential(2e6)));
const histogram = new Histogram();
const tally = new Tally();
const hdr = build({ numberOfSignificantValueDigits: 3, highestTrackableValue: 1e11, bitBucketSize: 64 });

/** Every task has a loop of its own: a shared one would call through a megamorphic site. */
const tasks: Record<string, () => void> = {
  "uniform, one stream": () => {
    for (let i = 0; i < CALLS; i++) sink += stream.next();
  },
  "exponential, one stream": () => {
    for (let i = 0; i < CALLS; i++) sink += stream.exponential(2);
  },
  "exponential, 8 streams in turn": () => {
    for (let i = 0; i < CALLS; i++) sink += streams[i & 7].exponential(2);
  },
  normal: () => {
    for (let i = 0; i < CALLS; i++) sink += stream.normal();
  },
  "integer(1000)": () => {
    for (let i = 0; i < CALLS; i++) sink += stream.integer(1000);
  },
  "seedrandom.alea, -Math.log": () => {
    for (let i = 0; i < CALLS; i++) sink -= 2 * Math.log(1 - alea());
  },
  "seedrandom (ARC4), -Math.log": () => {
    for (let i = 0; i < CALLS; i++) sink -= 2 * Math.log(1 - arc4());
  },
  histogram: () => {
    for (let i = 0; i < CALLS; i++) histogram.add(latencies[i & 65535]);
  },
  tally: () => {
    for (let i = 0; i < CALLS; i++) tally.add(latencies[i & 65535]);
  },
  "hdr-histogram-js, 3 digits": () => {
    for (let i = 0; i < CALLS; i++) hdr.recordValue(latencies[i & 65535]);
  },
};

const distributions: DistributionSpec[] = [
  { kind: "erlang", mean: 2, stages: 3 },
  { kind: "gamma", mean: 2, cv: 0.5 },
  { kind: "gamma", mean: 2, cv: 2 },
  { kind: "hyperexponential", mean: 2, cv: 3 },
  { kind: "lognormal", mean: 2, cv: 1 },
  { kind: "weibull", shape: 0.7, scale: 2 },
  { kind: "pareto", shape: 2.5, minimum: 1 },
  { kind: "zipf", exponent: 1, n: 1000 },
  { kind: "empirical", values: [1, 2, 5, 10], weights: [4, 3, 2, 1] },
];
/** One loop for all samplers: its call site sees many, as a model's does. */
function drawFrom(sample: () => number): void {
  for (let i = 0; i < CALLS; i++) sink += sample();
}
for (const spec of distributions) {
  const sample = sampler(spec, stream);
  tasks[`sampler ${JSON.stringify(spec)}`] = () => drawFrom(sample);
}

/** One round: every task three times, CPU time of this process. tinybench takes milliseconds. */
async function round(): Promise<Map<string, number>> {
  const bench = new Bench({
    iterations: 3,
    time: 0,
    warmup: false,
    now: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    },
  });
  for (const [name, run] of Object.entries(tasks)) bench.add(name, run);
  await bench.run();
  return new Map(
    bench.tasks.map((task) => {
      if (task.result.state !== "completed") throw new Error(`${task.name}: ${task.result.state}`);
      return [task.name, (task.result.latency.p50 * 1e6) / CALLS];
    }),
  );
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1];
const spread = (values: number[]) => `${median(values).toFixed(1)} (${Math.min(...values).toFixed(1)}..${Math.max(...values).toFixed(1)})`;

await round(); // the optimizer settles
const rounds: Map<string, number>[] = [];
for (let i = 0; i < ROUNDS; i++) rounds.push(await round());
const times = (name: string) => rounds.map((result) => result.get(name) as number);
const ratios = (a: string, b: string) => rounds.map((result) => (result.get(a) as number) / (result.get(b) as number));

console.log(`ns of CPU a call, median of ${ROUNDS} rounds (lowest..highest); node ${process.version}\n`);
for (const name of Object.keys(tasks)) console.log(`${spread(times(name)).padStart(22)}  ${name}`);

const bars: [name: string, value: number, limit: number][] = [
  ["exponential variate [ns]", median(times("exponential, one stream")), 25],
  ["exponential variate, 8 streams in turn [ns]", median(times("exponential, 8 streams in turn")), 25],
  ["histogram sample [ns]", median(times("histogram")), 15],
  ["histogram sample / hdr-histogram-js", median(ratios("histogram", "hdr-histogram-js, 3 digits")), 1 / 6],
];
console.log("");
for (const [name, value, limit] of bars) {
  console.log(`${value <= limit ? "ok  " : "FAIL"} ${name}: ${value.toFixed(2)}, at most ${limit.toFixed(2)}`);
}
if (!(sink > 0)) throw new Error("nothing was drawn");
if (bars.some(([, value, limit]) => value > limit)) process.exitCode = 1;
