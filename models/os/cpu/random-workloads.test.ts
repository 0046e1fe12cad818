/** Both fidelities under whatever may come: what holds for every task and at every instant. */
import { expect, test } from "vitest";
import { createStream, HORIZON, type RandomStream } from "../../../engine/index.ts";
import { bandwidthOf } from "./scheduler.ts";
import type { SchedulerSpec } from "./spec.ts";
import { build, cpuOf, FIDELITIES, MS } from "./testing/fidelities.ts";

test.each(FIDELITIES)(
  "%s: random groups, quotas, guests, threads and withdrawals: times add up, nobody is lost, the books balance",
  (_kind, spec) => {
    const stream = createStream(7, "random");
    for (let round = 0; round < 40; round++) expectSoundBooks(spec, stream);
  },
);

function expectSoundBooks(spec: SchedulerSpec, stream: RandomStream): void {
  const threadsPerCore = 1 + stream.integer(2);
  const cpu = cpuOf({ cores: 1 + stream.integer(4), threadsPerCore, smtGain: 0.3, contextSwitch: 2e-6, cachePerCore: 1e5 });
  const { simulation, scheduler } = build(spec, cpu);
  const threads = cpu.cores * threadsPerCore;
  const pinned = spec.kind === "slices" && stream.integer(2) === 0;
  const groups = Array.from({ length: 1 + stream.integer(8) }, () =>
    scheduler.addGroup({
      weight: [1, 1, 0.1, 7][stream.integer(4)],
      vcpus: stream.integer(3) === 0 ? 1 + stream.integer(3) : undefined,
      bandwidth: stream.integer(2) === 0 ? bandwidthOf(0.1 + stream.next(), [0.1, 0.02][stream.integer(2)]) : undefined,
      cpus: pinned && stream.integer(2) === 0 ? [stream.integer(threads), stream.integer(threads)] : undefined,
    }),
  );
  const count = 1 + stream.integer(120);
  const gap = [0.1, 2, 10][stream.integer(3)] * MS;
  const tasks: number[] = [];
  const starts: number[] = [];
  const demands: number[] = [];
  const ended = new Set<number>();
  const killed = new Set<number>();
  const done = simulation.on("done", (task) => {
    expect(ended.has(task) || killed.has(task)).toBe(false);
    ended.add(task);
    const { running, waiting, steal, throttled } = scheduler.finished;
    expect(running + waiting + steal + throttled).toBe(simulation.now - starts[task]);
    expect(running).toBe(demands[task]);
    expect(Math.min(waiting, steal, throttled)).toBeGreaterThanOrEqual(0);
    for (const part of [waiting, steal, throttled]) expect(Number.isInteger(part)).toBe(true);
  });
  const kill = simulation.on("kill", (task) => {
    scheduler.withdraw(tasks[task]);
    if (!ended.has(task)) killed.add(task);
  });
  const come = simulation.on("come", (task) => {
    starts[task] = simulation.now;
    demands[task] = Math.round(stream.exponential(5 * MS));
    tasks[task] = scheduler.submit(groups[stream.integer(groups.length)], demands[task], done, task);
    if (stream.integer(5) === 0) simulation.after(Math.round(stream.exponential(20 * MS)), kill, task);
    if (stream.integer(10) === 0) scheduler.changeGroup(groups[0], { weight: 1 + stream.next(), bandwidth: bandwidthOf(0.5, 0.1) });
    if (task + 1 < count) simulation.after(Math.round(stream.exponential(gap)), come, task + 1);
    simulation.audit();
  });
  simulation.at(0, come, 0);
  simulation.run(HORIZON);
  simulation.audit();
  expect(ended.size + killed.size).toBe(count);
  expect(scheduler.counters().inStation).toBe(0);
  for (const group of groups) scheduler.removeGroup(group);
}
