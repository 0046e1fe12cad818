/**
 * Whether what was measured still drifts. A verdict holds only for a system that has settled: the first half of the measured time must not differ from
 * the second in what decides an objective, nor in what will: page faults, memory, instances.
 *
 * A drift is told from chance by Student's t over the replications, whose halves are paired, and counts only where it is large enough to matter for
 * the objective. Whether it could change the verdict depends on its direction: more and more late requests do not save an objective that is missed.
 */
import { Histogram, meanInterval, sumOf } from "../../engine/index.ts";
import { LATE, MEMORY_KINDS } from "../../models/vocabulary.ts";
import type { HostSlice, RequestSlice } from "../../models/run/run-record.ts";
import type { RunWindow } from "../../models/run/window.ts";
import { type Objective, percentileOf } from "../objective.ts";
import type { Verdict } from "./record.ts";

export interface Drift {
  /** "page faults went from 12 to 3 a second" */
  readonly text: string;
  /** For the requests: "either" where more of it can be good or bad. */
  readonly direction: "worse" | "better" | "either";
}

/** Of the difference between halves [1]. */
const CONFIDENCE = 0.98;

/** A drift matters from these shares of the objective on: of the requests that may be late or fail, and of a mean response time. */
const OF_ALLOWED = 0.2;
const OF_MEAN = 0.05;
/** Page faults: relative change, where there are enough of them to be felt. */
const OF_FAULTS = 0.2;
/** Of the host's memory, and of the number of instances. */
const OF_MEMORY = 0.01;
const OF_INSTANCES = 0.05;

/** Slices of the halves of one run. */
type Halves<Slice> = readonly [first: readonly Slice[], second: readonly Slice[]];

/** What of the measured time of an application, or of the hosts, could still change its verdict; undefined if nothing does. */
export function driftOf(windows: readonly RunWindow[], app: number, objective: Objective, verdict: Verdict): Drift | undefined {
  if (windows.some(({ run, first }) => !run.ready || run.slices - first < 2)) return undefined;
  if (windows.every(({ run }) => run.apps[app].collapsed)) return undefined; // ever more requests were waiting
  const found = [...requestDrifts(windows, app, objective), ...hostDrifts(windows, app, objective)];
  // An objective that is missed by more and more is missed, whatever else goes on.
  if (verdict === "missed" && found.some(({ direction, isOfRequests }) => isOfRequests && direction === "worse")) return undefined;
  return found.find(({ direction }) => couldChange(verdict, direction));
}

function couldChange(verdict: Verdict, direction: Drift["direction"]): boolean {
  if (verdict === "met") return direction !== "better";
  if (verdict === "missed") return direction !== "worse";
  return true;
}

interface Found extends Drift {
  readonly isOfRequests: boolean;
}

function halves<Slice>(slices: readonly Slice[], { first, run }: RunWindow): Halves<Slice> {
  const middle = first + Math.floor((run.slices - first) / 2);
  return [slices.slice(first, middle), slices.slice(middle, run.slices)];
}

/** Means of both halves over the runs, if they differ by more than chance and more than `matters`. */
function change(pairs: readonly (readonly [number, number])[], matters: number): { before: number; after: number } | undefined {
  const sound = pairs.filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b));
  const { low, high, mean } = meanInterval(
    sound.map(([a, b]) => b - a),
    CONFIDENCE,
  );
  if (!(low > 0 || high < 0) || Math.abs(mean) <= matters) return undefined;
  return { before: sumOf(sound, ([a]) => a) / sound.length, after: sumOf(sound, ([, b]) => b) / sound.length };
}

function requestDrifts(windows: readonly RunWindow[], app: number, objective: Objective): Found[] {
  const { statistic, latency, errors } = objective;
  const percentile = percentileOf(statistic);
  const of = (value: (slices: readonly RequestSlice[]) => number): (readonly [number, number])[] =>
    windows.map((window) => {
      const [first, second] = halves(window.run.apps[app].slices, window);
      return [value(first), value(second)] as const;
    });
  const drifts: Found[] = [];
  const note = (what: string, shown: (value: number) => string, found: ReturnType<typeof change>): void => {
    if (found === undefined) return;
    const { before, after } = found;
    const direction = after > before ? "worse" : "better";
    drifts.push({ text: `${what} went from ${shown(before)} to ${shown(after)}`, direction, isOfRequests: true });
  };
  if (percentile === undefined) {
    note("the mean response time", milliseconds, change(of(meanResponse), OF_MEAN * latency));
  } else {
    const late = of((slices) => lateShare(slices, latency));
    note("the share of requests beyond the limit", percent, change(late, OF_ALLOWED * (1 - percentile / 100)));
  }
  note("the share of requests that fail", percent, change(of(errorShare), OF_ALLOWED * Math.max(errors, 0.001)));
  return drifts;
}

