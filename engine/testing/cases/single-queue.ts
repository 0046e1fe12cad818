/** One class of customers at one queue: M/M/1, M/M/c, M/G/1, M/D/c, M/M/c/K, M/G/c/c. */
import type { DistributionSpec } from "../../index.ts";
import { erlangB, mdcResponse, mmcK, mmcResponse, pollaczekKhinchine } from "../theory/index.ts";
import type { ValidationCase } from "../validation.ts";
import { constant, exponential, hyperexponential, type OpenSystem, queue, runOpenSystem } from "./open-system.ts";

const MS = 1e-3; // mean service time [s]

interface Setting {
  readonly name: string;
  readonly source: string;
  /** Arrivals in a mean service time. */
  readonly offered: number;
  readonly station: OpenSystem["station"];
  readonly service?: DistributionSpec;
  readonly customers: number;
}

/** Mean response time of a queue without losses. */
const response = (setting: Setting, expected: number): ValidationCase => ({
  name: setting.name,
  source: setting.source,
  agreement: { kind: "interval", runs: 20, precision: 0.03 },
  expected: () => ({ "response time [ms]": expected / MS }),
  simulate: (seed, length) => ({ "response time [ms]": run(setting, seed, length).response / MS }),
});

function run({ station, offered, service = exponential(MS), customers }: Setting, seed: string, length: number) {
  const classes = [{ interarrival: exponential(MS / offered), service }];
  return runOpenSystem({ station, classes, customers: customers * length }, seed)[0];
}

const erlang = "Erlang C (Erlang 1917)";
const khinchine = "Pollaczek-Khinchine formula (1930, 1932)";

export const singleQueueCases: readonly ValidationCase[] = [
  ...[
    { rho: 0.5, customers: 30_000 },
    { rho: 0.75, customers: 70_000 },
  ].map(({ rho, customers }) =>
    response(
      { name: `M/M/1, load ${rho}`, source: "1 / (mu - lambda)", offered: rho, station: queue({ servers: 1 }), customers },
      MS / (1 - rho),
    ),
  ),
  response(
    {
      name: "M/M/1, last come, first served, load 0.6",
      source: "1 / (mu - lambda)",
      offered: 0.6,
      station: queue({ servers: 1, discipline: "lifo" }),
      customers: 40_000,
    },
    MS / 0.4,
  ),
  ...[2, 5, 30].map((servers) =>
    response(
      {
        name: `M/M/${servers}, load 0.75`,
        source: erlang,
        offered: 0.75 * servers,
        station: queue({ servers }),
        customers: servers > 10 ? 20_000 : 90_000,
      },
      mmcResponse(servers, (0.75 * servers) / MS, 1 / MS),
    ),
  ),
  ...(
    [
      ["M/D/1", constant(MS), 0, 40_000],
      ["M/E3/1", { kind: "erlang", mean: MS, stages: 3 }, 1 / 3, 40_000],
      ["M/H2/1, cv 2", hyperexponential(MS, 2), 4, 100_000],
      ["M/G/1, lognormal, cv 1.5", { kind: "lognormal", mean: MS, cv: 1.5 }, 2.25, 120_000],
    ] as const
  ).map(([name, service, cv2, customers]) =>
    response(
      { name: `${name}, load 0.6`, source: khinchine, offered: 0.6, station: queue({ servers: 1 }), service, customers },
      pollaczekKhinchine(0.6 / MS, MS, cv2),
    ),
  ),
  response(
    {
      name: "M/D/4, load 0.8",
      source: "exact chain at multiples of D (Crommelin 1932)",
      offered: 3.2,
      station: queue({ servers: 4 }),
      service: constant(MS),
      customers: 40_000,
    },
    mdcResponse(4, 3.2 / MS, MS),
  ),
  finite("M/M/1/5, load 0.9", 1, 5, 0.9),
  finite("M/M/3/8, load 1.2", 3, 8, 3.6),
  ...(
    [
      ["exponential", exponential(MS)],
      ["constant", constant(MS)],
      ["hyperexponential, cv 2", hyperexponential(MS, 2)],
    ] as const
  ).map(([name, service]) => loss(name, service)),
];

/** M/M/c/K: losses, and the response time of those who got in. */
function finite(name: string, servers: number, capacity: number, offered: number): ValidationCase {
  const setting = { name, source: "birth and death process", offered, station: queue({ servers, capacity }), customers: 40_000 };
  return {
    name,
    source: setting.source,
    agreement: { kind: "interval", runs: 20, precision: 0.03 },
    expected() {
      const { loss, response } = mmcK(servers, capacity, offered / MS, 1 / MS);
      return { "lost [1]": loss, "response time [ms]": response / MS };
    },
    simulate(seed, length) {
      const { loss, response } = run(setting, seed, length);
      return { "lost [1]": loss, "response time [ms]": response / MS };
    },
  };
}

/** M/G/10/10 at 7 Erlang: the share lost depends on the mean service time only. */
function loss(distribution: string, service: DistributionSpec): ValidationCase {
  const name = `M/G/10/10, 7 Erlang, ${distribution} service`;
  const setting = {
    name,
    source: "Erlang B (Erlang 1917)",
    offered: 7,
    station: queue({ servers: 10, capacity: 10 }),
    service,
    customers: 60_000,
  };
  return {
    name,
    source: setting.source,
    agreement: { kind: "interval", runs: 20, precision: 0.03 },
    expected: () => ({ "lost [1]": erlangB(10, 7) }),
    simulate: (seed, length) => ({ "lost [1]": run(setting, seed, length).loss }),
  };
}
