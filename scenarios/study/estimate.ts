/** Numbers over replications as the result record has them. */
import { type Interval, meanInterval } from "../../engine/index.ts";
import type { Estimate } from "./record.ts";

/** What is not a number must not be quoted. */
export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

export const fromInterval = ({ mean, low, high, n }: Interval): Estimate => ({
  value: finite(mean),
  low: finite(low),
  high: finite(high),
  n,
});

/** Mean of one number of each replication. */
export const estimateOf = (values: readonly number[], confidence: number): Estimate => fromInterval(meanInterval(values, confidence));

/** A number that must not be quoted, and why. */
export const unknown = (n: number, reason: string): Estimate => ({ value: null, low: null, high: null, n, reason });

/** The same over those replications that have the number; `reason` if none has. */
export function estimateOfFinite(values: readonly number[], confidence: number, reason: string): Estimate {
  const known = values.filter(Number.isFinite);
  return known.length === 0 ? unknown(values.length, reason) : estimateOf(known, confidence);
}

export const byKey = <Key extends string, Value>(keys: readonly Key[], value: (key: Key, index: number) => Value): Record<Key, Value> =>
  Object.fromEntries(keys.map((key, index) => [key, value(key, index)])) as Record<Key, Value>;
