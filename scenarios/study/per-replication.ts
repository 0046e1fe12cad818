/** What each replication of one load gave, by its number: what the estimates are made of, for those who do statistics of their own. */
import { enoughSamples } from "../../engine/index.ts";
import { type RequestWindow, type RunWindow, windowOfApp } from "../../models/run/window.ts";
import { byKey, finite } from "./estimate.ts";
import { errorRateOf } from "./judge.ts";
import { LATENCY_STATISTICS, type PerReplication, UTILIZATIONS } from "./record.ts";

export function perReplication(windows: readonly RunWindow[]): PerReplication {
  const apps = windows[0].run.apps.map((_, app) => ofRequests(windows.map((window) => windowOfApp(window, app))));
  const utilization = byKey(UTILIZATIONS, (key) => windows.map((window) => window.utilization[key]));
  return { ...ofRequests(windows), utilization, apps };
}

function ofRequests(windows: readonly RequestWindow[]): Omit<PerReplication, "utilization" | "apps"> {
  return {
    throughput: windows.map(({ completed, duration, warmup }) => completed / (duration - warmup)),
    errorRate: windows.map((window) => finite(errorRateOf(window))),
    latency: byKey(LATENCY_STATISTICS, (statistic) => windows.map((window) => latencyOf(window, statistic))),
  };
}

/** [s]; null for a replication that has not enough requests, and for a host that could not start its tenants. */
function latencyOf({ run, latency, latencyMean }: RequestWindow, statistic: (typeof LATENCY_STATISTICS)[number]): number | null {
  if (!run.ready || latency.count === 0) return null;
  if (statistic === "mean") return finite(latencyMean);
  if (statistic === "max") return latency.max / 1e9;
  const percentile = Number(statistic.slice(1));
  return enoughSamples(latency.count, percentile) ? latency.quantile(percentile / 100) / 1e9 : null;
}
