/** Networks of stations with exponential demands: closed with thinking users, in line, and with feedback. Measured by the stations' own counters. */
import { Delay, MultiServerQueue, nanoseconds, type HandlerId, SharedProcessor, Simulation, type Station } from "../../index.ts";
import { jackson, meanValueAnalysis, type NetworkStation } from "../theory/index.ts";
import type { Quantities, ValidationCase } from "../validation.ts";

/** Time averages between two instants [s]. */
function averages(simulation: Simulation, stations: readonly Station[], warmUp: number, duration: number) {
  simulation.run(nanoseconds(warmUp));
  const before = stations.map((station) => station.counters());
  simulation.run(nanoseconds(warmUp + duration));
  simulation.audit();
  return stations.map((station, k) => {
    const after = station.counters();
    return {
      present: (after.numberIntegral - before[k].numberIntegral) / 1e9 / duration,
      throughput: (after.departures - before[k].departures) / duration,
    };
  });
}

const USERS = 20;
const THINK = 5; // [s]
const DEMANDS = [0.25, 0.2, 0.1]; // processor, two disks [s]

/** 20 users; the first station is a queue or a shared processor, which makes no difference to the means. */
const interactive = (first: "queue" | "shared processor"): ValidationCase => ({
  name: `closed system of ${USERS} users: ${first} and two disks`,
  source: "exact mean value analysis (Reiser and Lavenberg, J. ACM 27(2), 1980)",
  agreement: { kind: "interval", runs: 20, precision: 0.02 },
  expected() {
    const { throughput, response } = meanValueAnalysis(USERS, THINK, DEMANDS);
    return { "throughput [1/s]": throughput, "response time [s]": response };
  },
  simulate(seed, length) {
    const simulation = new Simulation({ seed });
    const think = new Delay(simulation, { name: "think" });
    const processor = new SharedProcessor(simulation, { name: "processor", capacity: 1 });
    const group = processor.addGroup({ weight: 1, cap: 1 });
    const queues = DEMANDS.map((_, k) => new MultiServerQueue(simulation, { name: `station ${k}`, servers: 1 }));
    const streams = [THINK, ...DEMANDS].map((mean, k) => ({ mean, stream: simulation.stream(`station ${k - 1}`) }));
    const draw = (k: number): number => nanoseconds(streams[k].stream.exponential(streams[k].mean));
    // After station k - 1 comes station k; after the last one the user thinks again.
    const enter: HandlerId[] = DEMANDS.map((_, k) =>
      simulation.on(`to station ${k}`, (user) => {
        const next = enter[k + 1] ?? startThinking;
        if (k === 0 && first === "shared processor") processor.submit(group, draw(1), next, user);
        else queues[k].submit(draw(k + 1), next, user);
      }),
    );
    const startThinking = simulation.on("think", (user) => void think.submit(draw(0), enter[0], user));
    for (let user = 0; user < USERS; user++) simulation.at(0, startThinking, user);
    const [thinking] = averages(simulation, [think], 200, 4500 * length);
    return { "throughput [1/s]": thinking.throughput, "response time [s]": (USERS - thinking.present) / thinking.throughput };
  },
});

/** Customers present at each station of an open network, and time from entry to exit. */
const open = (name: string, names: readonly string[], network: readonly NetworkStation[], duration: number): ValidationCase => {
  const quantities = (present: readonly number[], response: number): Quantities => ({
    ...Object.fromEntries(names.map((station, k) => [`present at ${station} [1]`, present[k]])),
    "time in system [s]": response,
  });
  return {
    name,
    source: "Jackson, Operations Research 5(4), 1957",
    agreement: { kind: "interval", runs: 20, precision: 0.03 },
    expected() {
      const { present, response } = jackson(network);
      return quantities(present, response);
    },
    simulate(seed, length) {
      const simulation = new Simulation({ seed });
      const routing = simulation.stream("routing");
      const services = network.map((_, k) => simulation.stream(`service ${k}`));
      const stations = network.map(({ servers }, k) => new MultiServerQueue(simulation, { name: names[k], servers }));
      const enter = network.map(({ service }, k) =>
        simulation.on(`to ${names[k]}`, () => stations[k].submit(nanoseconds(services[k].exponential(service)), leave[k], 0)),
      );
      const leave: HandlerId[] = network.map(({ next }, k) =>
        simulation.on(`from ${names[k]}`, () => {
          let u = routing.next();
          const to = next.findIndex((probability) => (u -= probability) < 0);
          if (to >= 0) simulation.call(enter[to], 0);
        }),
      );
      network.forEach(({ outside }, k) => {
        if (outside === 0) return;
        const gaps = simulation.stream(`arrivals ${k}`);
        const arrive = simulation.on(`arrival at ${names[k]}`, () => {
          simulation.call(enter[k], 0);
          simulation.after(nanoseconds(gaps.exponential(1 / outside)), arrive);
        });
        simulation.after(nanoseconds(gaps.exponential(1 / outside)), arrive);
      });
      const present = averages(simulation, stations, 0.1 * duration, duration * length).map((station) => station.present);
      const entering = network.reduce((sum, { outside }) => sum + outside, 0);
      return quantities(
        present,
        present.reduce((sum, n) => sum + n, 0) / entering, // Little's law
      );
    },
  };
};

export const networkCases: readonly ValidationCase[] = [
  interactive("queue"),
  interactive("shared processor"),
  open(
    "tandem of M/M/1 and M/M/2",
    ["first", "second"],
    [
      { servers: 1, service: 0.07, outside: 10, next: [0, 1] },
      { servers: 2, service: 0.12, outside: 0, next: [0, 0] },
    ],
    6000,
  ),
  open(
    "Jackson network with feedback",
    ["web server", "application", "database"],
    [
      { servers: 1, service: 0.05, outside: 10, next: [0, 0.5, 0] },
      { servers: 2, service: 0.13, outside: 2, next: [0.2, 0, 0.3] },
      { servers: 1, service: 0.15, outside: 0, next: [0, 0.8, 0] },
    ],
    6000,
  ),
];
