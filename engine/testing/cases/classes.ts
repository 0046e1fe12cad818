/** Several classes of customers at one station: priorities and weighted sharing; and processor sharing, which is blind to the distribution. */
import { type DistributionSpec, meanOf } from "../../index.ts";
import {
  type CustomerClass,
  mmcResponse,
  nonPreemptivePriorities,
  preemptiveResumePriorities,
  processorSharing,
  sharingClasses,
  type WeightedClass,
} from "../theory/index.ts";
import type { Quantities, ValidationCase } from "../validation.ts";
import { constant, exponential, hyperexponential, type OpenSystem, processor, queue, runOpenSystem } from "./open-system.ts";

const MS = 1e-3;

const byClass = (responses: readonly number[]): Quantities =>
  Object.fromEntries(responses.map((response, k) => [`response time of class ${k + 1} [ms]`, response / MS]));

interface Classes extends Omit<OpenSystem, "customers"> {
  readonly name: string;
  readonly source: string;
  readonly customers: number;
  readonly expected: () => readonly number[];
}

const responsesByClass = ({ name, source, expected, customers, ...system }: Classes): ValidationCase => ({
  name,
  source,
  agreement: { kind: "interval", runs: 20, precision: 0.03 },
  expected: () => byClass(expected()),
  simulate: (seed, length) => byClass(runOpenSystem({ ...system, customers: customers * length }, seed).map(({ response }) => response)),
});

/** A service distribution with the squared coefficient of variation that the class asks for: 0, 1, or above 1. */
const distribution = ({ service, cv2 = 1 }: CustomerClass): DistributionSpec => {
  if (cv2 === 0) return constant(service);
  return cv2 === 1 ? exponential(service) : hyperexponential(service, Math.sqrt(cv2));
};
const streams = (classes: readonly CustomerClass[]): OpenSystem["classes"] =>
  classes.map((each) => ({ interarrival: exponential(1 / each.arrivalRate), service: distribution(each) }));

const urgentFirst: readonly CustomerClass[] = [
  { arrivalRate: 300, service: 0.5 * MS, cv2: 0 },
  { arrivalRate: 200, service: 1 * MS },
  { arrivalRate: 100, service: 2 * MS, cv2: 2.25 },
];
const threeWeights: readonly WeightedClass[] = [
  { arrivalRate: 500, service: 0.4 * MS, weight: 4 },
  { arrivalRate: 200, service: 1 * MS, weight: 2 },
  { arrivalRate: 100, service: 2 * MS, weight: 1 },
];
const twoWeights: readonly WeightedClass[] = [
  { arrivalRate: 300, service: 1 * MS, weight: 1 },
  { arrivalRate: 300, service: 1 * MS, weight: 5 },
];
const fayolle = "Fayolle, Mitrani, Iasnogorodski, J. ACM 27(3), 1980";

const sharing = (name: string, classes: readonly WeightedClass[], customers: number): ValidationCase =>
  responsesByClass({
    name,
    source: fayolle,
    station: processor(
      1,
      classes.map(({ weight }) => weight),
    ),
    classes: streams(classes.map(({ arrivalRate, service }) => ({ arrivalRate, service }))),
    customers,
    expected: () => sharingClasses(classes),
  });

const insensitive = (service: DistributionSpec, named: string, customers: number): ValidationCase => ({
  name: `M/G/1-PS, load 0.6, ${named} service`,
  source: "s / (1 - rho), for any distribution (Sakata, Noguchi, Oizumi 1969)",
  agreement: { kind: "interval", runs: 20, precision: 0.03 },
  expected: () => ({ "response time [ms]": processorSharing(0.6 / MS, meanOf(service)) / MS }),
  simulate(seed, length) {
    const classes = [{ interarrival: exponential(MS / 0.6), service }];
    const [{ response }] = runOpenSystem({ station: processor(1), classes, customers: customers * length }, seed);
    return { "response time [ms]": response / MS };
  },
});

export const classCases: readonly ValidationCase[] = [
  insensitive(exponential(MS), "exponential", 30_000),
  insensitive(constant(MS), "constant", 25_000),
  insensitive(hyperexponential(MS, 2), "hyperexponential (cv 2)", 50_000),
  insensitive({ kind: "uniform", low: 0, high: 2 * MS }, "uniform", 30_000),
  {
    name: "M/M/4-PS, load 0.8",
    source: "as M/M/4, Erlang C: the number present has the same rates",
    agreement: { kind: "interval", runs: 20, precision: 0.03 },
    expected: () => ({ "response time [ms]": mmcResponse(4, 3.2 / MS, 1 / MS) / MS }),
    simulate(seed, length) {
      const classes = [{ interarrival: exponential(MS / 3.2), service: exponential(MS) }];
      const [{ response }] = runOpenSystem({ station: processor(4), classes, customers: 40_000 * length }, seed);
      return { "response time [ms]": response / MS };
    },
  },
  sharing("discriminatory processor sharing, weights 1 : 5", twoWeights, 30_000),
  sharing("discriminatory processor sharing, weights 4 : 2 : 1", threeWeights, 60_000),
  responsesByClass({
    name: "M/G/1, three non-preemptive priorities",
    source: "Cobham, Operations Research 2(1), 1954",
    station: queue({ servers: 1, discipline: "priority" }),
    classes: streams(urgentFirst),
    customers: 100_000,
    expected: () => nonPreemptivePriorities(urgentFirst),
  }),
  responsesByClass({
    name: "M/G/1, three preemptive-resume priorities",
    source: "Conway, Maxwell, Miller 1967, 8-6",
    station: queue({ servers: 1, discipline: "preemptive-resume" }),
    classes: streams(urgentFirst),
    customers: 80_000,
    expected: () => preemptiveResumePriorities(urgentFirst),
  }),
];
