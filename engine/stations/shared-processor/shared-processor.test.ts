import { describe, expect, test } from "vitest";
import type { Process, Wait } from "../../kernel/process.ts";
import { Simulation } from "../../kernel/simulation.ts";
import { HORIZON } from "../../kernel/time.ts";
import { createStream, type RandomStream } from "../../random/stream.ts";
import type { JobId } from "./job-table.ts";
import type { GroupId } from "./options.ts";
import { SharedProcessor } from "./shared-processor.ts";

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
  readonly places?: number;
  readonly turnEfficiency?: number;
}

interface Workload {
  readonly capacity: number | ((runnable: number) => number);
  readonly groups: readonly Group[];
  readonly jobs: readonly Job[]; // by arrival
  /** New weights and caps, in order of time. */
  readonly changes: readonly { at: number; group: number; to: Group }[];
  /** New budgets, in order of time. */
  readonly budgets?: readonly { at: number; group: number; budget: number }[];
}

interface Outcome {
  readonly ends: End[];
  /** When which group had used up its budget. */
  readonly exhausted: { at: number; group: number }[];
}

/** When a job left, and the demand it had left then. */
interface End {
  readonly at: number;
  readonly left: number;
}

/** What the processor takes for rounding noise [ns]; the model does too, since a job that just makes it needs no second budget. */
const GRAIN = 1 / 1024;

/** Rates of the jobs present, by filling water step by step over all groups: as slow and plain as the definition. */
function naiveRates(workload: Workload, groups: readonly Group[], budgets: readonly number[], present: readonly Job[]): number[] {
  const runnable = present.filter((job) => budgets[job.group] > 0);
  const active = [...new Set(runnable.map((job) => job.group))].map((id) => {
    const jobs = runnable.filter((job) => job.group === id);
    const total = jobs.reduce((sum, job) => sum + job.weight, 0);
    const usable = total / Math.max(...jobs.map((job) => job.weight));
    const { places = Infinity, turnEfficiency = 1 } = workload.groups[id];
    const efficiency = jobs.length > places ? turnEfficiency : 1;
    const limit = Math.min(groups[id].cap, usable, places * efficiency);
    return { id, total, weight: groups[id].weight, limit, rate: 0, efficiency, runnable: Math.min(jobs.length, places) };
  });
  const count = active.reduce((sum, group) => sum + group.runnable, 0);
  const efficiency = active.reduce((sum, group) => sum + group.runnable * group.efficiency, 0) / count;
  let left = (typeof workload.capacity === "number" ? workload.capacity : workload.capacity(count)) * efficiency;
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
    const group = active.find((candidate) => candidate.id === job.group);
    return group === undefined ? 0 : (group.rate * job.weight) / group.total;
  });
}

