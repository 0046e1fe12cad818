/** Customers of one or more classes who come to a station as Poisson or other streams, are served and go. */
import {
  type DistributionSpec,
  HORIZON,
  type HandlerId,
  type MultiServerQueueOptions,
  MultiServerQueue,
  nanoseconds,
  type SharedProcessorOptions,
  SharedProcessor,
  Simulation,
  sampler,
} from "../../index.ts";

/** How a customer of a class is handed to the station; false: it was lost. */
export type Submit = (service: number, done: HandlerId, arg: number, ofClass: number) => boolean;

export interface OpenSystem {
  /** Builds the station in a new simulation. */
  readonly station: (simulation: Simulation) => Submit;
  /** By class: times between arrivals, and of service [s]. */
  readonly classes: readonly { readonly interarrival: DistributionSpec; readonly service: DistributionSpec }[];
  /** Customers of all classes together; the first fifth, while the station fills, is left out. */
  readonly customers: number;
}

export interface ClassResult {
  /** Mean response time [s]. */
  readonly response: number;
  /** Share of those who came that was lost. */
  readonly loss: number;
}

/** One run, audited: what each class met with. */
export function runOpenSystem({ station, classes, customers }: OpenSystem, seed: string): ClassResult[] {
  const simulation = new Simulation({ seed });
  const submit = station(simulation);
  const sources = classes.map(({ interarrival, service }, k) => ({
    gap: sampler(interarrival, simulation.stream(`class ${k} / arrivals`)),
    service: sampler(service, simulation.stream(`class ${k} / services`)),
  }));
  const warmUp = Math.floor(customers / 5);
  const arrivedAt = new Float64Array(customers);
  const classOf = new Uint8Array(customers);
  const came = classes.map(() => 0);
  const lost = classes.map(() => 0);
  const served = classes.map(() => 0);
  const total = classes.map(() => 0);
  let next = 0;
  const done = simulation.on("done", (customer) => {
    if (customer < warmUp) return;
    served[classOf[customer]]++;
    total[classOf[customer]] += simulation.now - arrivedAt[customer];
  });
  const arrive = simulation.on("arrival", (k) => {
    if (next === customers) return;
    const customer = next++;
    arrivedAt[customer] = simulation.now;
    classOf[customer] = k;
    if (customer >= warmUp) came[k]++;
    if (!submit(nanoseconds(sources[k].service()), done, customer, k) && customer >= warmUp) lost[k]++;
    simulation.after(nanoseconds(sources[k].gap()), arrive, k);
  });
  sources.forEach(({ gap }, k) => simulation.after(nanoseconds(gap()), arrive, k));
  simulation.run(HORIZON);
  simulation.audit();
  return classes.map((_, k) => ({ response: total[k] / served[k] / 1e9, loss: lost[k] / came[k] }));
}

/** c servers with one queue; a class's number is its priority. */
export function queue(options: Omit<MultiServerQueueOptions, "name">): OpenSystem["station"] {
  return (simulation) => {
    const station = new MultiServerQueue(simulation, { name: "queue", ...options });
    return (service, done, arg, ofClass) => station.submit(service, done, arg, ofClass);
  };
}

/** Cores shared by all present, in proportion to the weights of their classes. */
export function processor(capacity: SharedProcessorOptions["capacity"], weights: readonly number[] = [1]): OpenSystem["station"] {
  return (simulation) => {
    const station = new SharedProcessor(simulation, { name: "processor", capacity });
    const group = station.addGroup({ weight: 1, cap: Infinity });
    return (service, done, arg, ofClass) => {
      station.submit(group, service, done, arg, weights[ofClass]);
      return true;
    };
  };
}

export const exponential = (mean: number): DistributionSpec => ({ kind: "exponential", mean });
export const constant = (value: number): DistributionSpec => ({ kind: "constant", value });
export const hyperexponential = (mean: number, cv: number): DistributionSpec => ({ kind: "hyperexponential", mean, cv });
