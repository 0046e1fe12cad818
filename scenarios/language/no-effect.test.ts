/** Settings that change nothing are told where they stand, with the reason; those that do something are not. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { simulate } from "../../models/index.ts";
import { run } from "../../models/testing/specs.ts";
import { loadScenario } from "./load.ts";
import { packageRoot } from "../presets/library.ts";
import { app, deployment, host, load, memory, type Sections, warnings, write } from "./testing/scenario.ts";

const two = (first: string, second: string): Sections => {
  const of = (more: string) =>
    `{ arrivals: { poisson: 1/s }, request: [{ reply: 1 B }], memory: { code: 1 MiB, heap: 1 MiB, workingSet: 1 MiB ${more} } }`;
  return { apps: `{ a: ${of(first)}, b: ${of(second)} }` };
};
const vm = deployment("vm: { memory: 256 MiB }");
const fn = deployment("function: { platform: openwhisk, runtime: go }");

/** The value without a key, and without maps that are empty then, but for units. */
function without(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => without(key, each));
  if (typeof value !== "object" || value === null) return value;
  const left = Object.entries(value).flatMap(([name, each]) => {
    const below = name === key ? undefined : without(key, each);
    const isEmptied =
      name !== "container" &&
      typeof below === "object" &&
      below !== null &&
      Object.keys(below).length === 0 &&
      Object.keys(each).length > 0;
    return below === undefined || isEmptied ? [] : [[name, below]];
  });
  return Object.fromEntries(left);
}

/** What a short run of it leaves behind. */
async function runOf(text: string) {
  const { apps, hosts } = simulate(run((await load(text)).deployments[0]!.spec, { tenants: 2, duration: 5 }));
  return { apps, hosts };
}