function lateShare(slices: readonly RequestSlice[], limit: number): number {
  let late = 0;
  for (const { latency } of slices) late += Histogram.fromJSON(latency).countAbove(limit * 1e9);
  return late / sumOf(slices, ({ completed }) => completed);
}

const meanResponse = (slices: readonly RequestSlice[]): number =>
  sumOf(slices, ({ latencySum }) => latencySum) / 1e9 / sumOf(slices, ({ completed }) => completed);

function errorShare(slices: readonly RequestSlice[]): number {
  const failed = sumOf(slices, ({ failures }) => sumOf(failures, (count) => count));
  const ended = sumOf(slices, ({ completed, failures }) => completed - failures[LATE]) + failed;
  return failed / ended;
}

function hostDrifts(windows: readonly RunWindow[], app: number, { statistic }: Objective): Found[] {
  const drifts: Found[] = [];
  const allowed = 1 - (percentileOf(statistic) ?? 50) / 100;
  windows[0].run.hosts.forEach((_, host) => {
    const of = (value: (slices: readonly HostSlice[], requests: readonly RequestSlice[], length: number) => number) =>
      windows.map((window) => {
        const [first, second] = halves(window.run.hosts[host].slices, window);
        const [before, after] = halves(window.run.apps[app].slices, window);
        const { sliceLength } = window.run;
        return [value(first, before, first.length * sliceLength), value(second, after, second.length * sliceLength)] as const;
      });
    const note = (text: string, direction: Drift["direction"]): void => void drifts.push({ text, direction, isOfRequests: false });

    const perSecond = of((slices, _requests, length) => sumOf(slices, ({ majorFaults }) => majorFaults) / length);
    const perRequest = of(
      (slices, requests) => sumOf(slices, ({ majorFaults }) => majorFaults) / sumOf(requests, ({ completed }) => completed),
    );
    const isFelt = Math.max(...perRequest.flat().filter(Number.isFinite), 0) > OF_ALLOWED * allowed;
    const faults = change(perSecond, (OF_FAULTS * sumOf(perSecond, ([a, b]) => a + b)) / 2 / perSecond.length);
    if (faults !== undefined && isFelt) {
      note(
        `page faults went from ${rate(faults.before)} to ${rate(faults.after)} a second`,
        faults.after > faults.before ? "worse" : "better",
      );
    }
    const used = change(of(usedMemory), OF_MEMORY * sizeOf(windows[0].run.hosts[host].slices[0]));
    if (used !== undefined)
      note(`memory in use went from ${gibibytes(used.before)} to ${gibibytes(used.after)}`, used.after > used.before ? "worse" : "better");
    const number = of((slices) => sumOf(slices, ({ instances }) => instances) / slices.length);
    const instances = change(number, (OF_INSTANCES * sumOf(number, ([a, b]) => a + b)) / 2 / number.length);
    if (instances !== undefined) note(`instances went from ${rate(instances.before)} to ${rate(instances.after)}`, "either");
  });
  return drifts;
}

const sizeOf = ({ memory: { resident, free } }: HostSlice): number => free + sumOf(resident, (bytes) => bytes);

/** Files in the page cache are dropped when memory is needed. */
const isKept = MEMORY_KINDS.map((kind) => kind !== "imageCache" && kind !== "data");

/** Frames and swap in use [B]. */
const usedMemory = (slices: readonly HostSlice[]): number =>
  sumOf(
    slices,
    ({ memory: { resident, swapped } }) => swapped + resident.reduce((total, bytes, kind) => (isKept[kind] ? total + bytes : total), 0),
  ) / slices.length;

const significant = (value: number): string => String(Number(value.toPrecision(2)));
const milliseconds = (value: number): string => `${significant(value * 1e3)} ms`;
const percent = (value: number): string => `${significant(value * 100)} %`;
const rate = significant;
const gibibytes = (value: number): string => `${significant(value / 1024 ** 3)} GiB`;