/** What becomes of all jobs and budgets, by recomputing every rate and everything that is left at every event. */
function naiveOutcome(workload: Workload): Outcome {
  const { jobs } = workload;
  const groups = [...workload.groups];
  const budgets = groups.map(() => Infinity);
  const ends: End[] = [];
  const exhausted: Outcome["exhausted"] = [];
  const remaining = jobs.map((job) => job.demand);
  let present: number[] = [];
  let time = 0;
  const actions = [
    ...jobs.map((job, id) => ({ at: job.at, act: () => void present.push(id) })),
    ...workload.changes.map(({ at, group, to }) => ({ at, act: () => void (groups[group] = to) })),
    ...(workload.budgets ?? []).map(({ at, group, budget }) => ({ at, act: () => void (budgets[group] = budget) })),
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
  const leaveIfDone = (group: number, grain: number) => {
    const finished = present.filter((id) => jobs[id].group === group && remaining[id] <= grain);
    for (const id of finished) ends[id] = { at: Math.ceil(time - 1e-3), left: 0 };
    present = present.filter((id) => !finished.includes(id));
  };
  for (;;) {
    const rates = naiveRates(
      workload,
      groups,
      budgets,
      present.map((id) => jobs[id]),
    );
    const groupRates = groups.map((_, group) => present.reduce((sum, id, k) => sum + (jobs[id].group === group ? rates[k] : 0), 0));
    const untilFinish = Math.min(...present.map((id, k) => (rates[k] > 0 ? remaining[id] / rates[k] : Infinity)));
    const untilExhausted = Math.min(...groupRates.map((rate, group) => (rate > 0 ? budgets[group] / rate : Infinity)));
    const untilAction = actions.length > 0 ? actions[0].at - time : Infinity;
    const step = Math.min(untilFinish, untilExhausted, untilAction);
    if (step === Infinity) return { ends, exhausted };
    present.forEach((id, k) => {
      remaining[id] = rates[k] > 0 && remaining[id] / rates[k] <= step ? 0 : remaining[id] - rates[k] * step;
    });
    time = step === untilAction ? actions[0].at : time + step;
    groupRates.forEach((rate, group) => {
      if (rate === 0) return;
      const isExhausted = budgets[group] - rate * step <= GRAIN;
      budgets[group] = isExhausted ? 0 : budgets[group] - rate * step;
      leaveIfDone(group, isExhausted ? GRAIN : 0);
      if (isExhausted) exhausted.push({ at: Math.ceil(time - 1e-3), group });
    });
    if (step === untilAction) actions.shift()!.act();
  }
}

/** The same by the station; audits at every arrival and budget. */
function stationOutcome(workload: Workload): Outcome {
  const simulation = new Simulation({ seed: 1 });
  const processor = new SharedProcessor(simulation, { name: "processor", capacity: workload.capacity });
  const groups: GroupId[] = workload.groups.map((group) => processor.addGroup(group));
  const ends: End[] = [];
  const exhausted: Outcome["exhausted"] = [];
  const jobIds: JobId[] = [];
  const done = simulation.on("done", (id) => {
    if (ends[id] !== undefined) expect.fail(`job ${id} ends twice`);
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
  const budgets = workload.budgets ?? [];
  const used = simulation.on("used up", (index) => {
    exhausted.push({ at: simulation.now, group: budgets[index].group });
    expect(processor.budgetLeft(groups[budgets[index].group])).toBe(0);
  });
  const grant = simulation.on("grant", (index) => {
    const { group, budget } = budgets[index];
    processor.setBudget(groups[group], budget, used, index);
    simulation.audit();
  });
  workload.jobs.forEach((job, id) => {
    simulation.at(job.at, arrive, id);
    if (job.killed < Infinity) simulation.at(job.killed, kill, id);
  });
  workload.changes.forEach(({ at }, index) => simulation.at(at, change, index));
  budgets.forEach(({ at }, index) => simulation.at(at, grant, index));
  expect(simulation.run(HORIZON).kind).toBe("drained");
  simulation.audit();
  const departures = ends.filter(Boolean).length;
  expect(processor.counters()).toMatchObject({ arrivals: workload.jobs.length, departures, inStation: workload.jobs.length - departures });
  expect(processor.runnable).toBe(0);
  return { ends, exhausted };
}

const pick = <T>(stream: RandomStream, choices: readonly T[]): T => choices[stream.integer(choices.length)];

function randomWorkload(stream: RandomStream): Workload {
  const cores = pick(stream, [0.5, 1, 2, 4, 7.5]);
  const capacity = pick(stream, [cores, cores, (n: number) => cores * (n > 3 ? 0.9 : 1), (n: number) => Math.min(cores, 0.4 + 0.3 * n)]);
  const randomGroup = (): Group => ({
    weight: pick(stream, [1, 1, 1024, 0.1, 3, 100 * stream.next()]),
    cap: pick(stream, [Infinity, 1, 0.1, 0.5, 2, 3 * stream.next()]),
  });
  const groups = Array.from({ length: 1 + stream.integer(12) }, () => {
    const group = randomGroup();
    if (stream.integer(3) > 0) return group;
    return { ...group, places: 1 + stream.integer(3), turnEfficiency: pick(stream, [1, 0.9, 0.5]) };
  });
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

/** Budgets for some of the groups, again and again; most get one without limit in the end. */
function randomBudgets(stream: RandomStream, { groups, jobs }: Workload): NonNullable<Workload["budgets"]> {
  const span = jobs[jobs.length - 1].at + 1;
  const mean = jobs.reduce((sum, job) => sum + job.demand, 0) / jobs.length;
  const limited = Array.from({ length: 1 + stream.integer(20) }, () => ({
    at: Math.floor(stream.next() * span),
    group: stream.integer(groups.length),
    budget: pick(stream, [0, Math.round(mean), mean * stream.next(), 5 * mean * stream.next(), Infinity]),
  })).sort((a, b) => a.at - b.at);
  const freed = groups.map((_, group) => ({ at: 2 * span, group, budget: Infinity })).filter(() => stream.integer(4) > 0);
  return [...limited, ...freed];
}

/** Neither job came to an end, or both did so within 2 ns and with work left within 2 ns of each other. */
function agree(ours: End | undefined, theirs: End | undefined): boolean {
  if (ours === undefined || theirs === undefined) return ours === theirs;
  return Math.abs(ours.at - theirs.at) <= 2 && Math.abs(ours.left - theirs.left) <= 2;
}

describe("SharedProcessor", () => {
  test("lets every job of 400 random workloads go within 2 ns of recomputing all shares at every event", () => {
    const stream = createStream(20, "workloads");
    const differences: string[] = [];
    for (let round = 0; round < 400; round++) {
      const workload = randomWorkload(stream);
      const expected = naiveOutcome(workload).ends;
      stationOutcome(workload).ends.forEach((end, id) => {
        if (!agree(end, expected[id])) differences.push(`round ${round}, job ${id}: ${JSON.stringify([end, expected[id]])}`);
      });
    }
    expect(differences).toEqual([]);
  });

  test("so it does with budgets in 400 more, which are used up within 2 ns of it too", () => {
    const stream = createStream(21, "workloads");
    let budgets = 0;
    let stuck = 0;
    for (let round = 0; round < 400; round++) {
      const plain = randomWorkload(stream);
      // A job without work that is withdrawn cannot be told from one that has finished.
      const jobs = plain.jobs.map((job) => (job.demand === 0 ? { ...job, killed: Infinity } : job));
      const workload = { ...plain, jobs, budgets: randomBudgets(stream, plain) };
      const expected = naiveOutcome(workload);
      const found = stationOutcome(workload);
      workload.jobs.forEach((_, id) => {
        const [ours, theirs] = [found.ends[id], expected.ends[id]];
        if (!agree(ours, theirs)) expect.fail(`round ${round}, job ${id}: ${JSON.stringify([ours, theirs])}`);
        if (ours === undefined) stuck++;
      });
      plain.groups.forEach((_, group) => {
        // A new budget at the very instant may come before or after the announcement, which it makes void.
        const renewals = workload.budgets.filter((one) => one.group === group).map(({ at }) => at);
        const [ours, theirs] = [found, expected].map(({ exhausted }) =>
          exhausted
            .filter((one) => one.group === group)
            .map(({ at }) => at)
            .filter((at) => !renewals.some((renewal) => Math.abs(at - renewal) <= 2)),
        );
        if (!(ours.length === theirs.length && ours.every((at, index) => Math.abs(at - theirs[index]) <= 2)))
          expect.fail(`round ${round}, group ${group}: ${JSON.stringify([ours, theirs])}`);
        budgets += ours.length;
      });
    }
    expect(budgets).toBeGreaterThan(500);
    expect(stuck).toBeGreaterThan(100);
  });

  /** Completion instants of jobs submitted at 0, [group, demand, weight]. */
  function completions(capacity: Workload["capacity"], groups: Group[], jobs: [number, number, number?][]): number[] {
    return stationOutcome({
      capacity,
      groups,
      changes: [],
      jobs: jobs.map(([group, demand, weight = 1]) => ({ at: 0, group, demand, weight, killed: Infinity })),
    }).ends.map((end) => end.at);
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

  describe("budgets", () => {
    /** A processor of one group that gets `quota` [ns] at the start of each period [ns], as cgroup cpu.max does. */
    function throttled(quota: number, period: number, capacity: number | ((runnable: number) => number) = 8) {
      const simulation = new Simulation({ seed: 1 });
      const processor = new SharedProcessor(simulation, { name: "processor", capacity });
      const group = processor.addGroup(free);
      const exhausted: number[] = [];
      const used = simulation.on("used up", () => void exhausted.push(simulation.now));
      const renew = simulation.on("renew", () => {
        processor.setBudget(group, quota, used);
        simulation.after(period, renew);
      });
      simulation.after(0, renew);
      const ends: number[] = [];
      const done = simulation.on("done", () => void ends.push(simulation.now));
      return { simulation, processor, group, exhausted, ends, done };
    }

    /** Response time of a thread with `work` that starts with a fresh period and burns the quota at `rate` [cores]. */
    const responseTime = (work: number, quota: number, period: number, rate = 1) => {
      const periods = Math.ceil(work / quota) - 1;
      return periods * period + (work - periods * quota) / rate;
    };

    test.each([
      [30, 50, 100],
      [50, 50, 100],
      [51, 50, 100],
      [200, 50, 100],
      [1234, 7, 100],
      [5e9, 2.5e7, 1e8],
      [5e9 + 1, 99_999_999, 1e8],
    ])("work %d with quota %d in each period of %d takes (k - 1) P + W - (k - 1) Q, k = ceil(W / Q)", (work, quota, period) => {
      const { simulation, processor, group, exhausted, ends, done } = throttled(quota, period);
      simulation.at(0, simulation.on("start", () => void processor.submit(group, work, done, 0))); // biome-ignore format: short
      const end = responseTime(work, quota, period);
      simulation.run(end);
      simulation.audit();
      const periods = Math.ceil(work / quota) - 1;
      expect(ends).toEqual([end]);
      expect(exhausted).toEqual(Array.from({ length: Math.floor(work / quota) }, (_, k) => k * period + quota));
      expect(processor.throttledTime(group)).toBe(periods * (period - quota));
      expect(processor.entitlement(group)).toBe(work);
    });

    test("k threads use up the quota k times faster", () => {
      const { simulation, processor, group, exhausted, ends, done } = throttled(60, 100);
      const start = simulation.on("start", () => void processor.submit(group, 100, done, 0));
      for (let thread = 0; thread < 4; thread++) simulation.at(0, start);
      simulation.run(1000);
      expect(exhausted.slice(0, 6)).toEqual([15, 115, 215, 315, 415, 515]);
      expect(ends).toEqual(Array(4).fill(responseTime(400, 60, 100, 4))); // 6 periods, and 40 ns of work by 4 threads
    });

    test("what is left of a budget does not go into the next one, unused budgets are not used up, Infinity ends the limit", () => {
      const simulation = new Simulation({ seed: 1 });
      const processor = new SharedProcessor(simulation, { name: "processor", capacity: 2 });
      const group = processor.addGroup(free);
      const log: string[] = [];
      const used = simulation.on("used up", (arg) => void log.push(`${simulation.now} used up ${arg}`));
      const done = simulation.on("done", () => void log.push(`${simulation.now} done`));
      const tick = simulation.on("tick", () => {}); // keeps the run going
      for (const at of [35, 100]) simulation.at(at, tick);
      expect(processor.budgetLeft(group)).toBe(Infinity);
      processor.setBudget(group, 40, used, 1);
      processor.submit(group, 30, done, 0);
      simulation.run(10);
      expect(processor.budgetLeft(group)).toBe(30);
      simulation.run(35);
      expect(processor.budgetLeft(group)).toBe(10);
      processor.setBudget(group, 20, used, 2);
      processor.submit(group, 25, done, 0);
      simulation.run(100);
      expect([processor.budgetLeft(group), processor.throttledTime(group), processor.runnable]).toEqual([0, 45, 0]);
      processor.setBudget(group, Infinity, used, 3);
      simulation.run(HORIZON);
      expect(processor.throttledTime(group)).toBe(45);
      expect(log).toEqual(["30 done", "55 used up 2", "105 done"]); // 20 of 25 by the budget of 35
    });

    test("throttled jobs leave their capacity to others and do not count as runnable", () => {
      const capacities: number[] = [];
      const capacity = (runnable: number) => {
        capacities.push(runnable);
        return runnable > 2 ? 0.5 : 1;
      };
      const simulation = new Simulation({ seed: 1 });
      const processor = new SharedProcessor(simulation, { name: "processor", capacity });
      const [limited, other] = [processor.addGroup(free), processor.addGroup(free)];
      const log: string[] = [];
      const used = simulation.on("used up", () => void log.push(`${simulation.now} used up`));
      const done = simulation.on("done", (arg) => void log.push(`${simulation.now} done ${arg}`));
      processor.setBudget(limited, 5, used);
      for (let arg = 0; arg < 2; arg++) processor.submit(limited, 10, done, arg);
      processor.submit(other, 15, done, 2);
      simulation.run(HORIZON);
      // Half a core for both groups until 20: 5 each; then the other has a core, and the rest of its work takes 10.
      expect(log).toEqual(["20 used up", "30 done 2"]);
      expect(capacities.at(-1)).toBe(0);
      expect([processor.runnable, processor.groupRunnable(limited)]).toEqual([0, 2]);
      expect(processor.throttledTime(limited)).toBe(10);
      expect(processor.entitlement(limited)).toBe(20); // a core for each of two jobs; it stands still from 20 on
      expect(processor.counters()).toMatchObject({ busyIntegral: 20, workDone: 20, inStation: 2 });
      simulation.audit();
    });

    test("a job that finishes as the budget is used up is told first; both happen at the same instant", () => {
      const simulation = new Simulation({ seed: 1 });
      const processor = new SharedProcessor(simulation, { name: "processor", capacity: 1 });
      const groups = [0, 1, 2].map(() => processor.addGroup(free)); // thirds: fractions that are not exact
      const log: string[] = [];
      const used = simulation.on("used up", (arg) => void log.push(`${simulation.now} used up ${arg}`));
      const done = simulation.on("done", (arg) => void log.push(`${simulation.now} done ${arg}`));
      groups.forEach((group, arg) => {
        processor.setBudget(group, 100 + arg, used, arg);
        processor.submit(group, 100 + arg, done, arg);
      });
      simulation.run(HORIZON);
      expect(log).toEqual(["300 done 0", "300 used up 0", "302 done 1", "302 used up 1", "303 done 2", "303 used up 2"]);
    });

    test("a budget renewed at the very instant at which the old one is used up, before or after, replaces it", () => {
      const simulation = new Simulation({ seed: 1 });
      const processor = new SharedProcessor(simulation, { name: "processor", capacity: 1 });
      const [first, second] = [processor.addGroup(free), processor.addGroup(free)];
      const log: string[] = [];
      const used = simulation.on("used up", (arg) => void log.push(`${simulation.now} used up ${arg}`));
      const renew = simulation.on("renew", (arg) => {
        log.push(`${simulation.now} renew`);
        processor.setBudget(second, 50, arg === 0 ? used : renew, arg);
      });
      simulation.at(20, renew, 0); // before the processor's event
      processor.setBudget(first, 10, renew, 1); // told first of two in one event
      processor.setBudget(second, 10, used, 2);
      processor.submit(first, 1000, used, 0);
      processor.submit(second, 1000, used, 0);
      simulation.run(70);
      // Seen by the event at 20: its announcement to `second` is void. Then `first`'s, which renews again; then `second` alone for 50.
      expect(log).toEqual(["20 renew", "20 renew", "70 renew"]);
      processor.setBudget(second, 0, used, 3); // instead of the 50 renewed at 70
      expect(simulation.run(HORIZON)).toEqual({ kind: "drained", at: 70 });
      expect(log.length).toBe(3); // nobody is told of a budget of 0
    });

    test("jobs of a throttled group can be withdrawn, its weight and cap changed, its processes killed", () => {
      const { simulation, processor, group, ends, done } = throttled(50, 100);
      const job = processor.submit(group, 80, done, 0);
      function* story() {
        yield* processor.serve(group, 1000);
      }
      const process = simulation.spawn("story", story());
      simulation.run(60); // 25 each
      expect(processor.runnable).toBe(0);
      processor.changeGroup(group, { weight: 2, cap: 0.5 });
      expect(processor.withdraw(job)).toBe(55);
      simulation.kill(process);
      expect(processor.throttledTime(group)).toBe(35);
      processor.submit(group, 10, done, 0);
      simulation.run(1000);
      simulation.audit();
      expect(ends).toEqual([120]); // 10 at half a core, from the next period on
      expect(processor.throttledTime(group)).toBe(75);
    });

    test("a saved throttled group goes on as if nothing had happened", () => {
      const run = (interrupted: boolean) => {
        const { simulation, processor, group, exhausted, ends, done } = throttled(33, 100, (n) => 1 + n / 10);
        const start = simulation.on("start", (arg) => void processor.submit(group, 100 + arg, done, arg));
        for (let arg = 0; arg < 5; arg++) simulation.at(10 * arg, start, arg);
        for (const at of interrupted ? [50, 110, 175] : []) {
          simulation.run(at);
          const state = structuredClone(simulation.save());
          const lengths = [exhausted.length, ends.length];
          simulation.run(at + 40); // a future that is given up
          [exhausted.length, ends.length] = lengths;
          simulation.restore(state);
        }
        simulation.run(3000);
        return [exhausted, ends, processor.throttledTime(group), processor.counters(), simulation.fingerprint()];
      };
      expect(run(true)).toEqual(run(false));
    });

    test("a budget that is negative or not a number is refused", () => {
      const { processor, group } = throttled(1, 1);
      for (const budget of [-1, NaN]) {
        expect(() => processor.setBudget(group, budget, 0)).toThrow(
          `processor "processor", group "group 0": found a budget of ${budget} ns`,
        );
      }
    });
  });
});

test("jobs that finish while others at the same instant are given up tell nobody, however the waits are combined", () => {
  const simulation = new Simulation({ seed: 1 });
  const cores = new SharedProcessor(simulation, { name: "cores", capacity: 1 });
  const groups = [1, 1].map((weight) => cores.addGroup({ weight, cap: Infinity }));
  const serve = (group: number) => cores.serve(groups[group], 5);
  const log: string[] = [];
  function* client(wait: () => Wait<unknown>): Process {
    try {
      const result = yield* wait();
      log.push(`${simulation.now} ${JSON.stringify(result)}`);
    } catch (error) {
      log.push(`${simulation.now} ${(error as Error).message}`);
    }
    yield* simulation.timeout(10);
    log.push(`${simulation.now} later`);
  }
  function* failing(): Process {
    yield* simulation.timeout(10);
    throw new Error("no");
  }
  simulation.spawn(
    "client",
    client(() => simulation.anyOf(simulation.timeout(10), serve(0), serve(1))),
  ); // both jobs end at 10, after the timeout
  simulation.run(100);
  simulation.spawn(
    "client",
    client(() => simulation.anyOf(simulation.timeout(10), simulation.anyOf(serve(0), simulation.timeout(50)), serve(1))),
  );
  simulation.run(200);
  const process = simulation.spawn("failing", failing());
  simulation.spawn(
    "client",
    client(() => simulation.allOf(simulation.join(process), serve(0), serve(1))),
  );
  simulation.run(300);
  expect(log).toEqual([
    ...['10 {"index":0}', "20 later", '30 {"index":0}', "40 later"],
    ...['50 process "failing" failed at 0.00000005 s: no', "60 later"],
  ]);
  expect(cores.counters()).toMatchObject({ arrivals: 6, departures: 6, inStation: 0 });
});
