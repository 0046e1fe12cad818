/** Whole simulated machines whose requests only compute: containers, virtual machines and functions as the queues they ought to be. */
import { type DistributionSpec, portable } from "../../../engine/index.ts";
import {
  mmcK,
  mmcResponse,
  pollaczekKhinchine,
  processorSharing,
  sharingClasses,
  type WeightedClass,
} from "../../../engine/testing/theory/index.ts";
import type { Quantities, ValidationCase } from "../../../engine/testing/validation.ts";
import type { DeploymentSpec } from "../../fleet/deployment.ts";
import type { UnitSpec } from "../../fleet/units.ts";
import type { HostSpec } from "../../host/spec.ts";
import type { AppSpec } from "../../workload/spec.ts";
import { compute, idealContainer, idealFunction, idealHost, idealVm, onlyDoes } from "../ideal.ts";
import { deployment, MiB } from "../specs.ts";
import { meanTimes, measuredWindow } from "./measured-window.ts";
import { fixed } from "../../serverless/policies/keep-alive/fixed.ts";

const MEAN = 10e-3; // of a CPU demand [s]
const exponential = (mean: number): DistributionSpec => ({ kind: "exponential", mean });
const hyperexponential: DistributionSpec = { kind: "hyperexponential", mean: MEAN, cv: 1.5 };

interface Setting {
  readonly name: string;
  readonly source: string;
  readonly host: HostSpec;
  readonly unit: UnitSpec;
  readonly app: AppSpec;
  readonly tenants?: number;
  /** Of a test's run [s]. */
  readonly duration: number;
  /** Compared quantities [ms], of those that `meanTimes` gives; `refused` is a share [1]. */
  readonly expected: () => Partial<ReturnType<typeof meanTimes>>;
}

const label = (key: string): string => (key === "refused" ? "refused [1]" : `${key === "response" ? "response time" : key} [ms]`);

function machineCase({ name, source, host, unit, app, tenants = 1, duration, expected }: Setting): ValidationCase {
  const spec: DeploymentSpec = deployment(unit, { host, app });
  const named = (values: Readonly<Record<string, number>>, keys: readonly string[]): Quantities =>
    Object.fromEntries(keys.map((key) => [label(key), values[key]]));
  return {
    name,
    source,
    agreement: { kind: "interval", runs: 16, precision: 0.03 },
    expected: () => named(expected() as Record<string, number>, Object.keys(expected())),
    simulate: (seed, length) => named(meanTimes(measuredWindow(spec, seed, duration * length, tenants)), Object.keys(expected())),
  };
}

const insensitive = (name: string, demand: DistributionSpec, duration: number): ValidationCase =>
  machineCase({
    name: `a container on one core, load 0.5, ${name} demand`,
    source: "M/G/1-PS: s / (1 - rho)",
    host: idealHost(1),
    unit: idealContainer(),
    app: onlyDoes(50, [compute(demand)]),
    duration,
    expected: () => ({ response: 1e3 * processorSharing(50, MEAN) }),
  });

const small: WeightedClass & { readonly memory: number } = { arrivalRate: 75, service: 3e-3, weight: 2, memory: 512 * MiB };
const large: WeightedClass & { readonly memory: number } = { arrivalRate: 25, service: 12e-3, weight: 0.5, memory: 128 * MiB };

/** Functions of two sizes on one core: an instance's weight is its memory, and every invocation has an instance of its own. */
const weighted: ValidationCase = {
  name: "functions of 512 and 128 MiB on one core: weights 4 : 1",
  source: "discriminatory processor sharing (Fayolle, Mitrani, Iasnogorodski 1980)",
  agreement: { kind: "interval", runs: 16, precision: 0.03 },
  expected() {
    const [first, second] = sharingClasses([small, large]);
    const mean = (small.arrivalRate * first + large.arrivalRate * second) / (small.arrivalRate + large.arrivalRate);
    return { "response time, both sizes [ms]": 1e3 * mean };
  },
  simulate(seed, length) {
    const parts = [small, large].map(({ arrivalRate, service, memory }, k) => ({
      app: onlyDoes(arrivalRate, [compute(exponential(service))], { name: `function ${k}` }),
      unit: idealFunction({ memory, keepAlive: fixed(1e5), maxInstances: 1000, backlog: 1000, timeout: 1000 }),
    }));
    const spec = { ...deployment(parts[0].unit, { host: idealHost(1) }), parts };
    return { "response time, both sizes [ms]": meanTimes(measuredWindow(spec, seed, 250 * length, 1)).response };
  },
};

