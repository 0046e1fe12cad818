import { expect, test } from "vitest";
import { simulate } from "../../../models/index.ts";
import { run } from "../../../models/testing/specs.ts";
import { load, loadPart, onlyError, type Refusal, type Sections, warnings } from "../testing/scenario.ts";

/** The application with `keys` in place of its arrivals. */
const web = (keys: string, request = "[{ cpu: 4 ms }, { reply: 512 B }]"): Sections => ({
  apps: `{ web: { ${keys}, request: ${request}, memory: { code: 12 MiB, heap: 30 MiB, workingSet: 20 MiB } } }`,
});

test("stand in place of arrivals, and think for a time or a distribution of times", async () => {
  const { app } = await loadPart(web("clients: { count: 64, think: 1 s }"));
  expect(app).toMatchObject({ arrivals: [], clients: { count: 64, think: { kind: "constant", value: 1 } } });
  const drawn = await loadPart(web("clients: { count: 1, think: { lognormal: { median: 2 h, p99: 10 h } } }"));
  expect(drawn.app.clients?.think).toEqual({ kind: "lognormal", median: 7200, percentile: 99, value: 36_000 });
  expect((await loadPart()).app.clients).toBeUndefined();
});

test("run", async () => {
  const { deployments } = await load(web("clients: { count: 4, think: 1 s }"));
  const [app] = simulate(run((deployments[0] as (typeof deployments)[number]).spec, { tenants: 2, duration: 20 })).apps;
  const completed = app?.slices.reduce((sum, slice) => sum + slice.completed, 0) as number;
  // Each of eight once a second and a few milliseconds.
  expect(completed).toBeGreaterThan(8 * 17);
  expect(completed).toBeLessThanOrEqual(8 * 19);
});

test.each<Refusal>([
  [
    "neither the one nor the other",
    web("threads: 2"),
    { message: "none of the alternatives is given", expected: "exactly one of arrivals or clients" } as never,
  ],
  ["both", web("arrivals: { poisson: 1/s }, clients: { count: 1, think: 1 s }"), { message: "arrivals and clients exclude each other" }],
  ["nobody", web("clients: { count: 0, think: 1 s }"), { message: "found 0", fix: "write 1 or more" }],
  ["clients that say nothing of their thoughts", web("clients: { count: 1 }"), { message: '"think" is missing' }],
  ["a time without its unit", web("clients: { count: 1, think: 1 }"), { message: "1 has no unit", fix: 'write "1 ms" or "1 s"' }],
  [
    "an unknown distribution",
    web("clients: { count: 1, think: { exponentail: 1 s } }"),
    { message: 'unknown key "exponentail"', fix: 'did you mean "exponential"?' },
  ],
  [
    "columns of a trace",
    web("clients: { count: 1, think: 1 s }", "[{ cpu: { columns: { tokens: 1 ms }, on: 1 points } }, { reply: 1 B }]"),
    { message: "requests that do not come from a trace have no columns" },
  ],
])("%s is refused", async (_, sections, error) => expect(await onlyError(sections)).toMatchObject(error));

test("so many that a run would have a hundred million requests are a warning", async () => {
  const crowd = { ...web("clients: { count: 10000, think: 10 ms }"), experiment: "{ tenants: 1..10, duration: 1 h }" };
  expect((await warnings(crowd)).map(({ message }) => message)).toEqual([
    expect.stringMatching(/^one run of 10 tenants has \d+ million requests$/),
  ]);
});
