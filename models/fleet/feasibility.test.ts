import { expect, test } from "vitest";
import type { UnitSpec } from "./units.ts";
import { whyRefused } from "./feasibility.ts";
import { container, deployment, GiB, host, lambda, MiB, vm, os } from "../testing/specs.ts";

const reason = (unit: UnitSpec, changes: Parameters<typeof deployment>[1] = {}) => whyRefused(deployment(unit, changes));
const noMmu = host({ mmu: { ...host().mmu, kind: "none" }, os: os({ swap: undefined }) });

test("a paged host with virtualization runs all three", () => {
  expect([vm(), container(), lambda()].map((unit) => reason(unit))).toEqual([undefined, undefined, undefined]);
});

test("without an MMU neither virtual machines nor containers, nor functions in containers", () => {
  expect(reason(vm(), { host: noMmu })).toMatch(/no MMU: virtual machines/);
  expect(reason(container(), { host: noMmu })).toMatch(/no MMU: containers/);
  expect(reason(lambda(), { host: noMmu })).toMatch(/no MMU: openwhisk runs functions in containers/);
});

test("without an MMU functions in plain processes run", () => {
  expect(reason(lambda({ platform: { ...lambda().platform, sandbox: "process" } }), { host: noMmu })).toBeUndefined();
});

test("without virtualization support no virtual machines, but containers and functions", () => {
  const plain = host({ virtualization: false });
  expect(reason(vm(), { host: plain })).toMatch(/no virtualization support/);
  expect([container(), lambda()].map((unit) => reason(unit, { host: plain }))).toEqual([undefined, undefined]);
});

test("a hypervisor that does not know the processor is refused", () => {
  expect(reason(vm(), { host: host({ cpu: { ...host().cpu, isa: "armv7" } }) })).toBe("kvm does not run on armv7 processors");
});

test("what can't start at all is refused with the sum", () => {
  // 13.9 MiB + 48/64 kernel, 45 guest system
  expect(reason(vm({ memory: 48 * MiB }))).toMatch(/a guest of 48 MiB can't boot: kernel and alpine need 60 MiB/);
  expect(reason(lambda({ memory: 64 * MiB }))).toMatch(/an instance of 64 MiB is too small: nodejs and telemetry need 116 MiB/);
  // 59.9 of kernel and system, and 30 of heap: nothing of it can be dropped
  expect(reason(vm({ memory: 64 * MiB }))).toBe("a guest of 64 MiB without swap is too small: kernel, alpine and telemetry need 90 MiB");
  expect(reason(container({ memory: 20 * MiB, swap: 8 * MiB }))).toBe(
    "a container of 20 MiB with 8 MiB of swap is too small: telemetry needs 30 MiB",
  );
  // What can drop its code, or swap, runs: it pages.
  const paging = [vm({ memory: 96 * MiB }), vm({ memory: 64 * MiB, swap: 32 * MiB }), container({ memory: 16 * MiB })];
  expect(paging.map((unit) => reason(unit))).toEqual([undefined, undefined, undefined]);
  // A container swaps to its host's swap, where there is some.
  const dry = host({ os: os({ swap: undefined }) });
  expect(reason(container({ memory: 16 * MiB }), { host: dry })).toMatch(/16 MiB with 0 MiB of swap is too small/);
});

test("a guest that is larger than the host with its swap is refused, two that are together are not", () => {
  expect(reason(vm({ memory: 8 * GiB }))).toBe("a guest of 8192 MiB is larger than the host with its swap, 6144 MiB");
  expect(reason(vm({ memory: 5 * GiB }))).toBeUndefined();
});

test("a host that its own system and a platform fill is refused before the first tenant", () => {
  const small = host({ memory: { size: 512 * MiB }, os: os({ swap: undefined }) });
  // 220 MiB of system, 150 of the engine's daemons, 512 of the platform
  expect(reason(lambda(), { host: small })).toMatch(/882 MiB needed before the first tenant, it has 512 MiB/);
  expect(reason(container(), { host: small })).toBeUndefined();
});

test("swap without an MMU is refused", () => {
  const process = lambda({ platform: { ...lambda().platform, sandbox: "process" } });
  expect(reason(process, { host: { ...noMmu, os: os() } })).toMatch(/no MMU: swap needs paged memory/);
});
