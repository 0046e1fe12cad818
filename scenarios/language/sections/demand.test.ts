import { describe, expect, test } from "vitest";
import { app, load, loadPart, onlyError } from "../testing/scenario.ts";

const demand = (text: string) => app({ request: `[{ cpu: ${text} }, { reply: 1 B }]` });

test.each([
  ["{ constant: 4 ms, on: 1 points }", { kind: "constant", value: 0.004 }],
  ["{ exponential: 4 ms, on: 1 points }", { kind: "exponential", mean: 0.004 }],
  ["{ uniform: { low: 1 ms, high: 2 ms }, on: 1 points }", { kind: "uniform", low: 0.001, high: 0.002 }],
  ["{ erlang: { mean: 4 ms, stages: 3 }, on: 1 points }", { kind: "erlang", mean: 0.004, stages: 3 }],
  ["{ gamma: { mean: 4 ms, cv: 0.5 }, on: 1 points }", { kind: "gamma", mean: 0.004, cv: 0.5 }],
  ["{ hyperexponential: { mean: 4 ms, cv: 2 }, on: 1 points }", { kind: "hyperexponential", mean: 0.004, cv: 2 }],
  ["{ lognormal: { mean: 4 ms, cv: 1 }, on: 1 points }", { kind: "lognormal", mean: 0.004, cv: 1 }],
  ["{ lognormal: { median: 3 ms, p99: 20 ms }, on: 1 points }", { kind: "lognormal", median: 0.003, percentile: 99, value: 0.02 }],
  ["{ weibull: { shape: 0.7, scale: 4 ms }, on: 1 points }", { kind: "weibull", shape: 0.7, scale: 0.004 }],
  ["{ pareto: { shape: 2.5, minimum: 1 ms }, on: 1 points }", { kind: "pareto", shape: 2.5, minimum: 0.001 }],
  [
    "{ empirical: { values: [1 ms, 3 ms], weights: [3, 1] }, on: 1 points }",
    { kind: "empirical", values: [0.001, 0.003], weights: [3, 1] },
  ],
])("%s", async (text, distribution) =>
  expect((await loadPart(demand(text))).app.request[0]).toMatchObject({ demand: { kind: "drawn", distribution } }),
);

test.each([
  ["raspberry-pi-4", 289],
  ["raspberry-pi-5-8gb", 904],
  ["gateway", 289],
  ["750 points", 750],
])("measured on %s", async (core, speed) =>
  expect((await loadPart(demand(`{ constant: 1 ms, on: ${core} }`))).app.request[0]).toMatchObject({ speed }),
);

test.each([
  ["{ lognormal: { mean: 4 ms }, on: 1 points }", "a lognormal distribution needs two values"],
  ["{ lognormal: { median: 4 ms, cv: 2 }, on: 1 points }", "a lognormal distribution needs two values"],
  ["{ lognormal: { median: 4 ms, p99: 3 ms }, on: 1 points }", "p99 is not above the median"],
  ["{ uniform: { low: 4 ms, high: 2 ms }, on: 1 points }", "the upper bound is below the lower one"],
  ["{ empirical: { values: [1 ms, 2 ms], weights: [1] }, on: 1 points }", "1 weights for 2 values"],
  ["{ pareto: { shape: 0.9, minimum: 1 ms }, on: 1 points }", "found 0.9"],
  ["{ constant: 1 ms, exponential: 1 ms, on: 1 points }", "constant and exponential exclude each other"],
  ["{ on: 1 points }", "none of the alternatives is given"],
  ["{ constant: 1 ms }", '"on" is missing'],
  ["{ constant: 1 ms, on: raspbery-pi-4 }", 'unknown core "raspbery-pi-4"'],
])("%s is refused", async (text, message) => expect((await onlyError(demand(text))).message).toBe(message));

describe("a time alone", () => {
  const demands = demand("4 ms");

  test("is always the same, measured on the only host, and the report says so", async () => {
    expect((await loadPart(demands)).app.request[0]).toEqual({
      kind: "cpu",
      demand: { kind: "drawn", distribution: { kind: "constant", value: 0.004 } },
      speed: 289,
    });
    const { values } = await load(demands);
    expect(values.filter(({ path }) => path.startsWith("apps.telemetry.request.0.cpu"))).toEqual([
      { path: "apps.telemetry.request.0.cpu", value: "4 ms", origin: "s.yaml:3" },
      { path: "apps.telemetry.request.0.cpu.on", value: "gateway, the only host", origin: "default" },
    ]);
  });

  test.each([
    ["{ h: raspberry-pi-5 }", 904],
    ["{ h: { preset: raspberry-pi-5, cpu: { speed: 700 points } } }", 700],
  ])("on %s", async (hosts, speed) => expect((await loadPart({ ...demands, hosts })).app.request[0]).toMatchObject({ speed }));

  test("needs its core where there are several hosts", async () => {
    const two = { ...demands, hosts: "{ a: raspberry-pi-4, b: raspberry-pi-5 }", deployments: "{ c: { host: a, container: {} } }" };
    expect(await onlyError(two)).toMatchObject({
      line: 3,
      message: '"4 ms" does not say on which core it was measured, and there are 2 hosts',
      expected: "the time and its core; a time alone is measured on the only host",
      fix: 'write "{ constant: 4 ms, on: a }"',
    });
  });

  test.each([
    ["4", "4 has no unit"],
    ["4 MiB", '"4 MiB" is a size, not a time'],
    ["2 h", '"2 h" is out of bounds'],
    ["[4 ms]", "found a list"],
  ])("%s is refused", async (text, message) => expect((await onlyError(demand(text))).message).toBe(message));
});
