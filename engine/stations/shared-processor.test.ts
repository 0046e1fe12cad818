import { describe, expect, test } from "vitest";
import { Simulation } from "../kernel/simulation.ts";
import { HORIZON } from "../kernel/time.ts";
import { createStream, type RandomStream } from "../random/stream.ts";
import { type GroupId, type JobId, SharedProcessor } from "./shared-processor.ts";

interface Job {
  readonly at: number;
  readonly group: number;
  readonly demand: number;
  readonly weight: number;
  /** Withdrawn at this instant if still unfinished. */
  readonly killed: number;
}

interface Group {
  readonly weight: number;
  readonly cap: number;
}

interface Workload {
  readonly capacity: number | ((runnable: number) => number);
  readonly groups: readonly Group[];
  readonly jobs: readonly Job[]; // by arrival
  /** New weights and caps, in order of time. */
  readonly changes: readonly { at: number; group: number; to: Group }[];
}

/** When a job left, and the demand it had left then. */
interface End {
  readonly at: number;
  readonly left: number;
}

/** Rates of the jobs present, by filling water step by step over all groups: as slow and plain as the definition. */
function naiveRates(workload: Workload, groups: readonly Group[], present: readonly Job[]): number[] {
  const active = [...new Set(present.map((job) => job.group))].map((id) => {
    const jobs = present.filter((job) => job.group === id);
    const total = jobs.reduce((sum, job) => sum + job.weight, 0);
    const usable = total / Math.max(...jobs.map((job) => job.weight));
    return { id, total, weight: groups[id].weight, limit: Math.min(groups[id].cap, usable), rate: 0 };
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

/** Ends of all jobs by recomputing every rate and every remaining demand at every event. */
function naiveEnds(workload: Workload): End[] {
  const { jobs } = workload;
  const groups = [...workload.groups];
  const ends: End[] = [];
  const remaining = jobs.map((job) => job.demand);
  let present: number[] = [];
  let time = 0;
  const actions = [
    ...jobs.map((job, id) => ({ at: job.at, act: () => void present.push(id) })),
    ...workload.changes.map(({ at, group, to }) => ({ at, act: () => void (groups[group] = to) })),
    ...jobs.map((job, id) => ({
      at: job.killed,
      act: () => {
        if (present.includes(id)) ends[id] = { at: time, left: remaining[id] };
        present = present.filter((other) => other !== id);
      },
    })),
  ]
    .filter(({ at }) => at < Infinity)
    .sort((a, b) => a.at - b.at);
  while (actions.length > 0 || present.length > 0) {
    const rates = naiveRates(
      workload,
      groups,
      present.map((id) => jobs[id]),
    );
    const untilFinish = Math.min(...present.map((id, k) => remaining[id] / rates[k]));
    const untilAction = actions.length > 0 ? actions[0].at - time : Infinity;
    const step = Math.min(untilFinish, untilAction);
    present.forEach((id, k) => {
      remaining[id] = remaining[id] / rates[k] <= step ? 0 : remaining[id] - rates[k] * step;
    });
    time = step === untilAction ? actions[0].at : time + step;
    for (const id of present) if (remaining[id] === 0) ends[id] = { at: Math.ceil(time - 1e-3), left: 0 };
    present = present.filter((id) => remaining[id] > 0);
    if (step === untilAction) actions.shift()!.act();
  }
  return ends;
}

/** Ends of all jobs by the station; audits at every arrival. */
function stationEnds(workload: Workload): End[] {
  const simulation = new Simulation({ seed: 1 });
  const processor = new SharedProcessor(simulation, { name: "processor", capacity: workload.capacity });
  const groups: GroupId[] = workload.groups.map((group) => processor.addGroup(group));
  const ends: End[] = [];
  const jobIds: JobId[] = [];
  const done = simulation.on("done", (id) => {
    expect(ends[id]).toBeUndefined();
    ends[id] = { at: simulation.now, left: 0 };
  });
  const arrive = simulation.on("arrive", (id) => {
    const job = workload.jobs[id];
    jobIds[id] = processor.submit(groups[job.group], job.demand, done, id, job.weight);
    simulation.audit();
  });
  const kill = simulation.on("kill", (id) => {
    const left = processor.withdraw(jobIds[id]);
    if (left > 0) ends[id] = { at: simulation.now, left };
  });
  const change = simulation.on("change", (index) => {
    const { group, to } = workload.changes[index];
    processor.changeGroup(groups[group], to);
  });
  workload.jobs.forEach((job, id) => {
    simulation.at(job.at, arrive, id);
    if (job.killed < Infinity) simulation.at(job.killed, kill, id);
  });
  workload.changes.forEach(({ at }, index) => simulation.at(at, change, index));
  expect(simulation.run(HORIZON).kind).toBe("drained");
  simulation.audit();
  expect(processor.counters()).toMatchObject({ arrivals: workload.jobs.length, departures: workload.jobs.length, inStation: 0 });
  return ends;
}

const pick = <T>(stream: RandomStream, choices: readonly T[]): T => choices[stream.integer(choices.length)];

function randomWorkload(stream: RandomStream): Workload {
  const cores = pick(stream, [0.5, 1, 2, 4, 7.5]);
  const capacity = pick(stream, [cores, cores, (n: number) => cores * (n > 3 ? 0.9 : 1), (n: number) => Math.min(cores, 0.4 + 0.3 * n)]);
  const randomGroup = (): Group => ({
    weight: pick(stream, [1, 1, 1024, 0.1, 3, 100 * stream.next()]),
    cap: pick(stream, [Infinity, 1, 0.1, 0.5, 2, 3 * stream.next()]),
  });
  const groups = Array.from({ length: 1 + stream.integer(12) }, randomGroup);
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
      killed: stream.integer(6) === 0 ? at + Math.round(stream.exponential(gap)) : Infinity,
    };
  });
  const changes = Array.from({ length: stream.integer(4) }, () => ({
    at: Math.floor(stream.next() * (at + 1)),
    group: stream.integer(groups.length),
    to: randomGroup(),
  })).sort((a, b) => a.at - b.at);
  return { capacity, groups, jobs, changes };
}