/** What is idle: its key and the reason that the message gives, in a scenario; and the scenario in which it is not. */
const CASES: readonly (readonly [key: string, why: RegExp, idle: Sections, busy: Sections])[] = [
  ["smtGain", /one hardware thread each/, host("cpu: { smtGain: 20 % }"), host("cpu: { smtGain: 20 %, threadsPerCore: 2 }")],
  ["latency", /network's own latency/, host("network: lan-1g, nic: { latency: 1 ms }"), host("nic: { latency: 1 ms }")],
  [
    "bandwidth",
    /radio channel/,
    host("network: wifi-n, nic: { bandwidth: 1 Gbit/s }"),
    host("network: lan-1g, nic: { bandwidth: 1 Gbit/s }"),
  ],
  [
    "aggregation",
    /no radio channel/,
    host("network: { preset: lan-1g, radio: { aggregation: 4 } }"),
    host("network: { preset: wifi-n, radio: { aggregation: 4 } }"),
  ],
  ["pageCluster", /there is none/, host("paging: { pageCluster: 2 }"), host("paging: { pageCluster: 2 }, swap: { size: 1 GiB }")],
  ["l2", /tlbReach says/, host("mmu: { tlbReach: 2 MiB, tlb: { l2: 512 } }"), host("mmu: { tlb: { l2: 512 } }")],
  [
    "spare",
    /images and data are on "main"/,
    host("disks: { main: emmc, spare: nvme }"),
    host("disks: { main: emmc, spare: nvme }, swap: { on: spare, size: 1 GiB }"),
  ],
  [
    "drain",
    /without its size/,
    host("disks: { main: { preset: emmc, writeCache: { drain: 10 MB/s } } }"),
    host("disks: { main: { preset: emmc, writeCache: { size: 1 GiB, drain: 10 MB/s } } }"),
  ],
  [
    "shortestSeek",
    /no moving parts/,
    host("disks: { main: { preset: emmc, mechanics: { shortestSeek: 1 ms } } }"),
    host("disks: { main: { preset: hdd, mechanics: { shortestSeek: 1 ms } } }"),
  ],
  [
    "placement",
    /this one has one/,
    host("disks: { main: { preset: microsd-a1, placement: random } }"),
    host("disks: { main: { preset: nvme, placement: random } }"),
  ],
  ["cpus", /has 4 hardware threads/, deployment("container: { cpus: 6 }"), deployment("container: { cpus: 4 }")],
  [
    "cpus",
    /has 4 hardware threads/,
    deployment("function: { platform: openwhisk, runtime: go, cpus: 5 }"),
    deployment("function: { platform: openwhisk, runtime: go, cpus: 4 }"),
  ],
  ["cpuPeriod", /no quota/, deployment("container: { cpuPeriod: 50 ms, cpus: 4 }"), deployment("container: { cpuPeriod: 50 ms, cpus: 1 }")],
  [
    "memory",
    /has 4 GiB, so that the limit is never reached/,
    deployment("container: { memory: 5 GiB }"),
    deployment("container: { memory: 4 GiB }"),
  ],
  [
    "swap",
    /has no swap/,
    { ...deployment("container: { memory: 64 MiB, swap: 64 MiB }"), ...host("memory: 4 GiB") },
    deployment("container: { memory: 64 MiB, swap: 64 MiB }"),
  ],
  [
    "swap",
    /holds all that runs in it/,
    deployment("vm: { memory: 256 MiB, swap: 64 MiB }"),
    deployment("vm: { memory: 96 MiB, swap: 64 MiB }"),
  ],
  [
    "idleInstance",
    /never more than one/,
    deployment("function: { runtime: go, idleInstance: most-recently-used, maxInstances: 1 }"),
    deployment("function: { runtime: go, idleInstance: most-recently-used, maxInstances: 2 }"),
  ],
  [
    "engine",
    /plain processes/,
    deployment("function: { platform: embedded, runtime: cpp, engine: docker }"),
    deployment("function: { platform: embedded, runtime: cpp, engine: process }"),
  ],
  [
    "eviction",
    /never full/,
    deployment("function: { platform: { preset: openwhisk, poolMemory: unlimited, eviction: longest-idle }, runtime: go }"),
    deployment("function: { platform: { preset: openwhisk, eviction: longest-idle }, runtime: go }"),
  ],
  ["threads", /functions only/, { ...fn, ...app({ threads: "4" }) }, app({ threads: "4" })],
  ["backlog", /functions only/, { ...fn, ...app({ backlog: "4" }) }, { ...vm, ...app({ backlog: "4" }) }],
  ["after", /start with their requests/, { ...fn, ...app({ start: "{ after: 1 s }" }) }, { ...vm, ...app({ start: "{ after: 1 s }" }) }],
  [
    "data",
    /no step reads or writes/,
    memory(", data: 1 MiB"),
    app({ request: "[{ bufferedRead: 4 KiB }, { reply: 1 B }]", memory: "{ code: 1 MiB, heap: 1 MiB, workingSet: 1 MiB, data: 1 MiB }" }),
  ],
  ["layer", /no other application names it/, memory(", layer: x"), two(", layer: x", ", layer: x")],
  ["layer", /only containers/, { ...vm, ...memory(", layer: x") }, two(", layer: x", ", layer: x")],
  ["pageWalkShare", /host's own page tables/, app({ pageWalkShare: "10 %" }), { ...vm, ...app({ pageWalkShare: "10 %" }) }],
  ["systemCalls", /no security module/, { ...vm, ...app({ systemCalls: "50" }) }, app({ systemCalls: "50" })],
  [
    "systemCalls",
    /no security module/,
    { ...deployment("container: { security: none }"), ...app({ systemCalls: "50" }) },
    { ...deployment("container: { security: seccomp }"), ...app({ systemCalls: "50" }) },
  ],
  [
    "until",
    /there are always 4/,
    { experiment: "{ replications: { min: 4, max: 4, until: 1 % } }" },
    { experiment: "{ replications: { min: 4, max: 5, until: 1 % } }" },
  ],
  [
    "every",
    /start with their requests/,
    { ...fn, experiment: "{ tenants: 1..10, start: { every: 1 s } }" },
    { ...vm, experiment: "{ tenants: 1..10, start: { every: 1 s } }" },
  ],
  [
    "requests",
    /start with their requests/,
    { ...fn, experiment: "{ start: { requests: at once } }" },
    { experiment: "{ start: { requests: at once } }" },
  ],
];

test.each(CASES)("%s: %s", async (key, why, idle, busy) => {
  const [found, ...others] = await warnings(idle);
  expect(others.map(({ message }) => message)).toEqual([]);
  expect(found?.message).toMatch(new RegExp(`^"${key}" has no effect here: `));
  expect(found?.message).toMatch(why);
  expect(found?.fix).toMatch(/./);
  const line = write(idle).split("\n")[(found?.line as number) - 1] as string;
  expect(line.slice((found?.column as number) - 1)).toMatch(new RegExp(`^${key}:`));
  expect((await warnings(busy)).filter(({ message }) => message.includes("has no effect"))).toEqual([]);
});

// A function's quota has a default of its own, which is another.
const removable = CASES.filter(([key, , idle]) => !(key === "cpus" && JSON.stringify(idle).includes("function")));

test.each(removable)("%s (%s): a run without it is the same", async (key, _, idle) => {
  const text = write(idle);
  const scenario = parse(text) as Record<string, unknown>;
  const section = Object.keys(idle).find((name) => name in idle && JSON.stringify(scenario[name]).includes(`"${key}":`)) as string;
  const smaller = JSON.stringify({ ...scenario, [section]: without(key, scenario[section]) });
  expect(await runOf(smaller)).toEqual(await runOf(text));
});

test("a request after the end of the run is told", async () => {
  const at = { ...app({ arrivals: "[{ poisson: 1/s }, { at: [1 s, 90 s] }]" }), experiment: "{ duration: 1 min }" };
  expect(await warnings(at)).toMatchObject([
    {
      line: 3,
      message: "a request comes after 90 s, when a run of 1 min is over",
      fix: 'write "duration: 91 s", or remove what comes later',
    },
  ]);
  expect(await warnings({ ...at, experiment: "{ duration: 90 s }" })).toEqual([]);
});

test("one value of a mixed deployment, at its own application", async () => {
  const mixed = { ...two("", ""), ...deployment("apps: { a: { container: { cpus: 2 } }, b: { container: { cpus: 8 } } }") };
  expect(await warnings(mixed)).toMatchObject([{ line: 4, message: expect.stringMatching(/^"cpus" has no effect here/), column: 78 }]);
});

describe("nothing is said of", () => {
  const folders = ["scenarios/shipped", "checks/net/scenarios", "bench/determinism"];
  const files = folders.flatMap((folder) =>
    readdirSync(join(packageRoot(), folder)).flatMap((name) => (name.endsWith(".yaml") ? [join(folder, name)] : [])),
  );
  test.each(files)("%s", async (file) => {
    const result = await loadScenario(join(packageRoot(), file));
    expect(result.ok && result.warnings.filter(({ message }) => message.includes("no effect"))).toEqual([]);
  });
});
