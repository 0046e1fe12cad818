/** How one run went along, in about a hundred steps: for the eye, from the run's own record of it. */
import type { RunRecord } from "../../models/index.ts";
import { STRETCHES_PER_SLICE } from "../../models/run/time-slices.ts";
import type { LoadLine, Point, Timeline } from "./record.ts";

/** Steps that a line on a page can show [1]. */
const MOST_STEPS = 100;

/** Neighbouring stretches are put together; nothing is cut off as warm-up. */
export function timelineOf({ apps, slices, sliceLength, timeLine }: RunRecord): Timeline {
  const stretches = slices * STRETCHES_PER_SLICE;
  const together = Math.ceil(stretches / MOST_STEPS);
  const length = sliceLength / STRETCHES_PER_SLICE;
  const steps = Array.from({ length: Math.ceil(stretches / together) }, (_, step) => step * together);
  const sums = (values: readonly number[]): number[] =>
    steps.map((from) => values.slice(from, Math.min(stretches, from + together)).reduce((sum, value) => sum + value, 0));
  const members = sums(Array.from({ length: stretches }, () => 1));
  const averages = (values: readonly number[]): number[] => sums(values).map((sum, step) => sum / members[step]);
  const ofApps = (value: (app: RunRecord["apps"][number]) => readonly number[]): number[] => {
    const each = apps.map((app) => sums(value(app)));
    return steps.map((_, step) => each.reduce((sum, series) => sum + series[step], 0));
  };
  const answered = ofApps(({ series }) => series.counts);
  const responseTimes = ofApps(({ series }) => series.sums);
  return {
    step: length * together,
    from: 0,
    latency: answered.map((count, step) => (count === 0 ? null : responseTimes[step] / count / 1e9)),
    majorFaults: averages(timeLine.majorFaults).map((count) => count / length),
    inSystem: averages(timeLine.inSystem),
    instances: averages(timeLine.instances),
    swapped: averages(timeLine.swapped),
  };
}

/** A time line takes as much room as all the rest of a point: the loads at the line and first beyond it keep theirs. */
export function keepTimelines(points: readonly Point[], line: LoadLine | null): Point[] {
  const beyond = line === null ? undefined : points.find(({ tenants, verdict }) => tenants > line.tenants && verdict !== "met")?.tenants;
  return points.map((point) => {
    const { timeline, ...rest } = point;
    return point.tenants === line?.tenants || point.tenants === beyond || timeline === undefined ? point : rest;
  });
}
