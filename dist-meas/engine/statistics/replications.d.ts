import { type Interval } from "./interval.ts";
import { type Truncation } from "./mser5.ts";
export interface SteadyStateInterval extends Interval {
    /** What was cut off each run. */
    readonly cuts: readonly Truncation[];
}
/**
 * Where each run's warm-up ends: MSER-5's cut on the average of the *other* runs, index by index as far as the shortest run goes. The
 * average shows the warm-up more clearly than a single run. A run must not choose its own cut: MSER-5 likes to begin after a busy
 * stretch, so that intervals come out low (on M/M/1 at 90 % load, 95 % intervals then cover the truth in 76 % of cases). A run on its
 * own has no choice.
 */
export declare function warmupCuts(runs: readonly ArrayLike<number>[]): Truncation[];
/** Interval of the steady-state mean by replication and deletion: warm-ups cut off, then Student-t over what the runs average to. */
export declare function replicationDeletion(runs: readonly ArrayLike<number>[], confidence: number): SteadyStateInterval;
