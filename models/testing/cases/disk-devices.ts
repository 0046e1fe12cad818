/** The disk by itself, without a machine around it: against queueing theory, and a rotating disk against an exact reference of its own. */
import { Simulation } from "../../../engine/index.ts";
import { constant, exponential, runOpenSystem } from "../../../engine/testing/cases/open-system.ts";
import { mdcResponse, pollaczekKhinchine } from "../../../engine/testing/theory/index.ts";
import type { ValidationCase } from "../../../engine/testing/validation.ts";
import { Disk } from "../../hardware/disk/disk.ts";
import type { DiskSpec } from "../../hardware/spec.ts";
import { measureClosed, rotatingDisk } from "../disk-load.ts";

const BLOCK = 4096; // [B]
const MS = 1e-3;

const flash: DiskSpec = {
  parallel: 1,
  readAccess: 0.6 * MS,
  writeAccess: 2.6 * MS,
  readBandwidth: BLOCK / (0.4 * MS),
  writeBandwidth: BLOCK / (0.4 * MS),
};
/** Nearly nothing at the controller, so that the units alone are compared. */
const units = (parallel: number, placement: "any" | "random"): DiskSpec => ({
  ...flash,
  parallel,
  placement,
  readAccess: 1 * MS,
  readBandwidth: 1e15,
});

interface Open {
  readonly name: string;
  readonly source: string;
  readonly disk: DiskSpec;
  /** [1/s] */
  readonly reads: number;
  readonly writes?: number;
  /** Mean response time of a request [s]. */
  readonly expected: () => number;
  readonly requests: number;
}

/** Poisson streams of reads and writes of 4 KiB. */
const open = ({ name, source, disk: spec, reads, writes = 0, expected, requests }: Open): ValidationCase => ({
  name,
  source,
  agreement: { kind: "interval", runs: 20, precision: 0.02 },
  expected: () => ({ "response time [ms]": expected() / MS }),
  simulate(seed, length) {
    const station = (simulation: Simulation) => {
      const disk = new Disk(simulation, "disk", spec);
      return (_: number, done: number, arg: number, ofClass: number) => {
        if (ofClass === 0) disk.read(BLOCK, done, arg);
        else disk.write(BLOCK, done, arg);
        return true;
      };
    };
    const rates = writes > 0 ? [reads, writes] : [reads];
    const classes = rates.map((rate) => ({ interarrival: exponential(1 / rate), service: constant(0) }));
    const results = runOpenSystem({ station, classes, customers: requests * length }, seed);
    const mean = results.reduce((sum, { response }, k) => sum + response * rates[k], 0) / (reads + writes);
    return { "response time [ms]": mean / MS };
  },
});

/** M/G/1 whose service time has two values. */
function mixed(reads: number, writes: number, read: number, write: number): number {
  const rate = reads + writes;
  const mean = (reads * read + writes * write) / rate;
  const second = (reads * read * read + writes * write * write) / rate;
  return pollaczekKhinchine(rate, mean, second / (mean * mean) - 1);
}

/**
 * Units busy on average, of `units` with constant service times and queues of their own, when `depth` commands circulate among them at random.
 * Source: Baskett and Smith, "Interference in multiprocessor computer systems with interleaved memory", CACM 19(6), 1976; within 2 %.
 */
export function busyUnits(depth: number, units: number): number {
  const half = depth + units - 0.5;
  return half - Math.sqrt(half * half - 2 * depth * units);
}

const closed = (depth: number, count: number): ValidationCase => ({
  name: `flash of ${count} units that hold the data, depth ${depth}`,
  source: "Baskett and Smith, CACM 19(6), 1976 (approximation, within 2 %)",
  agreement: { kind: "within", relative: 0.025 },
  expected: () => ({ "commands per second [1/s]": busyUnits(depth, count) / MS }),
  simulate: (seed, length) => ({
    "commands per second [1/s]": measureClosed(units(count, "random"), { depth, size: BLOCK, requests: 20_000 * length, seed }).iops,
  }),
});

const arm = rotatingDisk({ shortestSeek: 1 * MS, averageSeek: 8.5 * MS, rotation: 8.333 * MS, oldestFirstAfter: 1000 });

/**
 * Requests per second of an arm that always takes the nearest of `depth - 1` random places (the last one is under way): the same rule in ten
 * lines, with the mean of the rotational delay instead of draws.
 */
function shortestSeekFirst(depth: number, steps: number): number {
  const stream = new Simulation({ seed: "reference" }).stream("places");
  const { shortestSeek, averageSeek, rotation } = arm.mechanics as NonNullable<DiskSpec["mechanics"]>;
  const waiting = Array.from({ length: Math.max(1, depth - 1) }, () => stream.next());
  let at = 0.5;
  let time = 0;
  for (let step = 0; step < steps; step++) {
    const nearest = waiting.reduce((best, place, k) => (Math.abs(place - at) < Math.abs(waiting[best] - at) ? k : best), 0);
    time +=
      shortestSeek + ((averageSeek - shortestSeek) / (8 / 15)) * Math.sqrt(Math.abs(waiting[nearest] - at)) + rotation / 2 + BLOCK / 180e6;
    at = waiting[nearest];
    waiting[nearest] = stream.next();
  }
  return steps / time;
}

const rotating = (depth: number, expected: number): ValidationCase => ({
  name: `rotating disk, random reads at depth ${depth}`,
  source: depth === 1 ? "mean seek + half a turn + transfer" : "the same rule without a simulator, 400,000 requests",
  agreement: { kind: "interval", runs: 10, precision: 0.02 },
  expected: () => ({ "commands per second [1/s]": depth === 1 ? expected : shortestSeekFirst(depth, 400_000) }),
  simulate: (seed, length) => ({
    "commands per second [1/s]": measureClosed(arm, { depth, size: BLOCK, requests: 6000 * length, seed }).iops,
  }),
});

export const diskDeviceCases: readonly ValidationCase[] = [
  open({
    name: "memory card, reads and writes, load 0.7",
    source: "M/G/1, Pollaczek-Khinchine formula (1930, 1932)",
    disk: flash,
    reads: 250,
    writes: 150,
    expected: () => mixed(250, 150, 1 * MS, 3 * MS),
    requests: 60_000,
  }),
  open({
    name: "flash of 4 units, any of them, load 0.8",
    source: "M/D/4 (Crommelin 1932)",
    disk: units(4, "any"),
    reads: 3200,
    expected: () => mdcResponse(4, 3200, 1 * MS),
    requests: 60_000,
  }),
  open({
    name: "flash of 16 units that hold the data, load 0.7",
    source: "M/D/1 at each unit, Pollaczek-Khinchine formula (1930, 1932)",
    disk: units(16, "random"),
    reads: 11_200,
    expected: () => pollaczekKhinchine(700, 1 * MS, 0),
    requests: 60_000,
  }),
  ...[8, 32, 128].map((depth) => closed(depth, 32)),
  rotating(1, 1 / (8.5 * MS + 8.333 * MS * 0.5 + BLOCK / 180e6)),
  rotating(8, 0),
  rotating(32, 0),
];
