import { mean, sampleStandardDeviation } from "simple-statistics";
import { studentT } from "./student-t.js";
/**
 * Student-t interval of the mean of independent values, e.g. one a replication. One value says nothing about spread: its interval is
 * the whole line. Without values the mean is NaN.
 * `confidence` in 0..1, e.g. 0.95. @throws RangeError outside.
 */
export function meanInterval(values, confidence) {
    if (!(confidence > 0 && confidence < 1))
        throw new RangeError(`confidence: found ${confidence}, expected a number between 0 and 1, e.g. 0.95`);
    const n = values.length;
    if (n < 2)
        return { mean: n === 1 ? values[0] : NaN, low: -Infinity, high: Infinity, halfWidth: Infinity, n };
    const center = mean(values);
    const standardError = sampleStandardDeviation(values) / Math.sqrt(n);
    const halfWidth = studentT((1 + confidence) / 2, n - 1) * standardError;
    return { mean: center, low: center - halfWidth, high: center + halfWidth, halfWidth, n };
}
