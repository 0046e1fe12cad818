/** Systems that are short of one thing, known by construction: the experiments have to find it, whatever the utilizations suggest. */
import { describe, expect, test } from "vitest";
import type { DeploymentSpec } from "../../models/index.ts";
import { compute, idealContainer, idealDisk, idealFunction, idealHost, onlyDoes } from "../../models/testing/ideal.ts";
import { fixed } from "../../models/serverless/policies/keep-alive/fixed.ts";
import { app, container, deployment, GiB, host, MiB, os } from "../../models/testing/specs.ts";
import type { Objective } from "../objective.ts";
import { scenarioOf } from "../testing/studies.ts";
import { executeHere } from "./execute.ts";
import type { LoadLine } from "./record.ts";
import { runSingle, type StudyOptions } from "./run-study.ts";

async function lineOf(
  spec: DeploymentSpec,
  objective: Partial<Objective>,
  changes: Parameters<typeof scenarioOf>[2] = {},
  options: Partial<StudyOptions> = {},
): Promise<LoadLine> {
  const record = await runSingle(scenarioOf([spec], objective, changes), spec.name, undefined, { execute: executeHere, ...options });
  return record.deployments[0].loadLine as LoadLine;
}

/** By change: the line with it over the line without. */
const factors = ({ whatHelps }: LoadLine): Record<string, number> =>
  Object.fromEntries(whatHelps.map(({ change, relative }) => [change, 1 + (relative as number)]));

/** Of those that move the line. */
const helpful = ({ whatHelps }: LoadLine): string[] => whatHelps.filter(({ relative }) => relative !== 0).map(({ change }) => change);

const unlimited = idealContainer({ cpus: 64 });

