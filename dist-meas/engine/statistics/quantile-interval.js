import { Histogram, nearestRank } from "./histogram.js";
import { incompleteBeta } from "./incomplete-beta.js";
import { meanInterval } from "./interval.js";
import { studentT } from "./student-t.js";
/**
 * Distribution-free interval of the q-quantile of *independent* samples, between two order statistics. Samples of one run are not
 * independent: see `runsQuantileInterval`.
 * Source: Conover, Practical Nonparametric Statistics, 3rd ed., section 3.2.
 */
export function quantileInterval(samples, q, confidence) {
    const sorted = "atRank" in samples ? undefined : Float64Array.from(samples).sort();
    const n = "atRank" in samples ? samples.count : samples.length;
    const atRank = (rank) => ("atRank" in samples ? samples.atRank(rank) : sorted[rank - 1]);
    if (n === 0)
        return { value: NaN, low: -Infinity, high: Infinity, n };
    const { lower, upper } = quantileRanks(n, q, confidence);
    return {
        value: atRank(nearestRank(q, n)),
        low: lower >= 1 ? atRank(lower) : -Infinity,
        high: upper <= n ? atRank(upper) : Infinity,
        n,
    };
}
/**
 * Ranks (1..n) whose order statistics enclose the q-quantile with at least this confidence, half of the risk on either side;
 * 0 and n + 1 mean that no sample is far enough out.
 */
export function quantileRanks(n, q, confidence) {
    if (!(q > 0 && q < 1))
        throw new RangeError(`quantile: found ${q}, expected a number between 0 and 1; a percentile is divided by 100`);
    if (!(confidence > 0 && confidence < 1))
        throw new RangeError(`confidence: found ${confidence}, expected a number between 0 and 1`);
    const risk = (1 - confidence) / 2;
    // The number of samples below the quantile is binomial (n, q). Rank r lies above the quantile if fewer than r samples lie below.
    const lower = firstRank(n, (rank) => binomialBelow(rank, n, q) > risk) - 1;
    const upper = firstRank(n, (rank) => binomialBelow(rank, n, q) >= 1 - risk);
    return { lower, upper };
}
/** Smallest rank in 1..n + 1 for which the condition, false first and true later, holds. */
function firstRank(n, holds) {
    let low = 1;
    let high = n + 1;
    while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if (holds(middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}
/** P(B < rank) of a binomial (n, q) variable, for rank in 1..n. */
const binomialBelow = (rank, n, q) => incompleteBeta(1 - q, q, n - rank + 1, rank);
/**
 * Interval of the steady-state q-quantile from independent runs (warm-up cut off), one histogram each: centred on the quantile of all
 * samples together, which is less biased than the mean of the runs' own quantiles, and as wide as those scatter (sectioning).
 * Source: Asmussen and Glynn, Stochastic Simulation, 2007, section III.5a.
 */
export function runsQuantileInterval(runs, q, confidence) {
    const whole = new Histogram();
    for (const run of runs)
        whole.merge(run);
    const center = whole.quantile(q);
    const filled = runs.filter((run) => run.count > 0);
    const squares = filled.reduce((sum, run) => sum + (run.quantile(q) - center) * (run.quantile(q) - center), 0);
    const n = filled.length;
    const halfWidth = n < 2 ? Infinity : studentT((1 + confidence) / 2, n - 1) * Math.sqrt(squares / (n - 1) / n);
    if (n === 0)
        return meanInterval([], confidence);
    return { mean: center, low: center - halfWidth, high: center + halfWidth, halfWidth, n };
}
