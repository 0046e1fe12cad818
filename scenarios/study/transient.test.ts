/** Studies of how a run begins, and of what is played once, last as long as they say and lose no part. */
import { describe, expect, test } from "vitest";
import { app, load, type Sections } from "../language/testing/scenario.ts";
import { evaluate } from "./evaluate.ts";
import { executeHere } from "./execute.ts";
import { isTransient, planRun } from "./run-length.ts";

const files = { "t.csv": "TIMESTAMP\n0\n1\n3\n" };
const once = app({ arrivals: "{ trace: { file: t.csv, play: once } }" });
const atOnce: Sections = { experiment: "{ duration: 1 min, start: { requests: at once } }" };
const plan = async (sections: Sections) => {
  const scenario = await load({ experiment: "{ duration: 1 min }", ...sections }, files);
  const [{ spec }] = scenario.deployments as [(typeof scenario.deployments)[0]];
  return { isTransient: isTransient(spec), ...planRun(scenario, spec, 3) };
};

test.each([
  ["requests that come at once", atOnce],
  ["a trace that is played once", once],
  ["given instants", app({ arrivals: "{ at: [1 s] }" })],
  ["given instants beside others", app({ arrivals: "[{ poisson: 0.001/s }, { at: [1 s] }]" })],
])("%s", async (_, sections) => expect(await plan(sections)).toEqual({ isTransient: true, duration: 60, warmup: 0 }));

test("what has a warm-up of its own keeps it", async () =>
  expect(await plan({ ...once, experiment: "{ duration: 1 min, warmup: 2 s }" })).toMatchObject({ duration: 60, warmup: 2 }));

describe("other runs", () => {
  test("are lengthened and cut as before", async () =>
    expect(await plan(app({ arrivals: "{ poisson: 0.5/s }" }))).toMatchObject({
      isTransient: false,
      warmup: "auto",
      lengthened: expect.anything(),
    }));

  test("of closed clients as if these never waited", async () => {
    const { duration } = await plan(app({ arrivals: "{ poisson: 0.5/s }" }));
    const clients = { apps: app({}).apps!.replace("arrivals: { poisson: 5/s }", "clients: { count: 1, think: 1996 ms }") };
    expect((await plan(clients)).duration).toBe(duration); // 1996 ms and the 4 ms of the demand
  });
});

test("a drift is part of the answer: a start under load is judged, and not called unsettled", async () => {
  const scenario = await load({
    ...app({ arrivals: "{ periodic: { every: 100 ms } }", start: "{ cpu: 8 s, on: gateway }", backlog: "1000" }),
    objective: "{ latency: { p50: 1 s }, errors: 90 % }",
    experiment: "{ duration: 40 s, start: { requests: at once }, replications: { min: 2, max: 2 } }",
  });
  const [{ spec }] = scenario.deployments as [(typeof scenario.deployments)[0]];
  const { plan: used, judgement, windows } = await evaluate(scenario, spec, 1, "decide", executeHere);
  expect(used).toEqual({ duration: 40, warmup: 0 });
  expect(judgement.verdict).toBe("met");
  const [first] = windows;
  expect(first!.run.startup).toBe(0);
  expect(first!.latency.quantile(1) / 1e9).toBeGreaterThan(8);
});
