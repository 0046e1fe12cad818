/** What counts as good enough for an application. */

/** What an objective can be about, of the response time. */
export const OBJECTIVE_STATISTICS = ["mean", "p50", "p90", "p95", "p99", "p99.9"] as const;
export type ObjectiveStatistic = (typeof OBJECTIVE_STATISTICS)[number];

export interface Objective {
  readonly statistic: ObjectiveStatistic;
  /** Limit of the statistic [s]. */
  readonly latency: number;
  /** Largest share of failed requests [1]. */
  readonly errors: number;
}

/** The percentile that a statistic is [%]; undefined for the mean. */
export const percentileOf = (statistic: string): number | undefined => (statistic.startsWith("p") ? Number(statistic.slice(1)) : undefined);
