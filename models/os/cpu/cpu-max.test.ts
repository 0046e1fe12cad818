/**
 * cgroup cpu.max in closed form. A thread that has the group for itself and needs W of CPU time with quota Q and period P takes, from the
 * beginning of a period, T = (n - 1) P + W - (n - 1) Q with n = ceil(W / Q) periods touched. Source: Linux, Documentation/scheduler/sched-bwc.rst.
 */
import { describe, expect, test } from "vitest";
import { HORIZON, nanoseconds } from "../../../engine/index.ts";
import { bandwidthOf } from "./scheduler.ts";
import type { SchedulerSpec } from "./spec.ts";
import { build, cpuOf, FIDELITIES, MS } from "./testing/fidelities.ts";

/** Eight cores without switch costs; finishing instants of tasks, in order of submission. */
function limited(spec: SchedulerSpec, cores: number, period: number, vcpus?: number) {
  const { simulation, scheduler } = build(spec, cpuOf({ cores: 8 }));
  const group = scheduler.addGroup({ weight: 1, vcpus, bandwidth: bandwidthOf(cores, period) });
  const ends: number[] = [];
  const throttled: number[] = [];
  const done = simulation.on("done", (id) => {
    ends[id] = simulation.now;
    throttled[id] = scheduler.finished.throttled;
    const { running, waiting, steal } = scheduler.finished;
    expect(running + waiting + steal + throttled[id]).toBe(simulation.now - starts[id]);
  });
  const starts: number[] = [];
  const come = simulation.on("come", (id) => {
    starts[id] = simulation.now;
    scheduler.submit(group, works[id], done, id);
  });
  const works: number[] = [];
  return {
    scheduler,
    simulation,
    ends,
    throttled,
    /** A task of `work` [s] comes at `at` [s]. */
    task(at: number, work: number): void {
      works.push(nanoseconds(work));
      simulation.at(nanoseconds(at), come, works.length - 1);
    },
    run(): number[] {
      simulation.run(HORIZON);
      simulation.audit();
      return ends;
    },
  };
}

const responseTime = (W: number, Q: number, P: number): number => {
  const periods = Math.ceil(W / Q - 1e-9);
  return (periods - 1) * P + W - (periods - 1) * Q;
};

describe.each(FIDELITIES)("%s", (_, spec) => {
  test.each([
    [0.5, 0.1, 0.02],
    [0.5, 0.1, 0.05],
    [0.5, 0.1, 0.0501],
    [0.5, 0.1, 0.1],
    [0.5, 0.1, 1.234],
    [0.1, 0.1, 0.095],
    [0.2, 0.02, 0.0333],
    [0.999, 1, 3],
    [0.25, 0.004, 0.0105],
  ])("one thread, %d cores of every %d s: %d s of work takes (n - 1) P + W - (n - 1) Q", (cores, period, work) => {
    const one = limited(spec, cores, period);
    one.task(0.01, work);
    const expected = responseTime(work, cores * period, period);
    expect(one.run()[0] / 1e9).toBeCloseTo(0.01 + expected, 8);
    expect(one.throttled[0] / 1e9).toBeCloseTo(expected - work, 8);
    expect(one.scheduler.usage.throttled).toBe(one.throttled[0]);
  });

  test.each([2, 4, 8])("%d threads burn the quota that many times faster", (threads) => {
    const [cores, period, work] = [0.8, 0.1, 0.1];
    const all = limited(spec, cores, period);
    for (let k = 0; k < threads; k++) all.task(0, work);
    // Together they are one thread of k times the work on a core k times as fast.
    const total = threads * work;
    const periods = Math.ceil(total / (cores * period) - 1e-9);
    const expected = (periods - 1) * period + (total - (periods - 1) * cores * period) / threads;
    for (const end of all.run()) expect(end / 1e9).toBeCloseTo(expected, 8);
  });

  test("four threads of a virtual machine with two virtual CPUs burn it twice as fast", () => {
    const all = limited(spec, 0.8, 0.1, 2);
    for (let k = 0; k < 4; k++) all.task(0, 0.1);
    // 0.4 s of work, 0.08 s in each period: the last at two a time in the fifth period.
    const ends = all.run().sort((a, b) => a - b);
    expect(ends[3] / 1e9).toBeCloseTo(0.4 + 0.08 / 2, 8);
    // What a period allows is had in 40 ms by two vCPUs, then comes 60 ms without.
    for (const time of all.throttled) expect(time).toBe(4 * 60 * MS);
  });

  test("a period partly used: what is left of its quota comes first, and its end as soon", () => {
    const used = limited(spec, 0.5, 0.1);
    used.task(0, 0.03); // the first period, 0 to 100 ms, has 20 ms left
    used.task(0.04, 0.055);
    // 20 ms to 60 ms, throttled to 100 ms, then 35 ms.
    expect(used.run().map((end) => end / MS)).toEqual([30, 135]);
    expect(used.throttled.map((time) => time / MS)).toEqual([0, 40]);
  });

  test("periods go on in the background: work after a long pause has a full quota, to the end of the period it falls in", () => {
    const late = limited(spec, 0.5, 0.1);
    late.task(0, 0.05);
    late.task(7.07, 0.06); // 30 ms before the end of its period: all of these, and 30 ms of the next
    expect(late.run().map((end) => end / MS)).toEqual([50, 7130]);
    expect(late.throttled.map((time) => time / MS)).toEqual([0, 0]);
  });

  test("a group that is idle costs no events, a busy one those of its periods", () => {
    const idle = limited(spec, 0.5, 0.1);
    idle.task(0, 0.01);
    idle.task(1000, 0.01);
    idle.run();
    expect(idle.simulation.eventCount).toBeLessThan(12);
  });

  test("a new quota holds at once, and with none the group runs free", () => {
    const { simulation, scheduler } = build(spec);
    const group = scheduler.addGroup({ weight: 1, bandwidth: bandwidthOf(0.1, 0.1) });
    const ends: number[] = [];
    const done = simulation.on("done", () => void ends.push(simulation.now / MS));
    scheduler.submit(group, 100 * MS, done, 0);
    simulation.run(50 * MS); // 10 ms done, throttled since
    scheduler.changeGroup(group, { weight: 1, bandwidth: bandwidthOf(0.2, 0.1) });
    simulation.run(140 * MS); // 20 ms more, throttled from 70 to 150 ms
    scheduler.changeGroup(group, { weight: 1 });
    simulation.run(HORIZON);
    expect(ends).toEqual([140 + 70]);
    simulation.audit();
  });

  test("tasks that are withdrawn while throttled leave nothing behind", () => {
    const { simulation, scheduler } = build(spec);
    const group = scheduler.addGroup({ weight: 1, bandwidth: bandwidthOf(0.1, 0.1) });
    const done = simulation.on("done", () => expect.unreachable());
    const tasks = [1, 2, 3].map((arg) => scheduler.submit(group, 100 * MS, done, arg));
    simulation.run(50 * MS);
    for (const task of tasks) scheduler.withdraw(task);
    for (const task of tasks) scheduler.withdraw(task);
    scheduler.removeGroup(group);
    simulation.run(HORIZON);
    expect(simulation.now).toBeLessThanOrEqual(100 * MS);
    expect(scheduler.counters()).toMatchObject({ arrivals: 3, departures: 3, inStation: 0 });
    simulation.audit();
  });
});
