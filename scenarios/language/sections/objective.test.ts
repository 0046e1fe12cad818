import { expect, test } from "vitest";
import { load, onlyError } from "../testing/scenario.ts";

test("is a percentile with its limit, and a share of errors", async () => {
  const { objective } = await load({ objective: "{ latency: { p95: 1 s }, errors: 2 % }" });
  expect(objective).toEqual({ percentile: 95, latency: 1, errors: 0.02 });
});

test.each([
  ["{ latency: { p99: 250 ms }, errors: 150 % }", '"150 %" is out of bounds'],
  ["{ latency: { p99: 0 s } }", '"0 s" is out of bounds'],
])("%s is refused", async (objective, message) => expect((await onlyError({ objective })).message).toBe(message));
