/** A scenario on the ideal machine is the queue of the textbook. */
import { expect, test } from "vitest";
import { mmcResponse, meanValueAnalysis } from "../../engine/testing/theory/index.ts";
import { meanInterval } from "../../engine/index.ts";
import { simulate } from "../../models/run/simulate.ts";
import { windowFrom } from "../../models/run/window.ts";
import { run } from "../../models/testing/specs.ts";
import { parseScenario } from "../language/index.ts";

const scenario = (load: string, host = "ideal") => `
plimsoll: 1
hosts: { machine: ${host} }
apps:
  web:
    ${load}
    request: [{ cpu: { exponential: 10 ms, on: ideal } }, { touch: 10 }, { read: 4 KiB }, { write: 4 KiB }, { reply: 1 KiB }]
    memory: { code: 1 MiB, heap: 1 MiB, workingSet: 1 MiB }
    threads: 10000
deployments: { plain: { container: { engine: process, security: none } } }
objective: { latency: { p95: 1 s } }
experiment: { tenants: 1 }
`;

/** Mean response time of each of eight runs [s]. */
async function responses(text: string): Promise<number[]> {
  const loaded = await parseScenario(text, { file: "ideal.yaml" });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics, undefined, 2));
  expect(loaded.warnings).toEqual([]);
  const deployment = (loaded.scenario.deployments[0] as (typeof loaded.scenario.deployments)[number]).spec;
  return Array.from({ length: 8 }, (_, replication) =>
    windowFrom(simulate(run(deployment, { tenants: 1, duration: 200, replication, latencyLimit: 1000 })), 2),
  ).map(({ latencyMean }) => latencyMean);
}

function expectMean(values: readonly number[], expected: number): void {
  const { mean, low, high } = meanInterval(values, 0.999);
  expect(low).toBeLessThan(expected);
  expect(high).toBeGreaterThan(expected);
  expect(Math.abs(mean / expected - 1)).toBeLessThan(0.05);
}

test("M/M/1 at load 0.7", async () => expectMean(await responses(scenario("arrivals: { poisson: 70/s }")), 1 / (100 - 70)));

test("M/M/3 at load 0.7", async () =>
  expectMean(await responses(scenario("arrivals: { poisson: 210/s }", "{ preset: ideal, cpu: { cores: 3 } }")), mmcResponse(3, 210, 100)));

test("twelve clients", async () =>
  expectMean(
    await responses(scenario("clients: { count: 12, think: { exponential: 100 ms } }")),
    meanValueAnalysis(12, 0.1, [0.01]).response,
  ));

test("a request that finds nobody takes as long as its own work", async () => {
  const text = scenario("arrivals: { periodic: { every: 1 s } }").replace("exponential: 10 ms", "constant: 10 ms");
  for (const response of await responses(text)) expect(Math.abs(response / 0.01 - 1)).toBeLessThan(1e-6);
});
