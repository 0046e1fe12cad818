import { expect, test } from "vitest";
import { describeFluid } from "../../models/os/cpu/fluid/fluid.ts";
import { describeSlices } from "../../models/os/cpu/slices/slices.ts";
import { SLICES } from "../../models/os/cpu/spec.ts";
import { parseScenario } from "../language/index.ts";
import type { Scenario } from "../scenario.ts";
import { policyValues } from "./policy-values.ts";

async function scenarioWith({ hosts, deployments }: { hosts: string; deployments: string }): Promise<Scenario> {
  const result = await parseScenario(
    `plimsoll: 1
hosts: ${hosts}
apps: { echo: { arrivals: { poisson: 1/s }, request: [{ cpu: { constant: 1 ms, on: raspberry-pi-5 } }, { reply: 64 B }], memory: { code: 1 MiB, heap: 1 MiB, workingSet: 1 MiB } } }
deployments: ${deployments}
objective: { latency: { p50: 1 s } }
experiment: { tenants: 1, duration: 10 s }
`,
    { file: "policies.yaml" },
  );
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join("; "));
  return result.scenario;
}

const FUNCTION = "function: { platform: openwhisk, runtime: nodejs, memory: 256 MiB, keepAlive: 7 min }";

test("a policy is told by the code that carries it out, and comes from the line that chose it", async () => {
  const scenario = await scenarioWith({
    hosts: "{ board: { preset: raspberry-pi-5, scheduler: slices } }",
    deployments: `{ vm: { vm: { memory: 256 MiB } }, function: { ${FUNCTION} } }`,
  });
  const policies = new Map(policyValues(scenario).map(({ path, value, origin }) => [path, { value, origin }]));
  expect(policies.get("policies.cpuScheduler")).toEqual({ value: describeSlices(SLICES), origin: "policies.yaml:2" });
  expect(policies.get("policies.keepAlive")).toEqual({
    value: "an instance that has been idle for 420 s is removed",
    origin: "policies.yaml:4",
  });
  expect(policies.get("policies.instanceChoice")?.origin).toBe("default");
  expect(policies.get("policies.eviction")?.origin).toBe("default");
  expect(policies.get("policies.diskQueue")?.origin).toBe("fixed in this version");
});

test("hosts that differ: each deployment has its own line, with its own origin", async () => {
  const scenario = await scenarioWith({
    hosts: "{ a: { preset: raspberry-pi-5, scheduler: slices }, b: { preset: raspberry-pi-4 } }",
    deployments: "{ small: { host: b, container: {} }, large: { host: a, container: {} } }",
  });
  const rows = policyValues(scenario).filter(({ path }) => path.endsWith("cpuScheduler"));
  expect(rows.map(({ path, value, origin }) => [path, value, origin])).toEqual([
    ["deployments.small.policies.cpuScheduler", describeFluid(), "default"],
    ["deployments.large.policies.cpuScheduler", describeSlices(SLICES), "policies.yaml:2"],
  ]);
});

test("without an MMU no page replacement is claimed", async () => {
  const scenario = await scenarioWith({
    hosts: "{ m7: { preset: cortex-m7-board } }",
    deployments: "{ function: { function: { platform: embedded, runtime: cpp, memory: 24 MiB } } }",
  });
  expect(policyValues(scenario).find(({ path }) => path === "policies.pageReplacement")?.value).toMatch(/^none, for lack of an MMU/);
});