describe("SharedProcessor", () => {
  test("lets every job of 400 random workloads go within 2 ns of recomputing all shares at every event", () => {
    const stream = createStream(20, "workloads");
    for (let round = 0; round < 400; round++) {
      const workload = randomWorkload(stream);
      const expected = naiveEnds(workload);
      stationEnds(workload).forEach((end, id) => {
        const told = `round ${round}, job ${id}: ${JSON.stringify([end, expected[id]])}`;
        expect(Math.abs(end.at - expected[id].at), told).toBeLessThanOrEqual(2);
        expect(Math.abs(end.left - expected[id].left), told).toBeLessThanOrEqual(2);
      });
    }
  });

  /** Completion instants of jobs submitted at 0, [group, demand, weight]. */
  function completions(capacity: Workload["capacity"], groups: Group[], jobs: [number, number, number?][]): number[] {
    return stationEnds({
      capacity,
      groups,
      changes: [],
      jobs: jobs.map(([group, demand, weight = 1]) => ({ at: 0, group, demand, weight, killed: Infinity })),
    }).map((end) => end.at);
  }
  const free = { weight: 1, cap: Infinity };

  test("a job has one core at most, jobs beyond the cores share equally", () => {
    expect(completions(4, [free], [[0, 100], [0, 100]])).toEqual([100, 100]); // biome-ignore format: a table
    expect(completions(1, [free], [[0, 100], [0, 100]])).toEqual([200, 200]); // biome-ignore format: a table
    // Thirds until 30, halves until 60, then alone.
    expect(completions(1, [free], [[0, 10], [0, 25], [0, 65]])).toEqual([30, 60, 100]); // biome-ignore format: a table
  });

  test("groups share by weight, and what a capped one leaves goes to the others", () => {
    const weighted = [{ weight: 1, cap: Infinity }, { weight: 3, cap: Infinity }]; // biome-ignore format: a table
    expect(completions(1, weighted, [[0, 100], [1, 300]])).toEqual([400, 400]); // biome-ignore format: a table
    const capped = [{ weight: 1, cap: Infinity }, { weight: 9, cap: 0.2 }]; // biome-ignore format: a table
    expect(completions(1, capped, [[0, 80], [1, 20]])).toEqual([100, 100]); // biome-ignore format: a table
  });

  test("inside a group jobs share by weight; the heaviest has one core at most", () => {
    expect(completions(1, [free], [[0, 100, 1], [0, 300, 3]])).toEqual([400, 400]); // biome-ignore format: a table
    expect(completions(4, [free], [[0, 100, 1], [0, 200, 2]])).toEqual([200, 200]); // biome-ignore format: a table
  });

  test("capacity may depend on the number of jobs", () => {
    expect(completions((n) => (n === 2 ? 1.25 : 1), [free], [[0, 100], [0, 200]])).toEqual([160, 260]); // biome-ignore format: a table
  });

  test("entitlement tells waiting for one's own group from waiting for others", () => {
    const simulation = new Simulation({ seed: 1 });
    const processor = new SharedProcessor(simulation, { name: "processor", capacity: 1 });
    const [own, other] = [
      { weight: 1, cap: 1 },
      { weight: 1, cap: 1 },
    ].map((group) => processor.addGroup(group));
    const done = simulation.on("done", () => simulation.stop());
    processor.submit(own, 100, done, 0);
    processor.submit(own, 1e6, done, 0);
    processor.submit(other, 1e6, done, 0);
    const stay = simulation.run(HORIZON).at;
    expect(stay).toBe(400); // a quarter of the core
    expect(processor.entitlement(own)).toBe(200); // alone on its core the group would have given the job half of it
    expect(stay - processor.entitlement(own)).toBe(200); // waiting for its sibling; and 200 - 100 of steal
  });

  test("nothing drifts: hours of other jobs around it do not move a job by a nanosecond, and the books balance to 1e-12", () => {
    const simulation = new Simulation({ seed: 3 });
    const processor = new SharedProcessor(simulation, { name: "processor", capacity: 2 });
    const stream = simulation.stream("jobs");
    const steady = processor.addGroup({ weight: 1, cap: 0.3 });
    const others = [0.1, 0.7, 3].map((weight) => processor.addGroup({ weight, cap: 1.1 }));
    let finished = 0;
    let steadyEnd = 0;
    const steadyDone = simulation.on("steady", () => void (steadyEnd = simulation.now));
    const again = simulation.on("again", (index) => {
      finished++;
      processor.submit(others[index % 3], Math.round(stream.exponential(1e9)), again, index);
    });
    const demand = 3e12; // 10,000 s at 0.3 cores, which its weight always grants
    processor.submit(steady, demand, steadyDone, 0);
    for (let index = 0; index < 4; index++) simulation.at(index, again, index);
    simulation.run(11_000e9);
    const { busyIntegral, workDone } = processor.counters();
    expect(finished).toBeGreaterThan(10_000);
    expect(steadyEnd).toBe(10_000e9);
    expect(Math.abs(busyIntegral / workDone - 1)).toBeLessThan(1e-12);
  });

  test("a job withdrawn gives back what is left of it, a finished one nothing; ids do not come back soon", () => {
    const simulation = new Simulation({ seed: 1 });
    const processor = new SharedProcessor(simulation, { name: "processor", capacity: 1 });
    const group = processor.addGroup(free);
    const done = simulation.on("done", () => {});
    const short = processor.submit(group, 10, done, 0);
    const long = processor.submit(group, 100, done, 0);
    simulation.run(30); // short: 10 at 20; long: 10 at 20, 20 at 30
    expect(processor.withdraw(short)).toBe(0);
    expect(processor.withdraw(long)).toBe(80);
    expect(processor.withdraw(long)).toBe(0);
    expect(processor.submit(group, 10, done, 0)).not.toBe(long);
    expect(processor.counters()).toMatchObject({ arrivals: 3, departures: 2, inStation: 1, workDone: 30 });
  });

  test("processes wait by serve(), withdraw when killed or outrun", () => {
    const simulation = new Simulation({ seed: 1 });
    const processor = new SharedProcessor(simulation, { name: "processor", capacity: 1 });
    const group = processor.addGroup(free);
    const log: string[] = [];
    function* job(name: string) {
      yield* processor.serve(group, 100);
      log.push(`${simulation.now} ${name}`);
    }
    function* race() {
      const { index } = yield* simulation.anyOf(processor.serve(group, 50), processor.serve(group, 60), simulation.timeout(1e6));
      log.push(`${simulation.now} won by ${index}`);
    }
    const victim = simulation.spawn("victim", job("victim"));
    simulation.spawn("job", job("job"));
    simulation.spawn("race", race());
    simulation.run(40); // four jobs: 10 each
    simulation.kill(victim);
    simulation.run(HORIZON);
    simulation.audit();
    // Thirds: 40 more for the first of the race at 160; then the other is withdrawn, and the job's last 50 take until 210.
    expect(log).toEqual(["160 won by 0", "210 job"]);
  });

  test("of several that finish in one event, the first may kill the others, or be one of an any-of", () => {
    const simulation = new Simulation({ seed: 1 });
    const processor = new SharedProcessor(simulation, { name: "processor", capacity: 4 });
    const group = processor.addGroup(free);
    const log: string[] = [];
    function* first() {
      yield* processor.serve(group, 100);
      log.push(`${simulation.now} first`);
      simulation.kill(second);
    }
    function* both() {
      log.push(`any of both: ${(yield* simulation.anyOf(processor.serve(group, 100), processor.serve(group, 100))).index}`);
    }
    simulation.spawn("first", first());
    const second = simulation.spawn("second", first());
    simulation.spawn("both", both());
    simulation.run(HORIZON);
    simulation.audit();
    expect(log).toEqual(["100 first", "any of both: 0"]);
    expect(second.state).toBe("killed");
  });

  test("groups come and go; only empty ones are removed, and wrong numbers are refused", () => {
    const simulation = new Simulation({ seed: 1 });
    const processor = new SharedProcessor(simulation, { name: "cores", capacity: 1 });
    const group = processor.addGroup({ name: "web", ...free });
    const job = processor.submit(group, 10, 0, 0);
    expect(() => processor.removeGroup(group)).toThrow('processor "cores": removeGroup("web") with 1 unfinished jobs');
    processor.withdraw(job);
    processor.removeGroup(group);
    expect(() => processor.submit(group, 10, 0, 0)).toThrow('processor "cores": found group 0, expected one that addGroup returned');
    expect(processor.addGroup(free)).toBe(group);
    expect(() => processor.addGroup({ weight: 0, cap: 1 })).toThrow("found weight 0 and cap 1, expected both above 0");
    expect(() => processor.submit(group, -1, 0, 0)).toThrow("found a job of demand -1 ns and weight 1");
    expect(() => new SharedProcessor(simulation, { name: "none", capacity: 0 })).toThrow("found a capacity of 0 cores");
  });
});
