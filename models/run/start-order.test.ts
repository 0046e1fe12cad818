import { describe, expect, test } from "vitest";
import { COLD_START } from "../vocabulary.ts";
import { startInWords, type StartSpec } from "../fleet/start-order.ts";
import { idealHost } from "../testing/ideal.ts";
import { app, container, deployment, lambda, run } from "../testing/specs.ts";
import { durationsOf } from "../testing/starts.ts";
import { policiesOf } from "./policies.ts";
import { simulate } from "./simulate.ts";
import { windowFrom } from "./window.ts";

const usual: StartSpec = { every: 0, requests: "when ready" };
const starting = (start: StartSpec, startAfter: number, tenants: number) =>
  simulate(run(deployment(container(), { start, app: app({ startAfter }), host: idealHost(8) }), { tenants, duration: 20 }));

describe("starts one after another", () => {
  test("the last begins after its turn and its application's delay; requests wait for it", () => {
    const record = starting({ ...usual, every: 5 }, 3, 4);
    const durations = durationsOf(record);
    expect(durations).toHaveLength(4);
    // Each has the host for itself: all but the first find the program's pages in memory.
    expect(durations[1]).toBeLessThan(5);
    expect(record.startup).toBeCloseTo(3 * 5 + 3 + durations[3], 9);
    expect(windowFrom(record, 0).profile.meanOfSlowest(1)[COLD_START]).toBe(0);
  });

  test("apart or together, the same requests come", () => {
    const arrivals = [usual, { ...usual, every: 5 }].map((start) => windowFrom(starting(start, 0, 4), 0).arrivals);
    expect(arrivals[1]).toBe(arrivals[0]);
  });

  test("have as long as they need: a host is given up half an hour after the last, not after the first", () => {
    expect(starting({ ...usual, every: 2000 }, 0, 2)).toMatchObject({ ready: true });
  });
});

describe("requests that come at once", () => {
  test("wait for what starts, from time 0 on", () => {
    const record = starting({ every: 2, requests: "at once" }, 0, 4);
    expect(record).toMatchObject({ startup: 0, ready: true });
    expect(windowFrom(record, 0).profile.meanOfSlowest(1)[COLD_START]).toBeGreaterThan(1e8);
    expect(windowFrom(record, 0).starts).toBe(4);
  });

  test("a host that does not get ready within the run is told", () => {
    expect(starting({ every: 30, requests: "at once" }, 0, 2)).toMatchObject({ startup: 0, ready: false });
  });

  test("of functions, which start nothing before them, are the same requests either way", () => {
    const of = (start: StartSpec) => simulate(run(deployment(lambda(), { start, app: app({ startAfter: 5 }) }), { duration: 20 }));
    expect(of({ every: 1, requests: "at once" }).apps).toEqual(of(usual).apps);
  });
});

test("the order is told in words", () => {
  const { parts } = deployment(container(), { app: app({ startAfter: 30 }) });
  expect(startInWords({ parts: [] })).toBe(
    "everything that runs all the time starts at once; requests come when all of it is ready and its memory is used as after a long time",
  );
  expect(startInWords({ parts, start: { every: 2, requests: "at once" } })).toBe(
    "what runs all the time starts tenant by tenant, one every 2 s, that of telemetry 30 s later; requests come from the beginning on, and wait for what is not ready",
  );
  const spec = deployment(container(), { start: { ...usual, every: 2 } });
  expect(policiesOf(spec).find(({ name }) => name === "start")?.value).toBe(startInWords(spec));
});
