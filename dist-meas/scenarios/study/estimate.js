/** Numbers over replications as the result record has them. */
import { meanInterval } from "../../engine/index.js";
/** What is not a number must not be quoted. */
export const finite = (value) => (Number.isFinite(value) ? value : null);
export const fromInterval = ({ mean, low, high, n }) => ({
    value: finite(mean),
    low: finite(low),
    high: finite(high),
    n,
});
/** Mean of one number of each replication. */
export const estimateOf = (values, confidence) => fromInterval(meanInterval(values, confidence));
/** A number that must not be quoted, and why. */
export const unknown = (n, reason) => ({ value: null, low: null, high: null, n, reason });
export const sumOf = (items, value) => items.reduce((total, item) => total + value(item), 0);
export const byKey = (keys, value) => Object.fromEntries(keys.map((key, index) => [key, value(key, index)]));
