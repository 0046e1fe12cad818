import { describe, expect, test } from "vitest";
import { Simulation } from "../kernel/simulation.ts";
import { HORIZON } from "../kernel/time.ts";
import { createStream, type RandomStream } from "../random/stream.ts";
import { type GroupId, SharedProcessor } from "./shared-processor.ts";

interface Job {
  readonly at: number;
  readonly group: number;
  readonly demand: number;
  readonly weight: number;
}

interface Workload {
  readonly capacity: number | ((runnable: number) => number);
  readonly groups: readonly { weight: number; cap: number }[];
  readonly jobs: readonly Job[]; // by arrival
}

/** Rates of the jobs present, by filling water step by step over all groups: as slow and plain as the definition. */
function naiveRates(workload: Workload, present: readonly Job[]): number[] {
  const active = [...new Set(present.map((job) => job.group))].map((id) => {
    const jobs = present.filter((job) => job.group === id);
    const total = jobs.reduce((sum, job) => sum + job.weight, 0);
    const usable = total / Math.max(...jobs.map((job) => job.weight));
    return { id, total, weight: workload.groups[id].weight, limit: Math.min(workload.groups[id].cap, usable), rate: 0 };
  });
  let left = typeof workload.capacity === "number" ? workload.capacity : workload.capacity(present.length);
  let thirsty = active;
  while (thirsty.length > 0) {
    const level = left / thirsty.reduce((sum, group) => sum + group.weight, 0);
    const full = thirsty.filter((group) => group.limit <= group.weight * level);
    if (full.length === 0) {
      for (const group of thirsty) group.rate = group.weight * level;
      break;
    }
    for (const group of full) {
      group.rate = group.limit;
      left -= group.limit;
    }
    thirsty = thirsty.filter((group) => !full.includes(group));
  }
  return present.map((job) => {
    const group = active.find((candidate) => candidate.id === job.group)!;
    return (group.rate * job.weight) / group.total;
  });
}

/** Completion instants by recomputing every rate and every remaining demand at every event. */
function naiveCompletions(workload: Workload): number[] {
  const { jobs } = workload;
  const completions: number[] = new Array(jobs.length).fill(NaN);
  const remaining = jobs.map((job) => job.demand);
  let present: number[] = [];
  let arrived = 0;
  let time = 0;
  while (arrived < jobs.length || present.length > 0) {
    const rates = naiveRates(
      workload,
      present.map((id) => jobs[id]),
    );
    const untilFinish = Math.min(...present.map((id, k) => remaining[id] / rates[k]));
    const untilArrival = arrived < jobs.length ? jobs[arrived].at - time : Infinity;
    const step = Math.min(untilFinish, untilArrival);
    present.forEach((id, k) => {
      remaining[id] = remaining[id] / rates[k] <= step ? 0 : remaining[id] - rates[k] * step;
    });
    time = step === untilArrival ? jobs[arrived].at : time + step;
    for (const id of present) if (remaining[id] === 0) completions[id] = Math.ceil(time - 1e-3);
    present = present.filter((id) => remaining[id] > 0);
    while (arrived < jobs.length && jobs[arrived].at === time) {
      present.push(arrived++);
    }
  }
  return completions;
}

/** Completion instants by the station; audits at every arrival. */
function stationCompletions(workload: Workload): number[] {
  const simulation = new Simulation({ seed: 1 });
  const processor = new SharedProcessor(simulation, { name: "processor", capacity: workload.capacity });
  const groups: GroupId[] = workload.groups.map((group) => processor.addGroup(group));
  const completions: number[] = new Array(workload.jobs.length).fill(NaN);
  const done = simulation.on("done", (id) => {
    completions[id] = simulation.now;
  });
  const arrive = simulation.on("arrive", (id) => {
    const job = workload.jobs[id];
    processor.submit(groups[job.group], job.demand, done, id, job.weight);
    simulation.audit();
  });
  workload.jobs.forEach((job, id) => simulation.at(job.at, arrive, id));
  expect(simulation.run(HORIZON).kind).toBe("drained");
  simulation.audit();
  expect(processor.counters()).toMatchObject({ arrivals: workload.jobs.length, departures: workload.jobs.length, inStation: 0 });
  return completions;
}

const pick = <T>(stream: RandomStream, choices: readonly T[]): T => choices[stream.integer(choices.length)];

function randomWorkload(stream: RandomStream): Workload {
  const cores = pick(stream, [0.5, 1, 2, 4, 7.5]);
  const capacity = pick(stream, [cores, cores, (n: number) => cores * (n > 3 ? 0.9 : 1), (n: number) => Math.min(cores, 0.4 + 0.3 * n)]);
  const groups = Array.from({ length: 1 + stream.integer(12) }, () => ({
    weight: pick(stream, [1, 1, 1024, 0.1, 3, 100 * stream.next()]),
    cap: pick(stream, [Infinity, 1, 0.1, 0.5, 2, 3 * stream.next()]),
  }));
  const equal = stream.integer(2) === 0;
  const gap = pick(stream, [10, 1e3, 1e6, 1e8]);
  let at = 0;
  const jobs = Array.from({ length: 1 + stream.integer(80) }, () => {
    if (stream.integer(3) > 0) at += Math.round(stream.exponential(gap));
    return {
      at,
      group: stream.integer(groups.length),
      demand: stream.integer(8) === 0 ? stream.integer(3) : Math.round(stream.exponential(gap * pick(stream, [0.1, 1, 3]))),
      weight: equal ? 1 : pick(stream, [1, 2, 0.3, 5 * stream.next()]),
    };
  });
  return { capacity, groups, jobs };
}

describe("SharedProcessor", () => {
  test("completes every job of 400 random workloads within 2 ns of recomputing all shares at every event", () => {
    const stream = createStream(20, "workloads");
    for (let round = 0; round < 400; round++) {
      const workload = randomWorkload(stream);
      const expected = naiveCompletions(workload);
      stationCompletions(workload).forEach((completion, id) => {
        expect(Math.abs(completion - expected[id]), `round ${round}, job ${id}: ${completion} and ${expected[id]}`).toBeLessThanOrEqual(2);
      });
    }
  });
});
