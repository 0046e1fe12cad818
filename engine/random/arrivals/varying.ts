import { type Nanoseconds, nanoseconds, seconds } from "../../kernel/time.ts";
import type { RandomStream } from "../stream.ts";
import { type ArrivalKind, ArrivalProcess } from "./arrival-process.ts";

/** The rate [1/s] at a time [s] of the pattern. */
export interface RatePoint {
  readonly time: number;
  readonly rate: number;
}

/**
 * Poisson arrivals whose rate follows a pattern, such as that of a day: linear between the points, which begin at time 0 and ascend (two
 * of one time make a step), and from the first again after the last, whose time is the pattern's length.
 */
export interface VaryingSpec {
  readonly kind: "varying";
  readonly points: readonly RatePoint[];
}

/** Candidates at the highest rate, each kept with probability rate / highest (thinning; Lewis and Shedler 1979). */
class VaryingArrivals extends ArrivalProcess {
  private readonly points: readonly RatePoint[];
  private readonly stream: RandomStream;
  private readonly highest: number;
  private readonly length: Nanoseconds;
  private time: Nanoseconds = 0;

  constructor({ points }: VaryingSpec, stream: RandomStream) {
    super();
    checkPoints(points);
    this.points = points;
    this.stream = stream;
    this.highest = Math.max(...points.map(({ rate }) => rate));
    this.length = nanoseconds(points[points.length - 1].time);
  }

  next(): Nanoseconds {
    do this.time += nanoseconds(this.stream.exponential(1 / this.highest));
    while (this.stream.next() * this.highest >= rateAt(this.points, seconds(this.time % this.length)));
    return this.time;
  }
}

function rateAt(points: readonly RatePoint[], time: number): number {
  let next = 1;
  while (next < points.length - 1 && points[next].time <= time) next++;
  const [from, to] = [points[next - 1], points[next]];
  return from.rate + ((to.rate - from.rate) * (time - from.time)) / (to.time - from.time);
}

function checkPoints(points: readonly RatePoint[]): void {
  if (points[0]?.time !== 0) throw new RangeError(`varying arrivals: found the first point at ${points[0]?.time} s, expected time 0`);
  points.forEach(({ time, rate }, index) => {
    const before = points[index - 1]?.time ?? 0;
    if (!(time >= before && time < Infinity && rate >= 0 && rate < Infinity)) {
      throw new RangeError(
        `varying arrivals: points[${index}]: found rate ${rate} at ${time} s after ${before} s, expected a finite rate of at least 0 and ascending times`,
      );
    }
  });
  if (!(nanoseconds(points[points.length - 1].time) > 0 && meanRateOf(points) > 0)) {
    throw new RangeError("varying arrivals: found a pattern without length or arrivals, expected a last time and some rate above 0");
  }
}

/** The area under the pattern by its length [1/s]. */
function meanRateOf(points: readonly RatePoint[]): number {
  let area = 0;
  for (let next = 1; next < points.length; next++) {
    area += ((points[next - 1].rate + points[next].rate) / 2) * (points[next].time - points[next - 1].time);
  }
  return area / points[points.length - 1].time;
}

export const varying: ArrivalKind<VaryingSpec> = {
  create: (spec, { stream }) => new VaryingArrivals(spec, stream),
  cycle: ({ points }) => ({ length: points[points.length - 1].time, isCommon: true }),
  meanRate: ({ points }) => meanRateOf(points),
  /** Over whole patterns. */
  dispersion: () => 1,
  example: {
    kind: "varying",
    points: [
      { time: 0, rate: 1 },
      { time: 4, rate: 9 },
      { time: 4, rate: 0 },
      { time: 10, rate: 4 },
    ],
  },
};
