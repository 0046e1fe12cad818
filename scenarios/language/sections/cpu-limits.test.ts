import { expect, test } from "vitest";
import { deployment, host, loadPart, onlyError, type Refusal } from "../testing/scenario.ts";

test("a set of CPUs may be one number", async () =>
  expect((await loadPart({ ...host("scheduler: slices"), ...deployment("vm: { memory: 256 MiB, cpuset: 1 }") })).unit).toMatchObject({
    cpuset: [1],
  }));

test.each<Refusal>([
  [
    "a quota below the kernel's least",
    deployment("container: { cpus: 0.05, cpuPeriod: 10 ms }"),
    { message: "0.05 cores of every 10 ms is a quota of 500 us", fix: 'write "0.1 cores" or more' },
  ],
  [
    "a function's quota below it",
    deployment("function: { runtime: go, memory: 128 MiB, cpus: 0.001 }"),
    { message: "0.001 cores of every 100 ms is a quota of 100 us", fix: 'write "0.01 cores" or more' },
  ],
  [
    "CPUs that the host has not",
    { ...host("scheduler: slices"), ...deployment('container: { cpuset: "2-4" }') },
    { message: "CPU 4 on a host with 4 hardware threads", fix: 'write "0-3"' },
  ],
  [
    "a set of CPUs for a fluid",
    deployment("container: { cpuset: 1 }"),
    {
      message: 'the host\'s scheduler is "fluid", which knows no single CPUs',
      fix: 'write "scheduler: slices" at the host, or leave out "cpuset"',
    },
  ],
  ["a range from above", deployment('container: { cpuset: "3-1" }'), { message: '"3-1" ends before it begins' }],
  ["no list at all", deployment('container: { cpuset: "1;2" }'), { message: 'found "1;2"' }],
])("%s is refused", async (_, sections, error) => expect(await onlyError(sections)).toMatchObject(error));
