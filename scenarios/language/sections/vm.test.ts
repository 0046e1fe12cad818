import { expect, test } from "vitest";
import { deployment, load, loadPart, onlyError, warnings } from "../testing/scenario.ts";

test("one that can't boot is told the sum, and a size that is enough", async () => {
  const error = await onlyError(deployment("vm: { memory: 32 MiB }"));
  expect(error.message).toBe("the virtual machine is too small to boot: kernel 14.4 MiB + system 45 MiB = 59.4 MiB");
  const [, enough] = /^write "(\d+ MiB)", which holds "telemetry" too$/.exec(error.fix as string) ?? [];
  await load(deployment(`vm: { memory: ${enough} }`));
});

test("one that will page is a warning", async () => {
  const sections = deployment("vm: { memory: 96 MiB, swap: 64 MiB }");
  expect((await loadPart(sections)).unit).toMatchObject({ swap: 64 * 1024 * 1024 });
  expect((await warnings(sections)).map(({ message }) => message)).toEqual([
    'the virtual machine will page: kernel 15.4 MiB + system 45 MiB + code 12 MiB + heap 30 MiB of "telemetry" = 102.4 MiB',
  ]);
});

test("more vCPUs than the host has threads is a warning", async () =>
  expect(await warnings(deployment("vm: { memory: 256 MiB, vcpus: 8 }"))).toMatchObject([
    { message: "8 virtual processors on 4 hardware threads" },
  ]));
