import { expect, test } from "vitest";
import { host, loadHost, onlyError, type Refusal } from "../testing/scenario.ts";

test("a host needs no preset when all is said", async () => {
  const hosts =
    "{ h: { cpu: { isa: x86_64, cores: 2, speed: 500 points, clock: 2 GHz }, virtualization: true, memory: 2 GiB, nic: { bandwidth: 1 Gbit/s }, disks: { d: nvme } } }";
  expect(await loadHost({ hosts })).toMatchObject({ preset: "custom", systemDisk: "d", cpu: { speed: 500 } });
});

test.each<Refusal>([
  [
    "a host of which too little is said",
    { hosts: "{ h: { memory: 1 GiB, disks: { d: nvme } } }" },
    {
      message: "these are missing: cpu.isa, cpu.cores, cpu.speed, cpu.clock, virtualization, nic.bandwidth",
      fix: 'add them, or name a preset with "preset: ..."',
    },
  ],
  ["a system larger than its host", host("memory: 128 MiB"), { message: "the host's own system (300 MiB) fills its memory (128 MiB)" }],
  ["more cores than a machine has", host("cpu: { cores: 2000 }"), { message: "found 2000" }],
  ["cores that are not a number", host("cpu: { cores: .nan }"), { message: "found NaN" }],
  ["a time of memory", host("memory: 64 ms"), { message: '"64 ms" is a time, not a size' }],
  ["memory without a unit", host("memory: 64"), { message: "64 has no unit" }],
  ["a number for a name", { hosts: "{ 9: { preset: raspberry-pi-4 } }" }, { message: '"9" is not a name' }],
  ["no host", { hosts: "{}" }, { message: "this map is empty" }],
])("%s is refused", async (_, sections, error) => expect(await onlyError(sections)).toMatchObject(error));
