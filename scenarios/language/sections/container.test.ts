import { expect, test } from "vitest";
import { deployment, host, loadPart, onlyError, type Refusal, warnings } from "../testing/scenario.ts";

test("takes what Docker takes for CPUs", async () => {
  const sections = {
    ...host("scheduler: slices"),
    ...deployment('container: { cpus: 1.5, cpuPeriod: 20 ms, cpuWeight: 200, cpuset: "0,2-3" }'),
  };
  expect((await loadPart(sections)).unit).toMatchObject({ cpus: 1.5, cpuPeriod: 0.02, cpuWeight: 200, cpuset: [0, 2, 3] });
});

test("one that will page is a warning", async () => {
  const sections = deployment("container: { memory: 32 MiB, swap: 16 MiB }");
  expect((await loadPart(sections)).unit).toMatchObject({ swap: 16 * 1024 * 1024 });
  expect((await warnings(sections)).map(({ message }) => message)).toEqual([
    'the container will page: code 12 MiB + heap 30 MiB of "telemetry" = 42 MiB',
  ]);
});

test("one that will be killed, because there is no swap, is another", async () => {
  const [warning, ...others] = await warnings({ ...host("memory: 4 GiB"), ...deployment("container: { memory: 16 MiB }") });
  expect(warning?.message).toMatch(/will be killed: there is no swap/);
  expect(others).toEqual([]);
});

test.each<Refusal>([
  ["a period beyond the kernel's longest", deployment("container: { cpuPeriod: 2 s }"), { message: '"2 s" is out of bounds' }],
  ["a period below its shortest", deployment("container: { cpuPeriod: 0.5 ms }"), { message: '"0.5 ms" is out of bounds' }],
  ["a weight of nothing", deployment("container: { cpuWeight: 0 }"), { message: "found 0" }],
])("%s is refused", async (_, sections, error) => expect(await onlyError(sections)).toMatchObject(error));
