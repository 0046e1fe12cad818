/** Someone changes one number in a scenario and runs it again: the answer has to move the way physics says. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseScenario } from "../language/index.ts";
import { executeHere, runSingle } from "../study/index.ts";

const file = new URL("./iot-gateway.yaml", import.meta.url);

/** The shipped gateway, smaller so that it is quick: 1 GiB of memory, short runs. */
const gateway = readFileSync(file, "utf8")
  .replace(/preset: raspberry-pi-4-4gb/, "preset: raspberry-pi-4-1gb")
  .replace(/size: \d+ GiB \} # where memory goes/, "size: 512 MiB } # where memory goes")
  .replace(/tenants: .*/, "tenants: 1..60")
  .replace(/duration: .*/, "duration: 40 s")
  .replace(/replications: .*/, "replications: { min: 3, max: 3, until: 50 % }");

function changed(...changes: (readonly [RegExp, string])[]): string {
  return changes.reduce((text, [pattern, replacement]) => {
    expect(text).toMatch(pattern);
    return text.replace(pattern, replacement);
  }, gateway);
}

async function study(text: string, deployment: string) {
  const loaded = await parseScenario(text, { file: file.pathname });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  return (await runSingle(loaded.scenario, deployment, undefined, { execute: executeHere })).deployments[0];
}

const loadLine = async (text: string, deployment = "container") => {
  const { loadLine } = await study(text, deployment);
  return loadLine as NonNullable<typeof loadLine>;
};

describe("containers on the gateway", async () => {
  const base = await loadLine(gateway);

  test("with 1 GiB the line is inside the range, and memory or the disk it swaps to ends it", () => {
    expect(base.tenants).toBeGreaterThan(5);
    expect(base.tenants).toBeLessThan(60);
    expect(["memory", "disk"]).toContain(base.bottleneck?.resource);
  });

  test("twice the memory carries more", async () => {
    const more = await loadLine(changed([/raspberry-pi-4-1gb/, "raspberry-pi-4-2gb"]));
    expect(more.tenants).toBeGreaterThan(1.5 * base.tenants);
  });

  test("no swap carries fewer, and memory is named", async () => {
    const none = await loadLine(changed([/^\s*swap: .*$/m, ""]));
    expect(none.tenants).toBeLessThan(base.tenants);
    expect(none.bottleneck?.resource).toBe("memory");
  });

  test("a larger program carries fewer", async () => {
    const larger = await loadLine(changed([/heap: 30 MiB, workingSet: 20 MiB/, "heap: 50 MiB, workingSet: 40 MiB"]));
    expect(larger.tenants).toBeLessThan(base.tenants);
  });

  test("virtual machines carry fewer than containers, and less than that with less memory", async () => {
    const vms = await loadLine(gateway, "vm");
    expect(vms.tenants).toBeLessThan(base.tenants);
    const more = await loadLine(changed([/raspberry-pi-4-1gb/, "raspberry-pi-4-2gb"]), "vm");
    expect(more.tenants).toBeGreaterThan(vms.tenants);
  });
});

describe("work instead of memory", async () => {
  // Ten times the CPU time a message, and time to do it: cores end it before memory does.
  const heavy = [
    [/mean: 4 ms/, "mean: 40 ms"],
    [/p99: 250 ms/, "p99: 1500 ms"],
  ] as const;
  const base = await loadLine(changed(...heavy));

  test("cores are named", () => {
    expect(base.bottleneck?.resource).toBe("cores");
  });

  test("one core instead of four carries fewer", async () => {
    const one = await loadLine(changed(...heavy, [/preset: raspberry-pi-4-1gb/, "preset: raspberry-pi-4-1gb\n    cpu: { cores: 1 }"]));
    expect(one.tenants).toBeLessThan(base.tenants);
  });

  test("half the messages carry more", async () => {
    const fewer = await loadLine(changed(...heavy, [/every: 750 ms/, "every: 1500 ms"], [/every: 15 s/, "every: 30 s"]));
    expect(fewer.tenants).toBeGreaterThan(base.tenants);
  });

  test("a tighter objective carries no more", async () => {
    const tight = await loadLine(changed(...heavy, [/p99: 1500 ms/, "p99: 1000 ms"]));
    expect(tight.tenants).toBeLessThanOrEqual(base.tenants);
  });
});
