import { expect, test } from "vitest";
import { REFUSED } from "../vocabulary.ts";
import { simulate } from "./simulate.ts";
import { app, container, deployment, run } from "../testing/specs.ts";
import { MOST_REQUESTS } from "../request/request-table.ts";

test("a host whose table of requests is full has collapsed: the run ends there, with its books in order", () => {
  const flood = app({ arrivals: [{ kind: "poisson", rate: 200_000 }], message: 64, backlog: MOST_REQUESTS, threads: 1 });
  const record = simulate(run(deployment(container(), { app: flood }), { tenants: 2, duration: 20 }));
  const [slice] = record.apps[0].slices;
  expect(record.slices).toBe(1);
  expect(record.collapsed).toBe(true);
  expect(slice?.failures[REFUSED]).toBeGreaterThan(0);
  const left = (slice?.arrivals ?? 0) - (slice?.completed ?? 0) - (slice?.failures ?? []).reduce((a, b) => a + b, 0);
  expect(left).toBe(MOST_REQUESTS);
});