describe("one thing is short", () => {
  test("cores: M/M/1, whose line the formula moves as far as the experiments do", async () => {
    // T = s / (1 - ρ) ≤ 5 s: ρ = 0.8. At twice the speed ρ = 0.9, 2.25 times the load; with two cores T = s / (1 - ρ²), ρ = 0.894, 2.24 times.
    const one = onlyDoes(2, [compute({ kind: "exponential", mean: 0.02 })]);
    const line = await lineOf(deployment(unlimited, { app: one, host: idealHost(1) }), { latency: 0.1 }, { duration: 50 });
    expect(line.bottleneck?.resource).toBe("cores");
    expect(helpful(line).toSorted()).toEqual(["cores twice as fast", "twice the cores"]);
    for (const factor of Object.values(factors(line)).slice(0, 2)) expect(Math.abs(factor / 2.25 - 1)).toBeLessThan(0.2);
    expect(line.bottleneck?.explanation).toMatch(/about as much with .*nothing else moves the line/);
  });

  test("memory without swap: excluded by arithmetic, and twice of it by arithmetic too", async () => {
    // 1024 - 220 - 150 = 11 * 58 + 16 MiB; 2048 - 370 = 28 * 58 + 54
    const large = app({ memory: { code: MiB, heap: 50 * MiB, workingSet: MiB, dirtyShare: 0 }, request: [{ kind: "reply", size: 1 }] });
    const machine = host({ memory: { size: GiB }, os: os({ swap: undefined }) });
    const line = await lineOf(deployment(container({ memory: 128 * MiB, cpus: 4 }), { app: large, host: machine }), { latency: 0.25 });
    expect(line).toMatchObject({ tenants: 11, atMost: 11, binding: { app: "telemetry", by: "start" } });
    expect(line.bottleneck).toMatchObject({ resource: "memory", atTenants: 12 });
    expect(helpful(line)).toEqual(["twice the memory"]);
    expect(line.whatHelps[0]).toMatchObject({ tenants: 28, atMost: 28, endOfRange: false });
    expect(line.bottleneck?.explanation).toBe("with twice the memory it carries 28 instead of 11 (+155 %); nothing else moves the line");
  });

  test("the disk", async () => {
    const reads = onlyDoes(2, [{ kind: "read", size: 4096 }]);
    const machine = idealHost(4, { disks: { main: idealDisk(0.02) } });
    const line = await lineOf(deployment(unlimited, { app: reads, host: machine }), { latency: 0.1 }, { duration: 50 });
    expect(line.bottleneck?.resource).toBe("disk");
    expect(helpful(line)).toEqual(["a disk twice as fast"]);
    expect(factors(line)["a disk twice as fast"]).toBeGreaterThan(2);
  });

  test("the network, though an application without an objective keeps the cores busy all the time", async () => {
    const sends = onlyDoes(2, [], { name: "sends", request: [{ kind: "reply", size: 20_000 }] });
    const computes = onlyDoes(1, [compute({ kind: "constant", value: 0.5 })], { name: "computes", threads: 1, backlog: 1 });
    const machine = idealHost(1, { nic: { bandwidth: 1e6, latency: 0, mtu: 1500, cpuPerPacket: 0 } });
    const spec = { ...deployment(unlimited, { host: machine }), parts: [sends, computes].map((each) => ({ app: each, unit: unlimited })) };
    const line = await lineOf(spec, { latency: 0.1, errors: 0.01 }, { duration: 50, without: ["computes"] });
    expect(line.bottleneck?.resource).toBe("network");
    expect(helpful(line)).toEqual(["twice the network and half its latency"]);
  });

  test("a limit of the platform", async () => {
    const busy = onlyDoes(0.5, [compute({ kind: "constant", value: 0.05 })]);
    const { platform } = idealFunction();
    const unit = idealFunction({ memory: 128 * MiB, cpus: 64, platform: { ...platform, poolMemory: 2 * 128 * MiB }, keepAlive: fixed(5) });
    const line = await lineOf(deployment(unit, { app: busy, host: idealHost(64) }), { latency: 0.1 }, { duration: 30 });
    expect(line.bottleneck?.resource).toBe("platform");
    // Faster cores make up for few instances; more of them do not.
    expect(helpful(line)[0]).toBe("twice the memory pool of the platform");
    expect(helpful(line)).not.toContain("twice the cores");
  });

  test("a quota of a tenth of a core, on a host that has nothing else to do", async () => {
    // Of each tenant the same at every load: the line is none, and the cores are idle.
    const one = onlyDoes(2, [compute({ kind: "constant", value: 0.06 })]);
    const line = await lineOf(
      deployment(idealContainer({ cpus: 0.1 }), { app: one, host: idealHost(64) }),
      { latency: 0.5 },
      { maxTenants: 3 },
    );
    expect(line.tenants).toBe(0);
    expect(line.bottleneck?.resource).toBe("limit");
    expect(helpful(line)).toContain("no CPU quota");
  });
});

test("two things are short: neither helps alone, and both are named", async () => {
  // By arithmetic as above 11 tenants; and a core that works 1 / 11.5 s for each of them every second.
  const program = app({
    arrivals: [{ kind: "periodic", every: 1, jitter: 0 }],
    request: [compute({ kind: "constant", value: 1 / 11.5 }), { kind: "reply", size: 1 }],
    memory: { code: MiB, heap: 50 * MiB, workingSet: MiB, dirtyShare: 0 },
    startCpu: 0.01,
    systemCalls: 0,
  });
  const machine = idealHost(1, { memory: { size: GiB }, os: os({ swap: undefined }) });
  const line = await lineOf(deployment(container({ memory: 128 * MiB, cpus: 4 }), { app: program, host: machine }), { latency: 1 });
  expect(line.tenants).toBe(11);
  const [both, ...single] = line.whatHelps;
  expect(both.change).toMatch(/^(twice the memory and .*cores.*|.*cores.* and twice the memory)$/);
  expect(both.tenants).toBeGreaterThan(18);
  expect(single.every(({ relative }) => relative === 0)).toBe(true);
  expect(line.bottleneck?.explanation).toMatch(/no single change moves the line: only together do they, with .* instead of 11/);
});
