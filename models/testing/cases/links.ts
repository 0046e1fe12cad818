/** Links shared by messages: max-min fair rates against progressive filling, and response times against queueing theory. */
import { Simulation, createStream } from "../../../engine/index.ts";
import { exponential, type OpenSystem, runOpenSystem } from "../../../engine/testing/cases/open-system.ts";
import { mmcResponse, processorSharing } from "../../../engine/testing/theory/index.ts";
import type { ValidationCase } from "../../../engine/testing/validation.ts";
import { FlowNetwork, type PathOptions } from "../../network/flow-network.ts";

const BANDWIDTH = 1e8; // [B/s]

/** A link whose messages have exponential sizes; times of service become bytes. */
const link =
  (limit = Number.POSITIVE_INFINITY): OpenSystem["station"] =>
  (simulation) => {
    const network = new FlowNetwork(simulation, "network", [{ name: "link", bandwidth: BANDWIDTH }], [{ links: [0], limit }]);
    return (service, done, arg) => {
      network.send(0, Math.max(1, (service / 1e9) * BANDWIDTH), done, arg);
      return true;
    };
  };

interface Open {
  readonly name: string;
  readonly source: string;
  readonly station: OpenSystem["station"];
  readonly service: OpenSystem["classes"][number]["service"];
  readonly rate: number;
  readonly expected: number;
}
const MS = 1e-3;

const open = ({ name, source, station, service, rate, expected }: Open): ValidationCase => ({
  name,
  source,
  agreement: { kind: "interval", runs: 20, precision: 0.03 },
  expected: () => ({ "time of a message [ms]": expected / MS }),
  simulate(seed, length) {
    const [{ response }] = runOpenSystem(
      { station, classes: [{ interarrival: exponential(1 / rate), service }], customers: 45_000 * length },
      seed,
    );
    return { "time of a message [ms]": response / MS };
  },
});

/** A network of 5 links and 8 paths over one to three of them, drawn at random. */
function drawNetwork(seed: string): { capacities: number[]; paths: (PathOptions & { readonly flows: number })[] } {
  const stream = createStream(seed, "network");
  const capacities = Array.from({ length: 5 }, () => 1e6 * (1 + 99 * stream.next()));
  const paths = Array.from({ length: 8 }, () => {
    const links = capacities.map((_, k) => k).filter(() => stream.next() < 0.4);
    const limit = stream.next() < 0.5 ? Number.POSITIVE_INFINITY : 20e6 * stream.next();
    return { links: links.length === 0 ? [0] : links, limit, flows: 1 + stream.integer(6) };
  });
  return { capacities, paths };
}

/**
 * Max-min fair rates by the definition of progressive filling: all rates grow in equal small steps, and those stop that meet a full link or their
 * limit. Independent of the solver; right to a step.
 */
export function fillInSteps(
  capacities: readonly number[],
  paths: readonly (PathOptions & { readonly flows: number })[],
  step: number,
): number[] {
  const rate = paths.map(() => 0);
  const rises = paths.map(() => true);
  const used = capacities.map(() => 0);
  while (rises.some((rising) => rising)) {
    paths.forEach(({ links, limit = Number.POSITIVE_INFINITY }, p) => {
      if (!rises[p]) return;
      const grown = links.every(
        (l) => used[l] + step * sum(paths.map((each, q) => (rises[q] && each.links.includes(l) ? each.flows : 0))) <= capacities[l],
      );
      if (!grown || rate[p] + step > limit) rises[p] = false;
    });
    paths.forEach(({ links, flows }, p) => {
      if (!rises[p]) return;
      rate[p] += step;
      for (const l of links) used[l] += step * flows;
    });
  }
  return rate;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Messages without end on every path: what each path has carried after a second, over the number of its messages. */
const maxMin = (draw: number): ValidationCase => ({
  name: `5 links, 8 paths, limits: network ${draw}`,
  source: "progressive filling in steps of 1 kB/s (Bertsekas and Gallager, 6.5.2)",
  agreement: { kind: "within", relative: 0.005 },
  expected() {
    const { capacities, paths } = drawNetwork(`network ${draw}`);
    const rates = fillInSteps(capacities, paths, 1e3);
    return Object.fromEntries(rates.map((rate, p) => [`rate on path ${p + 1} [kB/s]`, rate / 1e3]));
  },
  simulate() {
    const { capacities, paths } = drawNetwork(`network ${draw}`);
    const simulation = new Simulation({ seed: 1 });
    const links = capacities.map((bandwidth, k) => ({ name: `link ${k}`, bandwidth }));
    // One path more for each path, over a link of its own, whose counter tells what the path carries.
    const meters = paths.map((_, p) => ({ name: `meter ${p}`, bandwidth: 1e12 }));
    const network = new FlowNetwork(
      simulation,
      "network",
      [...links, ...meters],
      paths.map((path, p) => ({ ...path, links: [...path.links, links.length + p] })),
    );
    const never = simulation.on("never", () => {});
    paths.forEach(({ flows }, p) => {
      for (let k = 0; k < flows; k++) network.send(p, 1e12, never, 0);
    });
    simulation.run(1e9);
    simulation.audit();
    const carried = (p: number): number => (network.links[links.length + p].counters().busyIntegral / 1e9) * 1e12;
    return Object.fromEntries(paths.map(({ flows }, p) => [`rate on path ${p + 1} [kB/s]`, carried(p) / flows / 1e3]));
  },
});

export const linkCases: readonly ValidationCase[] = [
  open({
    name: "a shared link, exponential sizes, load 0.6",
    source: "M/G/1-PS (Sakata, Noguchi, Oizumi 1969)",
    station: link(),
    service: exponential(MS),
    rate: 600,
    expected: processorSharing(600, MS),
  }),
  open({
    name: "a shared link, sizes of a coefficient of variation of 2, load 0.6",
    source: "M/G/1-PS: the same for all distributions",
    station: link(),
    service: { kind: "hyperexponential", mean: MS, cv: 2 },
    rate: 600,
    expected: processorSharing(600, MS),
  }),
  open({
    name: "a link shared by messages of a quarter of its rate at most, load 0.8",
    source: "as many present as in M/M/4 (Erlang 1917)",
    station: link(BANDWIDTH / 4),
    service: exponential(MS),
    rate: 800,
    expected: mmcResponse(4, 800, 1 / (4 * MS)),
  }),
  ...[1, 2, 3].map(maxMin),
];
