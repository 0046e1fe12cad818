/** How near each application is to its own objective: what charts draw where applications are promised different things. */
import type { AppResult, Estimate, Point, StudyRecord } from "../../scenarios/study/record.ts";
import { objectiveOf, type ObjectiveRecord } from "../objectives.ts";

export interface Pressure {
  readonly app: string;
  readonly objective: ObjectiveRecord;
  /** The statistic that the objective is about. */
  readonly latency: Estimate;
  /** Parts of the limit; 1 is just at it. Null where the statistic must not be quoted. */
  readonly ratio: { readonly value: number; readonly low: number; readonly high: number } | null;
}

/** Every application has the same limit of the same statistic: response times can be drawn as such, not only as parts of their limits. */
export const sameObjective = ({ objectives: [first, ...others] }: StudyRecord): boolean =>
  others.every(({ statistic, latency }) => statistic === first.statistic && latency === first.latency);

/** A lower limit can be negative where few runs scatter much; a response time can't, and a logarithm won't. */
const LEAST_LOW = 0.1; // of the value

export function pressureOf(record: StudyRecord, app: AppResult): Pressure | undefined {
  const objective = objectiveOf(record, app.name);
  if (objective === undefined) return undefined;
  const latency = app.latency[objective.statistic];
  const { value, low, high } = latency;
  if (value === null || value <= 0) return { app: app.name, objective, latency, ratio: null };
  const limit = objective.latency;
  return {
    app: app.name,
    objective,
    latency,
    ratio: { value: value / limit, low: Math.max(low ?? value, value * LEAST_LOW) / limit, high: (high ?? value) / limit },
  };
}

/** The application that is nearest to its objective, or furthest beyond it; undefined where none could be measured. */
export function pressureAt(record: StudyRecord, point: Point): Pressure | undefined {
  let worst: Pressure | undefined;
  for (const app of point.apps) {
    const pressure = pressureOf(record, app);
    if (pressure?.ratio && pressure.ratio.value > (worst?.ratio?.value ?? 0)) worst = pressure;
  }
  return worst;
}

/** A part of a limit: "0.2 ×". */
export const timesText = (ratio: number): string => `${Number(ratio.toPrecision(2))} ×`;
