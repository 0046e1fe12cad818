import { describe, expect, test } from "vitest";
import { type Preset, presetsOf } from "../../presets/library.ts";
import { host, load, loadHost, onlyError, type Refusal } from "../testing/scenario.ts";

const hosts = presetsOf("hosts");
const memoryOf = (name: string): string => ((hosts.get(name) as Preset).values["memory"] as { value: string }).value;
const hostVariants = [...hosts.values()].flatMap(({ name, variantOf }) => (variantOf === undefined ? [] : [[name, variantOf] as const]));

test("a host needs no preset when all is said", async () => {
  const hosts =
    "{ h: { cpu: { isa: x86_64, cores: 2, speed: 500 points, clock: 2 GHz }, virtualization: true, memory: 2 GiB, nic: { bandwidth: 1 Gbit/s }, disks: { d: nvme } } }";
  expect(await loadHost({ hosts })).toMatchObject({ preset: "custom", systemDisk: "d", cpu: { speed: 500 } });
});

test("a host may be a preset by its name alone", async () => {
  const [short, long] = [
    await loadHost({ hosts: "{ h: raspberry-pi-4-4gb }" }),
    await loadHost({ hosts: "{ h: { preset: raspberry-pi-4-4gb } }" }),
  ];
  expect(short).toEqual(long);
  expect((await load({ hosts: "{ h: raspberry-pi-4-4gb }" })).values).toContainEqual(
    expect.objectContaining({ path: "hosts.h.memory", value: "4 GiB", origin: "preset raspberry-pi-4-4gb" }),
  );
});

describe("what the system itself takes", () => {
  const MiB = 1024 * 1024;
  const systemOf = async (hosts: string) => (await loadHost({ hosts })).os.system.memory / MiB;

  // Descriptors of 64 B for a page of 4 KiB: 16 MiB for each GiB.
  test.each([
    ["{ preset: raspberry-pi-4-4gb, memory: 12 GiB }", 300 + 8 * 16],
    ["{ preset: raspberry-pi-4-4gb, memory: 2 GiB }", 300 - 2 * 16],
    ["{ preset: raspberry-pi-4-4gb, memory: 4096 MiB }", 300],
    ["{ preset: raspberry-pi-4-4gb, memory: 12 GiB, mmu: { pageSize: 16 KiB } }", 300 + 8 * 4],
    ["{ preset: raspberry-pi-4-4gb, memory: 12 GiB, system: { memory: 310 MiB } }", 310],
    ["{ preset: raspberry-pi-4-4gb, memory: 12 GiB, system: { workingSet: 90 MiB } }", 300 + 8 * 16],
    ["{ preset: cortex-m7-board, memory: 64 MiB }", 0.25],
  ])("follows the memory that %s has", async (hosts, expected) => expect(await systemOf(`{ h: ${hosts} }`)).toBe(expected));

  test("is told with how it was derived", async () => {
    const { values } = await load({ hosts: "{ h: { preset: raspberry-pi-4-4gb, memory: 12 GiB } }" });
    expect(values.find(({ path }) => path === "hosts.h.system.memory")).toEqual({
      path: "hosts.h.system.memory",
      value: "428 MiB",
      origin: "preset raspberry-pi-4-4gb",
      source: expect.stringMatching(/^derived: 300 MiB with 4 GiB of memory, and 64 B for each page more or less \(derived: 220 MiB used/),
    });
  });

  test("of a variant is what its preset's would be with as much memory", async () => {
    for (const [kind, base] of hostVariants) {
      const memory = memoryOf(kind);
      const followed = await systemOf(`{ h: { preset: ${base}, memory: ${memory} } }`);
      expect([kind, Math.abs((await systemOf(`{ h: ${kind} }`)) / followed - 1) < 0.02]).toEqual([kind, true]);
    }
  });
});

test.each<Refusal>([
  [
    "an unknown preset alone",
    { hosts: "{ h: raspbery-pi-4 }" },
    { message: 'unknown host "raspbery-pi-4"', fix: 'did you mean "raspberry-pi-4"?' },
  ],
  ["a number for a host", { hosts: "{ h: 4 }" }, { message: "found 4" }],
  [
    "a host of which too little is said",
    { hosts: "{ h: { memory: 1 GiB, disks: { d: nvme } } }" },
    {
      message: "these are missing: cpu.isa, cpu.cores, cpu.speed, cpu.clock, virtualization, nic.bandwidth",
      fix: 'add them, or name a preset with "preset: ..."',
    },
  ],
  ["a system larger than its host", host("memory: 128 MiB"), { message: "the host's own system (238 MiB) fills its memory (128 MiB)" }],
  ["more cores than a machine has", host("cpu: { cores: 2000 }"), { message: "found 2000" }],
  ["cores that are not a number", host("cpu: { cores: .nan }"), { message: "found NaN" }],
  ["a time of memory", host("memory: 64 ms"), { message: '"64 ms" is a time, not a size' }],
  ["memory without a unit", host("memory: 64"), { message: "64 has no unit" }],
  ["a number for a name", { hosts: "{ 9: { preset: raspberry-pi-4 } }" }, { message: '"9" is not a name' }],
  ["no host", { hosts: "{}" }, { message: "this map is empty" }],
])("%s is refused", async (_, sections, error) => expect(await onlyError(sections)).toMatchObject(error));
