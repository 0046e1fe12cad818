/** Every host preset is a machine that runs something. */
import { describe, expect, test } from "vitest";
import { whyRefused } from "../../models/fleet/feasibility.ts";
import { NO_LIMIT } from "../../models/run/run-record.ts";
import { simulate } from "../../models/run/simulate.ts";
import { windowFrom } from "../../models/run/window.ts";
import { parseScenario } from "../language/index.ts";
import { presetsOf } from "./library.ts";

const APPLICATION = `
apps:
  sensor:
    arrivals: { poisson: 2/s }
    request: [{ cpu: { constant: 50 us, on: raspberry-pi-4 } }, { reply: 256 B }]
    memory: { code: 1 MiB, heap: 2 MiB, workingSet: 1 MiB }
deployments:
  container: { container: {} }
  vm: { vm: { guest: buildroot, memory: 64 MiB } }
  function: { function: { platform: embedded, runtime: cpp, memory: 32 MiB } }
objective: { latency: { p99: 1 s } }
`;

async function deploymentsOn(preset: string) {
  const loaded = await parseScenario(`plimsoll: 1\nhosts: { board: { preset: ${preset} } }\n${APPLICATION}`, { file: "board.yaml" });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics, undefined, 2));
  return new Map(loaded.scenario.deployments.map(({ spec }) => [spec.name, spec]));
}

const hosts = [...presetsOf("hosts").keys()];
const withoutMmu = ["cortex-m7-board"];
const withoutVirtualization = ["cortex-a9-gateway"];

describe.each(hosts.filter((name) => !withoutMmu.includes(name)))("%s", (name) => {
  test("two tenants in containers are served for some seconds, and the books balance", async () => {
    const deployment = (await deploymentsOn(name)).get("container")!;
    expect(whyRefused(deployment)).toBeUndefined();
    const record = simulate({
      deployment,
      tenants: 2,
      seed: 1,
      replication: 0,
      duration: 5,
      limits: deployment.parts.map(() => NO_LIMIT),
    });
    expect(record.ready).toBe(true);
    const { completed, outOfMemoryKills } = windowFrom(record, 0);
    expect(completed).toBeGreaterThan(5);
    expect(outOfMemoryKills).toBe(0);
  });

  test("virtual machines are refused only where the processor has no support for them", async () => {
    const reason = whyRefused((await deploymentsOn(name)).get("vm")!);
    if (withoutVirtualization.includes(name))
      expect(reason).toMatch(/no virtualization support: its processor can't run virtual machines$/);
    else expect(reason).toBeUndefined();
  });
});

test.each(withoutMmu)("%s refuses virtual machines and containers for want of an MMU", async (name) => {
  const deployments = await deploymentsOn(name);
  expect(whyRefused(deployments.get("vm")!)).toBe("the host has no MMU: virtual machines need paged memory");
  expect(whyRefused(deployments.get("container")!)).toBe("the host has no MMU: containers need separate address spaces");
});
