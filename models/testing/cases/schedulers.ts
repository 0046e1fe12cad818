/** CPU schedulers of both fidelities as the queues they ought to be: where theory knows the mean, both must meet it. */
import type { DistributionSpec, Simulation } from "../../../engine/index.ts";
import { constant, exponential, hyperexponential, type OpenSystem, runOpenSystem } from "../../../engine/testing/cases/open-system.ts";
import { mmcResponse, processorSharing, sharingClasses, type WeightedClass } from "../../../engine/testing/theory/index.ts";
import type { Quantities, ValidationCase } from "../../../engine/testing/validation.ts";
import { createScheduler } from "../../os/cpu/create.ts";
import { bandwidthOf, type TaskGroupOptions } from "../../os/cpu/scheduler.ts";
import { FLUID, SLICES, type SchedulerSpec } from "../../os/cpu/spec.ts";
import { host } from "../specs.ts";

const MEAN = 10e-3; // of a demand [s]

/** Slices so short that turns are next to shares. They take many times the events, so that fewer customers have to do. */
const fidelities = (slice: number) =>
  [
    { fidelity: "fluid", spec: FLUID, share: 1, precision: 0.05 },
    { fidelity: `slices of ${slice * 1e3} ms`, spec: { ...SLICES, baseSlice: slice }, share: 0.3, precision: 0.1 },
  ] as const;

/** Tasks of class k go to the groups of class k in turn; without switch costs. */
function scheduler(spec: SchedulerSpec, cores: number, classes: readonly (readonly TaskGroupOptions[])[]): OpenSystem["station"] {
  return (simulation) => {
    const station = create(simulation, spec, cores);
    const groups = classes.map((options) => options.map((option) => station.addGroup(option)));
    const next = classes.map(() => 0);
    return (service, done, arg, ofClass) => {
      next[ofClass] = (next[ofClass] + 1) % groups[ofClass].length;
      station.submit(groups[ofClass][next[ofClass]], service, done, arg);
      return true;
    };
  };
}

/** Every task has a group of its own, of its class's weight. */
function groupEach(spec: SchedulerSpec, weights: readonly number[]): OpenSystem["station"] {
  return (simulation) => {
    const station = create(simulation, spec, 1);
    const free = weights.map((): number[] => []);
    const owner: { group: number; ofClass: number; done: number }[] = [];
    const ended = simulation.on("task ended", (arg) => {
      const { group, ofClass, done } = owner[arg];
      free[ofClass].push(group);
      simulation.call(done, arg);
    });
    return (service, done, arg, ofClass) => {
      const group = free[ofClass].pop() ?? station.addGroup({ weight: weights[ofClass] });
      owner[arg] = { group, ofClass, done };
      station.submit(group, service, ended, arg);
      return true;
    };
  };
}

const create = (simulation: Simulation, spec: SchedulerSpec, cores: number) =>
  createScheduler(simulation, "cores", { ...host().cpu, cores, contextSwitch: 0, cachePerCore: 0 }, spec);

interface Setting {
  readonly name: string;
  readonly source: string;
  readonly station: (spec: SchedulerSpec) => OpenSystem["station"];
  /** Arrivals of each class [1/s], and demands. */
  readonly classes: readonly { readonly rate: number; readonly demand: DistributionSpec }[];
  readonly customers: number;
  /** Base slice [s]; 0.5 ms if left out. */
  readonly slice?: number;
  /** How far the theory itself may be off, as slices and periods are not infinitely short; 0 if left out. */
  readonly approximation?: Readonly<Record<SchedulerSpec["kind"], number>>;
  /** Mean response times by class [s]. */
  readonly expected: () => readonly number[];
}

function casesOf({ name, source, station, classes, customers, slice = 0.5e-3, approximation, expected }: Setting): ValidationCase[] {
  const named = (responses: readonly number[]): Quantities =>
    Object.fromEntries(responses.map((each, k) => [`response time${responses.length > 1 ? `, class ${k + 1}` : ""} [ms]`, 1e3 * each]));
  return fidelities(slice).map(({ fidelity, spec, share, precision }) => ({
    name: `${fidelity}: ${name}`,
    source,
    agreement: { kind: "interval", runs: 16, precision, approximation: approximation?.[spec.kind] ?? 0 },
    expected: () => named(expected()),
    simulate: (seed, length) => {
      const system = {
        station: station(spec),
        classes: classes.map(({ rate, demand }) => ({ interarrival: exponential(1 / rate), service: demand })),
        customers: Math.round(customers * share * length),
      };
      return named(runOpenSystem(system, seed).map(({ response }) => response));
    },
  }));
}

const insensitive = (name: string, demand: DistributionSpec, customers: number): Setting => ({
  name: `one core, load 0.5, ${name} demand`,
  source: "M/G/1-PS: s / (1 - rho)",
  station: (spec) => scheduler(spec, 1, [[{ weight: 1 }]]),
  classes: [{ rate: 50, demand }],
  customers,
  expected: () => [processorSharing(50, MEAN)],
});

const light: WeightedClass = { arrivalRate: 30, service: 10e-3, weight: 4 };
const heavy: WeightedClass = { arrivalRate: 20, service: 15e-3, weight: 1 };

export const schedulerCases: readonly ValidationCase[] = [
  insensitive("exponential", exponential(MEAN), 10_000),
  insensitive("constant", constant(MEAN), 4000),
  insensitive("hyperexponential (cv 2)", hyperexponential(MEAN, 2), 16_000),
  {
    name: "four cores, eight groups, load 0.7",
    source: "M/M/4, Erlang C: a task has one core at most",
    station: (spec: SchedulerSpec) => scheduler(spec, 4, [new Array(8).fill({ weight: 1 })]),
    classes: [{ rate: 280, demand: exponential(MEAN) }],
    customers: 12_000,
    expected: () => [mmcResponse(4, 280, 1 / MEAN)],
  },
  {
    name: "a virtual machine with two vCPUs on three cores, load 0.6 of the two",
    source: "M/M/2, Erlang C",
    station: (spec: SchedulerSpec) => scheduler(spec, 3, [[{ weight: 1, vcpus: 2 }]]),
    classes: [{ rate: 120, demand: exponential(MEAN) }],
    customers: 9000,
    expected: () => [mmcResponse(2, 120, 1 / MEAN)],
  },
  {
    name: "a quota of half of every ms, load 0.3 of it",
    source: "M/M/1-PS with half the rate, as the period is short against the demand",
    station: (spec: SchedulerSpec) => scheduler(spec, 1, [[{ weight: 1, bandwidth: bandwidthOf(0.5, 1e-3) }]]),
    classes: [{ rate: 15, demand: exponential(MEAN) }],
    customers: 2500,
    // The last period of a task ends with its work: on average a quarter of a millisecond of 20 is not waited for, more with queueing.
    approximation: { fluid: 0.02, slices: 0.02 },
    expected: () => [processorSharing(15, 2 * MEAN)],
  },
  {
    name: "one core, every task a group, weights 4 : 1, load 0.6",
    source: "discriminatory processor sharing (Fayolle, Mitrani, Iasnogorodski 1980)",
    station: (spec: SchedulerSpec) => groupEach(spec, [light.weight, heavy.weight]),
    classes: [light, heavy].map(({ arrivalRate, service }) => ({ rate: arrivalRate, demand: exponential(service) })),
    customers: 16_000,
    slice: 0.2e-3,
    // Credit for sleepers is four slices of 18 ms, whatever the weight.
    approximation: { fluid: 0, slices: 0.04 },
    expected: () => sharingClasses([light, heavy]),
  },
].flatMap(casesOf);