const RATE = 0.5; // of one tenant [1/s]
const KEEP_ALIVE = 2; // [s]

const coldStarts: ValidationCase = {
  name: "keep-alive of 2 s, one invocation in 2 s",
  source: "cold with probability exp(-lambda T): no other invocation within the keep-alive",
  agreement: { kind: "interval", runs: 16, precision: 0.03 },
  expected: () => ({ "cold starts per invocation [1]": portable.exp(-RATE * KEEP_ALIVE) }),
  simulate(seed, length) {
    const spec = deployment(idealFunction({ keepAlive: fixed(KEEP_ALIVE) }), {
      host: idealHost(4),
      app: onlyDoes(RATE, [compute(exponential(1e-6))]),
    });
    const window = measuredWindow(spec, seed, 400 * length, 20);
    return { "cold starts per invocation [1]": window.starts / window.arrivals };
  },
};

export const coreCases: readonly ValidationCase[] = [
  insensitive("exponential", exponential(MEAN), 360),
  insensitive("constant", { kind: "constant", value: MEAN }, 200),
  insensitive("hyperexponential (cv 1.5)", hyperexponential, 900),
  machineCase({
    name: "eight containers on four cores, load 0.8",
    source: "M/M/4, Erlang C: a request has one core at most",
    host: idealHost(4),
    unit: idealContainer({ cpus: 4 }),
    app: onlyDoes(40, [compute(exponential(MEAN))]),
    tenants: 8,
    duration: 140,
    expected: () => ({ response: 1e3 * mmcResponse(4, 320, 1 / MEAN) }),
  }),
  machineCase({
    name: "a virtual machine with two vCPUs on four cores, load 0.6 of the two",
    source: "M/M/2, Erlang C",
    host: idealHost(4),
    unit: idealVm({ vcpus: 2 }),
    app: onlyDoes(120, [compute(exponential(MEAN))]),
    duration: 160,
    expected: () => ({ response: 1e3 * mmcResponse(2, 120, 1 / MEAN) }),
  }),
  machineCase({
    name: "a container with one thread, uniform demand, load 0.6",
    source: "M/G/1, Pollaczek-Khinchine; the wait is for the thread",
    host: idealHost(2),
    unit: idealContainer({ cpus: 1 }),
    app: onlyDoes(60, [compute({ kind: "uniform", low: 0, high: 2 * MEAN })], { threads: 1, backlog: 1e6 }),
    duration: 600,
    expected: () => ({ queueing: 1e3 * (pollaczekKhinchine(60, MEAN, 1 / 3) - MEAN), cores: 1e3 * MEAN }),
  }),
  machineCase({
    name: "a container with four threads on four cores, backlog 4, load 1.1",
    source: "M/M/4/8, birth and death process",
    host: idealHost(4),
    unit: idealContainer({ cpus: 4 }),
    app: onlyDoes(440, [compute(exponential(MEAN))], { threads: 4, backlog: 4 }),
    duration: 60,
    expected() {
      const { loss, response } = mmcK(4, 8, 440, 1 / MEAN);
      return { refused: loss, response: 1e3 * response };
    },
  }),
  machineCase({
    name: "a function of at most five instances, backlog 1, load 0.9",
    source: "M/M/5/6, birth and death process",
    host: idealHost(5),
    unit: idealFunction({ maxInstances: 5, backlog: 1, keepAlive: fixed(1e5), timeout: 1000 }),
    app: onlyDoes(450, [compute(exponential(MEAN))]),
    duration: 60,
    expected() {
      const { loss, response } = mmcK(5, 6, 450, 1 / MEAN);
      return { refused: loss, response: 1e3 * response };
    },
  }),
  weighted,
  coldStarts,
];
