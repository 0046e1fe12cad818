// The stations against the formulae of queueing theory. Every estimate is a mean over independent replications, and the formula must
// lie in its 99.9 % confidence interval, which in turn must be narrow enough to mean something.
import { describe, expect, test } from "vitest";
import { Simulation } from "../kernel/simulation.ts";
import { HORIZON, nanoseconds } from "../kernel/time.ts";
import { type DistributionSpec, meanOf, sampler } from "../random/distributions.ts";
import { meanInterval } from "../statistics/interval.ts";
import { type Discipline, MultiServerQueue } from "./multi-server-queue.ts";
import { SharedProcessor } from "./shared-processor.ts";

type Submit = (service: number, done: number, arg: number) => void;
/** Makes the station under test in a new simulation; returns how to submit to it. */
type MakeStation = (simulation: Simulation) => Submit;

interface OpenQueue {
  readonly station: MakeStation;
  readonly interarrival: DistributionSpec;
  readonly service: DistributionSpec;
  readonly customers?: number;
}

/** Mean response time of one run, the first fifth of the customers left out. */
function meanResponse({ station, interarrival, service, customers = 40_000 }: OpenQueue, seed: number): number {
  const simulation = new Simulation({ seed });
  const nextGap = sampler(interarrival, simulation.stream("arrivals"));
  const nextService = sampler(service, simulation.stream("services"));
  const submit = station(simulation);
  const arrivals = new Float64Array(customers);
  const warmUp = customers / 5;
  let came = 0;
  let total = 0;
  const done = simulation.on("done", (customer) => {
    if (customer >= warmUp) total += simulation.now - arrivals[customer];
  });
  const arrive = simulation.on("arrival", () => {
    arrivals[came] = simulation.now;
    submit(nanoseconds(nextService()), done, came++);
    if (came < customers) simulation.after(nanoseconds(nextGap()), arrive);
  });
  simulation.after(nanoseconds(nextGap()), arrive);
  simulation.run(HORIZON);
  simulation.audit();
  return total / 1e9 / (customers - warmUp);
}

function expectMeanResponse(queue: OpenQueue, theory: number, replications = 12): void {
  const means = Array.from({ length: replications }, (_, seed) => meanResponse(queue, seed + 1));
  const { low, high, mean, halfWidth } = meanInterval(means, 0.999);
  expect(theory, `theory ${theory}, measured ${mean} ± ${halfWidth}`).toBeGreaterThan(low);
  expect(theory, `theory ${theory}, measured ${mean} ± ${halfWidth}`).toBeLessThan(high);
  expect(halfWidth / theory).toBeLessThan(0.08);
}

const queue = (servers: number, discipline: Discipline = "fifo"): MakeStation => {
  return (simulation) => {
    const station = new MultiServerQueue(simulation, { name: "queue", servers, discipline });
    return (service, done, arg) => station.submit(service, done, arg);
  };
};
const processor = (cores: number): MakeStation => {
  return (simulation) => {
    const station = new SharedProcessor(simulation, { name: "processor", capacity: cores });
    const group = station.addGroup({ weight: 1, cap: Infinity });
    return (service, done, arg) => station.submit(group, service, done, arg);
  };
};

/** Probability that all of c servers are busy in M/M/c (Erlang C) at offered load a = lambda / mu. */
function erlangC(c: number, a: number): number {
  let blocking = 1; // Erlang B by its recursion
  for (let k = 1; k <= c; k++) blocking = (a * blocking) / (k + a * blocking);
  return blocking / (1 - (a / c) * (1 - blocking));
}
/** Mean response time of M/M/c. */
const mmc = (c: number, lambda: number, mu: number): number => 1 / mu + erlangC(c, lambda / mu) / (c * mu - lambda);
/** Mean response time of M/G/1 (Pollaczek-Khinchine), mean service time s and squared coefficient of variation cv2. */
const mg1 = (lambda: number, s: number, cv2: number): number => s + (lambda * s * s * (1 + cv2)) / (2 * (1 - lambda * s));

const exponential = (mean: number): DistributionSpec => ({ kind: "exponential", mean });
const ms = 1e-3;

describe("MultiServerQueue", () => {
  test.each([0.5, 0.8])("M/M/1 at rho %d: response time 1 / (mu - lambda)", (rho) => {
    const service = exponential(ms);
    expectMeanResponse({ station: queue(1), interarrival: exponential(ms / rho), service }, 1 / (1000 - 1000 * rho));
  });

  test.each([2, 5, 30])("M/M/%d at rho 0.8: Erlang C", (servers) => {
    const interarrival = exponential(ms / (0.8 * servers));
    expectMeanResponse({ station: queue(servers), interarrival, service: exponential(ms) }, mmc(servers, 800 * servers, 1000));
  });

  test.each([
    ["M/D/1", { kind: "constant", value: ms }, 0],
    ["M/E3/1", { kind: "erlang", mean: ms, stages: 3 }, 1 / 3],
    ["M/H2/1", { kind: "hyperexponential", mean: ms, cv: 2 }, 4],
    ["M/G/1, lognormal", { kind: "lognormal", mean: ms, cv: 1.5 }, 2.25],
  ] as [string, DistributionSpec, number][])("%s at rho 0.6: Pollaczek-Khinchine", (_, service, cv2) => {
    expectMeanResponse({ station: queue(1), interarrival: exponential(ms / 0.6), service }, mg1(600, ms, cv2));
  });

  test("last come, first served: mean response time as first come, first served", () => {
    expectMeanResponse({ station: queue(1, "lifo"), interarrival: exponential(ms / 0.6), service: exponential(ms) }, 1 / 400);
  });
});

describe("SharedProcessor", () => {
  test.each([
    { kind: "exponential", mean: ms },
    { kind: "constant", value: ms },
    { kind: "hyperexponential", mean: ms, cv: 2 },
    { kind: "uniform", low: 0, high: 2 * ms },
  ] as DistributionSpec[])("M/G/1-PS at rho 0.7 is insensitive: s / (1 - rho) for service %o", (service) => {
    const s = meanOf(service);
    expectMeanResponse({ station: processor(1), interarrival: exponential(ms / 0.7), service }, s / 0.3);
  });

  test("M/M/4-PS at rho 0.8: mean as M/M/4, as the number present has the same rates", () => {
    expectMeanResponse({ station: processor(4), interarrival: exponential(ms / 3.2), service: exponential(ms) }, mmc(4, 3200, 1000));
  });
});
