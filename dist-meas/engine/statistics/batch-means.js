import { meanInterval } from "./interval.js";
import { normalQuantile } from "./student-t.js";
/**
 * Interval of the steady-state mean from one long series, by the means of equal batches: long batches are nearly independent although
 * neighbouring observations are not. Cut the warm-up off first (`mser5`). A remainder at the front is dropped.
 * Source: Schmeiser, Batch size effects in the analysis of simulation output, Operations Research 30(3), 1982 (10 to 30 batches).
 */
export function batchMeansInterval(series, confidence, batches = 20) {
    const means = batchMeans(series, batches);
    const batchSize = Math.floor(series.length / batches);
    return { ...meanInterval(means, confidence), batchSize, reliable: batchSize > 0 && uncorrelated(means) };
}
/** Means of `batches` consecutive stretches of equal length; none if the series is shorter than that. */
export function batchMeans(series, batches) {
    if (!(Number.isInteger(batches) && batches >= 2))
        throw new RangeError(`batches: found ${batches}, expected a whole number of at least 2`);
    const size = Math.floor(series.length / batches);
    if (size === 0)
        return [];
    const means = [];
    for (let end = series.length - (batches - 1) * size; end <= series.length; end += size) {
        let sum = 0;
        for (let i = end - size; i < end; i++)
            sum += series[i];
        means.push(sum / size);
    }
    return means;
}
/** Von Neumann's test, one-sided against positive correlation of neighbours, level 0.05. */
function uncorrelated(means) {
    const k = means.length;
    const mean = means.reduce((sum, x) => sum + x, 0) / k;
    let squares = 0;
    let steps = 0;
    for (let i = 0; i < k; i++) {
        squares += (means[i] - mean) * (means[i] - mean);
        if (i > 0)
            steps += (means[i] - means[i - 1]) * (means[i] - means[i - 1]);
    }
    if (squares === 0)
        return true;
    return 1 - steps / (2 * squares) <= normalQuantile(0.95) * Math.sqrt((k - 2) / (k * k - 1));
}
