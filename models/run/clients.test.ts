import { describe, expect, test } from "vitest";
import { nanoseconds, Simulation } from "../../engine/index.ts";
import type { Destination } from "../request/destination.ts";
import type { Execution } from "../request/execution.ts";
import { compute, idealContainer, idealHost, onlyDoes } from "../testing/ideal.ts";
import { container, deployment, lambda, run, vm } from "../testing/specs.ts";
import { type ClientsSpec, meanRate } from "../workload/spec.ts";
import { Clients } from "./clients.ts";
import { simulate } from "./simulate.ts";
import { windowFrom } from "./window.ts";

const MS = 1e-3;
const thinking = (count: number, mean: number): ClientsSpec => ({ count, think: { kind: "exponential", mean } });
const destination = { context: { name: "tenant 0 / web", networkDelay: nanoseconds(0.2) } } as Destination;

/** Clients whose requests are never answered unless a test says so; `row` is what the table gives them. */
function place(spec: ClientsSpec, row: (sent: number) => number = (sent) => sent) {
  const simulation = new Simulation({ seed: 1 });
  const sent: number[] = [];
  const arrive = () => row(sent.push(simulation.now) - 1);
  const clients = new Clients(simulation, { arrive } as unknown as Execution);
  clients.add(destination, spec);
  clients.open();
  return { simulation, clients, sent };
}

describe("a client", () => {
  test("thinks, sends, and waits for as long as it takes", () => {
    const { simulation, clients, sent } = place(thinking(3, 1));
    simulation.run(nanoseconds(1000));
    expect(sent).toHaveLength(3);
    expect(clients).toMatchObject({ count: 3, thinking: 0, waiting: 3 });
  });

  test("begins to think when the answer has come back", () => {
    const { simulation, clients, sent } = place({ count: 1, think: { kind: "constant", value: 1 } });
    const answer = simulation.on("answer", () => clients.ended(0, false));
    simulation.at(nanoseconds(5), answer, 0);
    simulation.run(nanoseconds(10));
    expect(sent).toEqual([nanoseconds(1), nanoseconds(5 + 0.2 + 1)]);
  });

  test("that does not think tries again a millisecond after a failure, also where there is no room for its request at all", () => {
    const { simulation, clients, sent } = place({ count: 1, think: { kind: "constant", value: 0 } }, () => -1);
    simulation.run(nanoseconds(1));
    expect(sent.slice(0, 3)).toEqual([0, 0.2 + MS, 2 * (0.2 + MS)].map(nanoseconds));
    expect(clients).toMatchObject({ thinking: 1, waiting: 0 });
  });

  test("does not take the end of somebody else's request for its own", () => {
    const { simulation, clients, sent } = place(thinking(2, 1), (sent) => 10 + sent);
    simulation.run(nanoseconds(100));
    for (const row of [0, 9, 12, 5000]) clients.ended(row, false);
    expect(clients.waiting).toBe(2);
    expect([10, 11, 12].map((row) => clients.ownerOf(row) >= 0)).toEqual([true, true, false]);
    expect(sent).toHaveLength(2);
  });

  test("has thoughts of its own: one more moves those of no other", () => {
    const [three, four] = [3, 4].map((count) => {
      const { simulation, sent } = place(thinking(count, 1));
      simulation.run(nanoseconds(1000));
      return sent;
    });
    expect(four.filter((instant) => three.includes(instant))).toEqual(three);
    expect(new Set(four).size).toBe(4);
  });
});

describe("in a run", () => {
  const app = (clients: ClientsSpec, changes = {}) =>
    onlyDoes(1, [compute({ kind: "exponential", mean: 10 * MS })], { arrivals: [], clients, ...changes });

  test("one client sends once in its thought and the way there and back", () => {
    const host = idealHost(1, { nic: { ...idealHost(1).nic, latency: 0.25 } });
    const idle = onlyDoes(1, [], { arrivals: [], clients: { count: 1, think: { kind: "constant", value: 1 } } });
    const record = simulate(run(deployment(idealContainer(), { host, app: idle }), { tenants: 1, duration: 30 }));
    expect(windowFrom(record, 0).arrivals).toBe(Math.ceil((30 - 1) / 1.5)); // at 1 s, 2.5 s, 4 s ...
  });

  test.each([
    ["containers", container()],
    ["virtual machines", vm()],
    ["functions", lambda()],
  ])("of %s that crash and refuse, none gets lost", (_, unit) => {
    const spec = deployment(unit, { app: app(thinking(20, 0.05), { threads: 1, backlog: 3 }), restartEvery: 5 });
    const record = simulate(run(spec, { tenants: 3, duration: 60 }));
    // The audit of the run counts them.
    const { failures, completed } = windowFrom(record, 0);
    expect(failures.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(20);
    expect(completed).toBeGreaterThan(500);
  });

  test("those that do not think, and are refused, do not turn in a circle", () => {
    const restless: ClientsSpec = { count: 5, think: { kind: "constant", value: 0 } };
    const spec = deployment(idealContainer(), { host: idealHost(1), app: app(restless, { threads: 1, backlog: 0 }) });
    const { arrivals } = windowFrom(simulate(run(spec, { tenants: 1, duration: 5 })), 0);
    expect(arrivals / (5 * 4 * 1000)).toBeGreaterThan(0.9);
    expect(arrivals / (5 * 4 * 1000)).toBeLessThan(1.1);
  });

  test("they send no more than if they never waited", () => {
    const crowd = app(thinking(50, 0.2));
    expect(meanRate(crowd)).toBeCloseTo(50 / 0.21, 9);
    const { completed, duration } = windowFrom(
      simulate(run(deployment(idealContainer(), { host: idealHost(1), app: crowd }), { tenants: 1 })),
      0,
    );
    expect(completed / duration).toBeLessThan(105); // what the core carries, and chance
    expect(completed / duration).toBeGreaterThan(95);
    expect(meanRate(app({ count: 3, think: { kind: "constant", value: 0 } }, { request: [{ kind: "reply", size: 1 }] }))).toBe(3e4);
  });
});

test("requests at given instants come when the doors have been open for so long, and find what is ready then", () => {
  const arrivals = [{ kind: "instants", times: [1, 2.5, 19, 90] }] as const;
  const spec = deployment(container(), { app: onlyDoes(1, [], { arrivals }) });
  const record = simulate(run(spec, { tenants: 2, duration: 20 }));
  const perSlice = record.apps[0].slices.map((slice) => slice.arrivals);
  expect(perSlice).toEqual(perSlice.map((_, second) => ([1, 2, 19].includes(second) ? 2 : 0)));
});

test("with the doors open from the beginning, a request at 0.1 s waits for the rest of the start", () => {
  const early = onlyDoes(1, [], { arrivals: [{ kind: "instants", times: [0.1] }] });
  const spec = deployment(container(), { app: early, start: { every: 0, requests: "at once" } });
  const record = simulate(run(spec, { tenants: 1, duration: 20 }));
  const { latencyMean, startDurations } = windowFrom(record, 0);
  expect(startDurations.mean).toBeGreaterThan(0.5);
  expect(latencyMean).toBeGreaterThan(startDurations.mean - 0.1);
  expect(latencyMean).toBeLessThan(startDurations.mean - 0.1 + MS);
});
