import { expect, test } from "vitest";
import { simulate } from "./simulate.ts";
import { app, deployment, lambda, run } from "../testing/specs.ts";
import { windowFrom } from "./window.ts";
import { fixed } from "../serverless/policies/keep-alive/fixed.ts";

test("arrivals, crashes and ends of keep-alive beyond the 104 days that time can count do not happen, and break nothing", () => {
  const rare = app({
    arrivals: [
      { kind: "poisson", rate: 1e-12 },
      { kind: "poisson", rate: 2 },
    ],
  });
  const record = simulate(
    run(deployment(lambda({ keepAlive: fixed(1e8) }), { app: rare, restartEvery: 1e12 }), { tenants: 2, duration: 10 }),
  );
  const { completed, evictions } = windowFrom(record, 0);
  expect(completed).toBeGreaterThan(5);
  expect(evictions).toBe(0);
});
