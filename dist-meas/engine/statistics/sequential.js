import { meanInterval } from "./interval.js";
/**
 * Whether to run one more replication. The half-width is compared with e / (1 + e) of the mean's size, so that the error relative to
 * the *true* mean is at most e. Source: Law, Simulation Modeling and Analysis, 5th ed., section 9.4.1.
 */
export function stopping(values, rule) {
    const { relativeError, confidence, min, max } = rule;
    if (!(relativeError > 0))
        throw new RangeError(`relativeError: found ${relativeError}, expected a number above 0, e.g. 0.05`);
    if (!(min >= 2 && max >= min))
        throw new RangeError(`replications: found min ${min}, max ${max}, expected 2 <= min <= max`);
    const interval = meanInterval(values, confidence);
    const { halfWidth, n } = interval;
    const allowed = (Math.abs(interval.mean) * relativeError) / (1 + relativeError);
    const precise = halfWidth <= allowed;
    const needed = precise ? n : n < 2 ? Infinity : Math.ceil((n * halfWidth * halfWidth) / (allowed * allowed)); // half-widths shrink with √n
    if (n >= min && precise)
        return { decision: "precise", interval, needed };
    return { decision: n >= max ? "limit" : "continue", interval, needed };
}
