import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { meanRate } from "../../models/workload/spec.ts";
import { formatDiagnostics } from "../language/text/diagnostics.ts";
import { loadScenario } from "../language/load.ts";
import { packageRoot } from "../presets/library.ts";

const FOLDER = join(packageRoot(), "scenarios", "shipped");

async function load(name: string) {
  const result = await loadScenario(join(FOLDER, name));
  if (!result.ok) throw new Error(formatDiagnostics(result.diagnostics));
  expect(result.warnings).toEqual([]);
  return result.scenario;
}

test.each(readdirSync(FOLDER).filter((name) => name.endsWith(".yaml")))(
  "%s loads without a warning and compares three models",
  async (name) => {
    const scenario = await load(name);
    expect(scenario.deployments.map(({ spec }) => spec.parts[0]?.unit.kind)).toEqual(["vm", "container", "function"]);
  },
);

test("the gateway's tenants send about 2 messages a second, so that 40 of them stay below 100,000 in one run", async () => {
  const { deployments, experiment } = await load("iot-gateway.yaml");
  const app = deployments[0]?.spec.parts[0]?.app as Parameters<typeof meanRate>[0];
  expect(meanRate(app)).toBeCloseTo(1 / 0.75 + 10 / 15, 12);
  expect(40 * meanRate(app) * experiment.duration).toBeLessThan(100_000);
});

test("the trace is complete and unchanged, with its attribution", async () => {
  const { deployments, attributions } = await load("inference-trace.yaml");
  const arrivals = deployments[0]?.spec.parts[0]?.app.arrivals[0];
  if (arrivals?.kind !== "trace") throw new Error("no trace");
  const { times, columns } = arrivals.trace;
  expect(times).toHaveLength(8819);
  // First two rows: 18:17:03.9799600 and 18:17:04.0319600; last one: 19:14:19.9280160.
  expect(times[1]).toBeCloseTo(0.052, 12);
  expect(times[8818]).toBeCloseTo(3435.948056, 9);
  expect([columns["ContextTokens"]?.[0], columns["GeneratedTokens"]?.[0]]).toEqual([4808, 10]);
  expect(attributions).toHaveLength(1);
  expect(attributions[0]).toMatch(/CC-BY 4\.0.*ISCA 2024/);
});

test("the first comment of each scenario says how to run it", () => {
  for (const name of readdirSync(FOLDER).filter((each) => each.endsWith(".yaml"))) {
    const text = readFileSync(join(FOLDER, name), "utf8");
    expect(text).toContain(`plimsoll compare ${name}`);
  }
});
