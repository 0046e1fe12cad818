/** What counts as good enough for an application. */
/** What an objective can be about, of the response time. */
export declare const OBJECTIVE_STATISTICS: readonly ["mean", "p50", "p90", "p95", "p99", "p99.9"];
export type ObjectiveStatistic = (typeof OBJECTIVE_STATISTICS)[number];
export interface Objective {
    readonly statistic: ObjectiveStatistic;
    /** Limit of the statistic [s]. */
    readonly latency: number;
    /** Largest share of failed requests [1]. */
    readonly errors: number;
}
/** The percentile that a statistic is [%]; undefined for the mean. */
export declare const percentileOf: (statistic: string) => number | undefined;
