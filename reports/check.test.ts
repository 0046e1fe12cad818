import { describe, expect, test } from "vitest";
import type { AppResult, Point, StudyRecord } from "../scenarios/study/record.ts";
import { checkSentence, overloaded } from "./check.ts";
import { manyPartsRecord } from "./testing/record.ts";

/** One load of containers with two applications: telemetry as it is, `camera` with its changes. */
function recordWith(camera: Partial<AppResult>, point: Partial<Point> = {}): StudyRecord {
  const record = manyPartsRecord();
  const [one] = record.deployments.filter(({ name }) => name === "container");
  const load = one.points.find(({ tenants }) => tenants === 87)!;
  const apps = load.apps.map((app) => (app.name === "camera" ? { ...app, ...camera } : app));
  const objectives = ["telemetry", "camera"].map((app) => ({ app, statistic: "p99" as const, latency: 0.25, errors: 0.01 }));
  const verdict = camera.verdict ?? "met";
  return { ...record, objectives, deployments: [{ ...one, loadLine: null, points: [{ ...load, verdict, apps, ...point }] }] };
}
const estimate = (value: number) => ({ value, low: value, high: value, n: 8 });
const sentence = (camera: Partial<AppResult>, point?: Partial<Point>) => checkSentence(recordWith(camera, point));

describe("names the application that misses, and by what", () => {
  test("errors", () =>
    expect(sentence({ verdict: "missed", by: "errors", errorRate: estimate(1) })).toBe(
      "the objective is missed at 87 tenants: errors of camera are 100 %, more than 1 %",
    ));

  test("latency", () =>
    expect(
      sentence({ verdict: "missed", by: "latency", latency: { ...recordWith({}).deployments[0].points[0].latency, p99: estimate(5) } }),
    ).toBe("the objective is missed at 87 tenants: p99 of camera is 5 s, above 250 ms"));

  test("instances that can't start", () =>
    expect(sentence({ verdict: "missed", by: "start", reason: "the host could not start all its tenants" })).toBe(
      "the objective is missed at 87 tenants: camera: the host could not start all its tenants",
    ));
});

test("undecided and unsettled: why", () => {
  expect(sentence({ verdict: "undecided", by: "samples", reason: "too few requests: p99 needs 1000 a replication, has 12" })).toBe(
    "8 replications can't tell whether the objective of camera is met at 87 tenants: too few requests: p99 needs 1000 a replication, has 12",
  );
  expect(sentence({ verdict: "unsettled", by: "latency" }, { drift: "response times fell by 40 %" })).toBe(
    "the runs had not settled at 87 tenants: response times fell by 40 %",
  );
});

test("one application that falls behind is an overload, whatever the others do", () => {
  const behind = recordWith({ verdict: "missed", by: "latency", offered: estimate(10), throughput: estimate(9) });
  expect(overloaded(behind.deployments[0].points[0])).toBe(true);
  expect(checkSentence(behind)).toBe(
    "overloaded at 87 tenants: requests arrive faster than they are answered; missed is the objective of camera",
  );
  const keepsUp = recordWith({ verdict: "missed", by: "latency", offered: estimate(10), throughput: estimate(9.9) });
  expect(overloaded(keepsUp.deployments[0].points[0])).toBe(false);
});

test("a load that can't be held, and a deployment that can't run", () => {
  const record = recordWith({});
  const [one] = record.deployments;
  expect(checkSentence({ ...record, deployments: [{ ...one, points: [], excluded: [{ tenants: 11, reason: "35 GiB on 32 GiB" }] }] })).toBe(
    "container can't hold 11 tenants: 35 GiB on 32 GiB",
  );
  expect(checkSentence({ ...record, deployments: [{ ...one, points: [], refused: "no MMU" }] })).toBe("container can't run here: no MMU");
});
