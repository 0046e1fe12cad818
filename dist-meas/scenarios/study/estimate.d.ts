/** Numbers over replications as the result record has them. */
import { type Interval } from "../../engine/index.ts";
import type { Estimate } from "./record.ts";
/** What is not a number must not be quoted. */
export declare const finite: (value: number) => number | null;
export declare const fromInterval: ({ mean, low, high, n }: Interval) => Estimate;
/** Mean of one number of each replication. */
export declare const estimateOf: (values: readonly number[], confidence: number) => Estimate;
/** A number that must not be quoted, and why. */
export declare const unknown: (n: number, reason: string) => Estimate;
export declare const sumOf: <Item>(items: readonly Item[], value: (item: Item) => number) => number;
export declare const byKey: <Key extends string, Value>(keys: readonly Key[], value: (key: Key, index: number) => Value) => Record<Key, Value>;
