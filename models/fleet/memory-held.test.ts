/** What arithmetic excludes cannot run, and what just can run is not excluded: both sides of the border are simulated. */
import { describe, expect, test } from "vitest";
import type { HostSpec } from "../host/spec.ts";
import { simulate } from "../run/simulate.ts";
import type { AppSpec } from "../workload/spec.ts";
import { app, container, deployment, GiB, host, lambda, MiB, os, run, vm } from "../testing/specs.ts";
import type { DeploymentSpec } from "./deployment.ts";
import { whyExcluded } from "./memory-held.ts";
import type { UnitSpec } from "./units.ts";

const SYSTEM = 64 * MiB;
const system = { memory: SYSTEM, workingSet: 16 * MiB };
const small = (changes: Partial<HostSpec> = {}): HostSpec =>
  host({ memory: { size: 1 * GiB }, os: os({ swap: undefined, system }), ...changes });
const zram = { name: "lz4", ratio: 3, compress: 2e-6, decompress: 1e-6, speed: 300 };

/** 40 MiB that cannot be dropped. */
const program = app({ memory: { code: 12 * MiB, heap: 40 * MiB, workingSet: 10 * MiB, dirtyShare: 0.3 }, startCpu: 0.01 });
const quick = { ...container().engine, daemonMemory: 0, shimMemory: 8 * MiB, startCpu: 0.01 };
const contained = container({ engine: quick, cpus: 4 });
const guest = vm({ memory: 256 * MiB, guest: { ...vm().guest, bootCpu: 0.01 }, hypervisor: { ...vm().hypervisor, createCpu: 0.01 } });

const spec = (unit: UnitSpec, machine: HostSpec, application: AppSpec = program): DeploymentSpec =>
  deployment(unit, { app: application, host: machine });

/** Instances were killed for lack of memory, and those that were there on average [1]. */
function simulated(deployed: DeploymentSpec, tenants: number): { readonly kills: number; readonly instances: number } {
  const { hosts, slices } = simulate(run(deployed, { tenants, duration: 10 }));
  const sum = hosts.flatMap((each) => each.slices).reduce((all, { instances }) => all + instances, 0);
  return { kills: hosts.reduce((all, { outOfMemoryKills }) => all + outOfMemoryKills, 0), instances: sum / slices };
}

const allRun = (tenants: number) => ({ kills: 0, instances: tenants });

/** The largest number that is not excluded. */
function most(deployed: DeploymentSpec): number {
  let tenants = 0;
  while (whyExcluded(deployed, tenants + 1) === undefined) tenants++;
  return tenants;
}

describe("the border, by hand and by simulation", () => {
  const swap = { disk: "main", size: 512 * MiB };
  // [what, deployment, tenants by hand]
  test.each<readonly [string, DeploymentSpec, number]>([
    // 1024 = 64 + 20 * 48: exactly
    ["containers", spec(contained, small()), 20],
    // 1536 - 64 = 30 * 48 + 32
    ["containers and swap", spec(contained, small({ os: os({ swap, system }) })), 30],
    // 300 MiB that take 100: 1024 + 200 - 64 = 24 * 48 + 8
    [
      "containers and compressed memory",
      spec(contained, small({ os: os({ swap: undefined, zram: { ...zram, size: 300 * MiB }, system }) })),
      24,
    ],
    // 131 monitor + 13.9 + 4 kernel + 45 system + 12 + 40: 960 = 3 * 245.9 + 222.3
    ["VMs", spec(guest, small()), 3],
    // a guest that cannot hold its programs takes all that it was given: 96 + 131; 960 = 4 * 227 + 52
    ["VMs that page by themselves", spec({ ...guest, memory: 96 * MiB, swap: 64 * MiB }, small()), 4],
  ])("%s", (_, deployed, byHand) => {
    expect(most(deployed)).toBe(byHand);
    const beyond = simulated(deployed, byHand + 1);
    expect(beyond.kills).toBeGreaterThan(0);
    expect(beyond.instances).toBeLessThan(byHand + 1);
    // The kernel keeps a little free, and needs some for what is on its way.
    expect(simulated(deployed, byHand - 1)).toEqual(allRun(byHand - 1));
  });

  test("code of a shared layer is there once, and can be dropped", () => {
    const large = { ...program, memory: { ...program.memory, code: 600 * MiB } };
    expect(most(spec(contained, small(), large))).toBe(20);
    expect(simulated(spec(contained, small(), large), 19)).toEqual(allRun(19));
  });

  test("functions come and go: never excluded", () => {
    const deployed = spec(lambda({ platform: { ...lambda().platform, memory: 64 * MiB, workingSet: 0 } }), small());
    expect(whyExcluded(deployed, 5000)).toBeUndefined();
    expect(simulate(run(deployed, { tenants: 20, duration: 10 })).ready).toBe(true);
  });

  test("several hosts: the fullest one counts", () => {
    const pair = { ...spec(contained, small()), hosts: [small({ name: "edge-1" }), small({ name: "edge-2", memory: { size: 2 * GiB } })] };
    expect(most(pair)).toBe(40);
    expect(whyExcluded(pair, 41)).toBe(
      "21 tenants on edge-1 need 1.05 GiB (48 MiB each, 64 MiB for the system), the host has 1 GiB of memory and no swap",
    );
  });
});

describe("the sentence has the numbers", () => {
  test("memory, swap and compressed memory", () => {
    const all = small({ os: os({ swap: { disk: "main", size: 2 * GiB }, zram: { ...zram, size: 300 * MiB }, system }) });
    expect(whyExcluded(spec(contained, all), 5000)).toBe(
      "5000 tenants need 234.4 GiB (48 MiB each, 64 MiB for the system), the host has 1 GiB of memory and 2 GiB of swap and 200 MiB more when compressed",
    );
  });
});
