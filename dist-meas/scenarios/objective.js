/** What counts as good enough for an application. */
/** What an objective can be about, of the response time. */
export const OBJECTIVE_STATISTICS = ["mean", "p50", "p90", "p95", "p99", "p99.9"];
/** The percentile that a statistic is [%]; undefined for the mean. */
export const percentileOf = (statistic) => (statistic.startsWith("p") ? Number(statistic.slice(1)) : undefined);
