// Processor sharing with weights and caps, 10 to 10,000 jobs in service: CPU time a job through the public API, and against a processor
// that recomputes all rates and remaining demands at every change, on the same jobs in the same kernel. Every measurement has a process of
// its own, so that none is compiled for what another one did.
// Run: node --import tsx bench/stations/processor-sharing.ts [jobs] [rounds]
import { type HandlerId, nanoseconds, type RandomStream, SharedProcessor, Simulation } from "../../engine/index.ts";
import { cpuNanoseconds, inProcess, median, report, spread } from "./measure.ts";

const CORES = 4;
const DEMAND = 1e-3; // mean [s]
const IN_SERVICE = [10, 100, 1000, 10_000];

interface Processor {
  addGroup(options: { weight: number; cap: number }): number;
  submit(group: number, demand: number, done: HandlerId, arg: number): unknown;
}

interface Group {
  readonly weight: number;
  readonly cap: number;
}

/** Weights and caps of the groups; `share` is the cores there are for each. Except in the first, about as many groups as jobs in each. */
const MIXES: Readonly<Record<string, (groups: number, share: number, stream: RandomStream) => Group[]>> = {
  "one group": () => [{ weight: 1, cap: Infinity }],
  "four weights, four caps": (groups, share) =>
    Array.from({ length: groups }, (_, index) => ({ weight: 2 ** (index % 4), cap: share * [0.5, 1, 2, 4][(index >> 2) % 4] })),
  "all weights and caps different": (groups, share, stream) =>
    Array.from({ length: groups }, () => ({ weight: 1 + 9 * stream.next(), cap: share * (0.5 + 3 * stream.next()) })),
};

/** Recomputes everything at every change: what one writes first. */
class RecomputingProcessor implements Processor {
  private readonly simulation: Simulation;
  private readonly groups: { weight: number; cap: number; jobs: number; rate: number }[] = [];
  private readonly jobs: { group: number; left: number; done: HandlerId; arg: number }[] = [];
  private readonly wake: HandlerId;
  private event = 0;
  private clock = 0;

  constructor(simulation: Simulation) {
    this.simulation = simulation;
    this.wake = simulation.on("wake", () => this.change());
  }

  addGroup({ weight, cap }: { weight: number; cap: number }): number {
    return this.groups.push({ weight, cap, jobs: 0, rate: 0 }) - 1;
  }

  submit(group: number, demand: number, done: HandlerId, arg: number): void {
    this.change();
    this.jobs.push({ group, left: demand, done, arg });
    this.groups[group].jobs++;
    this.change();
  }

  private change(): void {
    const { simulation, groups, jobs } = this;
    const elapsed = simulation.now - this.clock;
    this.clock = simulation.now;
    for (let index = jobs.length - 1; index >= 0; index--) {
      const job = jobs[index];
      const group = groups[job.group];
      job.left -= (group.rate / group.jobs) * elapsed;
    }
    for (let index = jobs.length - 1; index >= 0; index--) {
      const job = jobs[index];
      if (job.left > 1e-3) continue;
      simulation.after(0, job.done, job.arg);
      groups[job.group].jobs--;
      jobs[index] = jobs[jobs.length - 1];
      jobs.pop();
    }
    let thirsty = groups.filter((group) => group.jobs > 0);
    for (let left = CORES; thirsty.length > 0; ) {
      const level = left / thirsty.reduce((sum, group) => sum + group.weight, 0);
      const full = thirsty.filter((group) => Math.min(group.cap, group.jobs) <= group.weight * level);
      for (const group of thirsty) group.rate = Math.min(group.cap, group.jobs, group.weight * level);
      if (full.length === 0) break;
      for (const group of full) left -= group.rate;
      thirsty = thirsty.filter((group) => !full.includes(group));
    }
    let next = Infinity;
    for (const job of jobs) next = Math.min(next, job.left / (groups[job.group].rate / groups[job.group].jobs));
    simulation.cancel(this.event);
    this.event = next < Infinity ? simulation.at(simulation.now + Math.ceil(next), this.wake) : 0;
  }
}

/** A closed network: of `population` jobs nearly all are in service, each that is done comes back after a short pause. CPU ns a job. */
function closedNetwork(makeProcessor: (simulation: Simulation) => Processor, mix: string, population: number, jobs: number): number {
  const simulation = new Simulation({ seed: 1 });
  const processor = makeProcessor(simulation);
  const count = Math.max(2, Math.round(Math.sqrt(population)));
  const groups = MIXES[mix](count, CORES / count, simulation.stream("groups")).map((options) => processor.addGroup(options));
  const demands = simulation.stream("demands");
  const pauses = simulation.stream("pauses");
  const pause = ((DEMAND * population) / CORES) * 0.02;
  let left = jobs / 2;
  const done = simulation.on("done", (job) => {
    if (--left === 0) simulation.stop();
    simulation.after(nanoseconds(pauses.exponential(pause)), submit, job);
  });
  const submit = simulation.on("submit", (job) => {
    processor.submit(groups[job % groups.length], nanoseconds(demands.exponential(DEMAND)), done, job);
  });
  for (let job = 0; job < population; job++) simulation.at(job, submit, job);
  simulation.run(Number.MAX_SAFE_INTEGER); // to a steady state, in the model and in the compiler
  left = jobs;
  const cost = cpuNanoseconds(() => simulation.run(Number.MAX_SAFE_INTEGER)) / jobs;
  simulation.audit();
  return cost;
}

const PROCESSORS: Readonly<Record<string, (simulation: Simulation) => Processor>> = {
  shared: (simulation) => new SharedProcessor(simulation, { name: "processor", capacity: CORES }),
  recomputing: (simulation) => new RecomputingProcessor(simulation),
};

/** Measures in a process of its own. */
function inChild(processor: string, mix: string, population: number, jobs: number): number {
  return Number(inProcess(new URL(import.meta.url).pathname, "run", processor, mix, population, jobs));
}

function compare(jobs: number, rounds: number): void {
  console.log(`processor sharing, ${jobs} jobs, CPU ns a job, median (lowest..highest) of ${rounds} rounds`);
  for (const mix of Object.keys(MIXES)) {
    const costs = IN_SERVICE.map((): number[] => []);
    const naive: number[] = [];
    for (let round = 0; round < rounds; round++) {
      IN_SERVICE.forEach((population, index) => costs[index].push(inChild("shared", mix, population, jobs)));
      naive.push(inChild("recomputing", mix, 1000, jobs / 100));
    }
    console.log(mix);
    IN_SERVICE.forEach((population, index) => {
      const verdict = median(costs[index]) > 600 ? "MISSED" : "ok    ";
      console.log(`${verdict}   ${String(population).padStart(6)} jobs in service: ${spread(costs[index])}, at most 600`);
      if (median(costs[index]) > 600) process.exitCode = 1;
    });
    report("  10,000 in service / 10 in service", costs[3], costs[0], { atMost: 2 });
    report("  recomputing all / this, 1,000 in service", naive, costs[2], { atLeast: 15 });
  }
}

const [command, ...rest] = process.argv.slice(2);
if (command === "run") {
  const [processor, mix, population, jobs] = rest;
  console.log(closedNetwork(PROCESSORS[processor], mix, Number(population), Number(jobs)));
} else compare(Number(command ?? 1_000_000), Number(rest[0] ?? 5));
