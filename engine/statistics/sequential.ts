import { type Interval, meanInterval } from "./interval.ts";

export interface StoppingRule {
  /** Wanted relative error of the mean, e.g. 0.05. */
  readonly relativeError: number;
  readonly confidence: number;
  /** Replications at least; 10 or more keep the coverage near its nominal value, fewer than 5 do not. */
  readonly min: number;
  readonly max: number;
}

export interface StoppingDecision {
  /** `precise`: the wanted precision is reached. `limit`: the most replications are done without it. */
  readonly decision: "continue" | "precise" | "limit";
  readonly interval: Interval;
  /** Estimate of all replications that the wanted precision needs, at least those done; Infinity if it can't be told. */
  readonly needed: number;
}

/**
 * Whether to run one more replication. The half-width is compared with e / (1 + e) of the mean's size, so that the error relative to
 * the *true* mean is at most e. Source: Law, Simulation Modeling and Analysis, 5th ed., section 9.4.1.
 */
export function stopping(values: readonly number[], rule: StoppingRule): StoppingDecision {
  const { relativeError, confidence, min, max } = rule;
  if (!(relativeError > 0)) throw new RangeError(`relativeError: found ${relativeError}, expected a number above 0, e.g. 0.05`);
  if (!(min >= 2 && max >= min)) throw new RangeError(`replications: found min ${min}, max ${max}, expected 2 <= min <= max`);
  const interval = meanInterval(values, confidence);
  const { halfWidth, n } = interval;
  const allowed = (Math.abs(interval.mean) * relativeError) / (1 + relativeError);
  const precise = halfWidth <= allowed;
  const needed = precise ? n : n < 2 ? Infinity : Math.ceil((n * halfWidth * halfWidth) / (allowed * allowed)); // half-widths shrink with √n
  if (n >= min && precise) return { decision: "precise", interval, needed };
  return { decision: n >= max ? "limit" : "continue", interval, needed };
}
