import { expect, test } from "vitest";
import { Simulation } from "../kernel/simulation.ts";
import { firstDifference } from "./first-difference.ts";

const NOTHING = {
  departures: 0,
  losses: 0,
  inStation: 0,
  numberIntegral: 0,
  residence: 0,
  busyIntegral: 0,
  workDone: 0,
  capacityIntegral: 0,
};

const build = (jitterAt: number) => {
  const simulation = new Simulation({ seed: 1 });
  const tick = simulation.on("tick", (n) => simulation.after(n === jitterAt ? 11 : 10, tick, n + 1));
  simulation.at(0, tick, 0);
  simulation.register({ name: "counter", kind: "test", counters: () => ({ ...NOTHING, arrivals: simulation.eventCount }) });
  return simulation;
};

test("finds the first event that differs, with both events and both states", () => {
  const difference = firstDifference(build(-1), build(500), 1e9);
  expect(difference).toMatchObject({
    sequence: 502,
    left: { event: { time: 5010, handler: "tick", arg: 501 }, stations: { counter: { arrivals: 502 } } },
    right: { event: { time: 5011, handler: "tick", arg: 501 } },
  });
});

test("finds nothing in equal runs", () => {
  expect(firstDifference(build(5), build(5), 1e5)).toBeUndefined();
});

test("a run that ends earlier differs where it ends", () => {
  const short = new Simulation({ seed: 1 });
  short.at(
    0,
    short.on("tick", () => {}),
  );
  const difference = firstDifference(build(-1), short, 100);
  expect(difference?.sequence).toBe(2);
  expect(difference?.right.event).toBeUndefined();
});
