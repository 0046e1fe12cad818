import { meanInterval } from "./interval.js";
import { mser5 } from "./mser5.js";
/**
 * Where each run's warm-up ends: MSER-5's cut on the average of the *other* runs, index by index as far as the shortest run goes. The
 * average shows the warm-up more clearly than a single run. A run must not choose its own cut: MSER-5 likes to begin after a busy
 * stretch, so that intervals come out low (on M/M/1 at 90 % load, 95 % intervals then cover the truth in 76 % of cases). A run on its
 * own has no choice.
 */
export function warmupCuts(runs) {
    if (runs.length === 0)
        return [];
    if (runs.length === 1)
        return [mser5(runs[0])];
    const length = runs.reduce((shortest, run) => Math.min(shortest, run.length), Infinity);
    const total = new Float64Array(length);
    for (const run of runs)
        for (let i = 0; i < length; i++)
            total[i] += run[i];
    const others = new Float64Array(length);
    return runs.map((run) => {
        for (let i = 0; i < length; i++)
            others[i] = total[i] - run[i]; // the scale does not move the cut
        return mser5(others);
    });
}
/** Interval of the steady-state mean by replication and deletion: warm-ups cut off, then Student-t over what the runs average to. */
export function replicationDeletion(runs, confidence) {
    const cuts = warmupCuts(runs);
    const means = runs.map((run, r) => {
        let sum = 0;
        for (let i = cuts[r].truncate; i < run.length; i++)
            sum += run[i];
        return sum / (run.length - cuts[r].truncate);
    });
    return { ...meanInterval(means, confidence), cuts };
}
