/** Several hosts in one run: each as if it were alone, all under one audit. */
import { expect, test } from "vitest";
import { meanInterval } from "../../engine/index.ts";
import type { DeploymentSpec } from "../fleet/deployment.ts";
import type { HostSpec } from "../host/spec.ts";
import { compute, idealContainer, idealFunction, idealHost, idealVm, onlyDoes } from "../testing/ideal.ts";
import { deployment, run } from "../testing/specs.ts";
import type { UnitSpec } from "../fleet/units.ts";
import { RUNNING } from "../vocabulary.ts";
import { simulate } from "./simulate.ts";
import { windowFrom } from "./window.ts";

const named = (name: string, spec: HostSpec): HostSpec => ({ ...spec, name });
const service = 20e-3;
const rate = 5;
const busy = onlyDoes(rate, [compute({ kind: "exponential", mean: service })], { threads: 1000 });
const on = (unit: UnitSpec, ...hosts: readonly HostSpec[]): DeploymentSpec => ({ ...deployment(unit, { app: busy }), hosts });

test("tenants go to hosts in turn: as many requests as theirs, and all of them in the totals", () => {
  const three = ["a", "b", "c"].map((name) => named(name, idealHost(1)));
  const record = simulate(run(on(idealContainer(), ...three), { tenants: 7, duration: 100 }));
  expect(record.hosts.map(({ name }) => name)).toEqual(["a", "b", "c"]);
  const instances = record.hosts.map(({ slices }) => slices.map((slice) => slice.instances));
  expect(instances).toEqual([3, 2, 2].map((tenants) => Array.from({ length: 20 }, () => tenants)));
  // Every request keeps one core busy for its demand, so that utilizations of hosts are to each other as their tenants.
  const window = windowFrom(record, 0);
  expect(window.completed + window.failures.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(window.arrivals);
  const busyTime = record.hosts.map(({ slices }) => slices.reduce((sum, slice) => sum + slice.busy[0], 0));
  for (const [index, tenants] of [3, 2, 2].entries()) {
    const expected = tenants * rate * service * 100e9;
    // Requests are Poisson and their work exponential: a standard deviation of sqrt(2 / n) of the sum; four of them.
    expect(Math.abs(busyTime[index] / expected - 1)).toBeLessThan(4 * Math.sqrt(2 / (tenants * rate * 100)));
  }
});

test.each([idealVm(), idealContainer(), idealFunction({ maxInstances: 1, concurrency: 1000 })])(
  "$kind: a host does not notice what its neighbour is",
  (unit) => {
    const first = named("a", idealHost(2));
    const recordBeside = (other: HostSpec) => simulate(run(on(unit, first, other), { tenants: 6, duration: 40 }));
    const small = recordBeside(named("b", idealHost(1, { cpu: { ...idealHost(1).cpu, speed: 150 } })));
    const large = recordBeside(named("b", idealHost(16)));
    expect(small.hosts[0]).toEqual(large.hosts[0]);
    expect(small.hosts[1]).not.toEqual(large.hosts[1]);
    expect(small.audit.checks).toBe(large.audit.checks);
  },
);

test("two hosts with one core each are two M/M/1-PS, not one M/M/2", () => {
  const tenants = 14; // 7 a host: 35 requests a second of 20 ms, a load of 0.7
  const load = 7 * rate * service;
  const spec = on(idealContainer(), named("a", idealHost(1)), named("b", idealHost(1)));
  const means = Array.from(
    { length: 12 },
    (_, replication) => windowFrom(simulate(run(spec, { tenants, duration: 300, replication })), 2).latencyMean,
  );
  const { low, high } = meanInterval(means, 0.999);
  const expected = service / (1 - load);
  expect(low).toBeLessThan(expected);
  expect(high).toBeGreaterThan(expected);
  // M/M/2 at the same load: s / (1 - rho^2).
  expect(high - low).toBeLessThan(expected - service / (1 - load * load));
});

test.each([idealVm(), idealContainer(), idealFunction()])(
  "$kind: a core that is three times as fast does the work in a third of the time",
  (unit) => {
    const { cpu } = idealHost(1);
    const fast = idealHost(1, { cpu: { ...cpu, speed: 3 * cpu.speed } });
    const app = onlyDoes(1, [compute({ kind: "constant", value: 30e-3 })]);
    const window = windowFrom(simulate(run({ ...deployment(unit, { app }), hosts: [fast] }, { tenants: 1, duration: 20 })), 0);
    expect(window.completed).toBeGreaterThan(0);
    // Beside it there is only the copy of the message, at the host's own rate; the answer of one byte rounds to nothing.
    expect(window.profile.meanOfSlowest(1)[RUNNING]).toBe(10e6 + Math.round((1e9 * app.message) / cpu.copyBandwidth));
  },
);
