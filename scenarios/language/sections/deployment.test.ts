import { expect, test } from "vitest";
import { load, loadSpec, onlyError, type Refusal } from "../testing/scenario.ts";

test("has a label for people", async () => {
  const { deployments } = await load({
    deployments:
      "{ v: { vm: { memory: 256 MiB } }, c: { container: { cpus: 0.5 } }, f: { function: { runtime: go, memory: 128 MiB } }, m: { apps: { telemetry: { vm: { memory: 1 GiB, vcpus: 2 } } } } }",
  });
  expect(deployments.map(({ label }) => label)).toEqual([
    "KVM, Alpine guest, 1 vCPU, 256 MiB",
    "Docker, AppArmor, 0.5 cores, no memory limit",
    "OpenWhisk, Go, 128 MiB, keep-alive 10 min",
    "telemetry: KVM, Alpine guest, 2 vCPUs, 1 GiB",
  ]);
});

test("mixes units by application, on one of several hosts", async () => {
  const spec = await loadSpec({
    apps: "{ a: &a { arrivals: { poisson: 5/s }, request: [{ reply: 1 B }], memory: { code: 1 MiB, heap: 1 MiB, workingSet: 1 MiB } }, b: *a }",
    hosts: "{ one: { preset: raspberry-pi-5 }, two: { preset: small-x86-server } }",
    deployments: "{ m: { host: two, apps: { b: { vm: { memory: 128 MiB } }, a: { container: {} } }, restarts: { every: 6 h } } }",
  });
  expect(spec.hosts[0]?.name).toBe("two");
  expect(spec.restartEvery).toBe(6 * 3600);
  expect(spec.parts.map(({ app, unit }) => [app.name, unit.kind])).toEqual([
    ["a", "container"],
    ["b", "vm"],
  ]);
});

test.each<Refusal>([
  [
    "an unknown host",
    { deployments: "{ c: { host: gatway, container: {} } }" },
    { message: 'unknown host "gatway"', fix: 'did you mean "gateway"?' },
  ],
  [
    "no choice among hosts",
    { hosts: "{ a: { preset: raspberry-pi-4 }, b: { preset: raspberry-pi-5 } }" },
    { message: "there are several hosts", fix: 'add "host: a"' },
  ],
  [
    "a unit for an unknown application",
    { deployments: "{ m: { apps: { telemetry: { container: {} }, telemetri: { container: {} } } } }" },
    { message: 'unknown application "telemetri"', fix: 'did you mean "telemetry"?' },
  ],
])("%s is refused", async (_, sections, error) => expect(await onlyError(sections)).toMatchObject(error));
