/** Replications of one load, summed up: one instance of an application, on average over time and instances. */
import { type InstanceMeans, instanceOfApp, type RunWindow } from "../../models/run/window.ts";
import { estimateOfFinite } from "./estimate.ts";
import type { AppResult, Estimate } from "./record.ts";

const NONE = "there was no instance";

/** The application with this index in the runs. */
export function instanceResults(runs: readonly RunWindow[], app: number, confidence: number): AppResult["instance"] {
  const instances = runs.map((run) => instanceOfApp(run, app));
  const estimate = (key: keyof InstanceMeans): Estimate =>
    estimateOfFinite(
      instances.map((instance) => instance[key]),
      confidence,
      NONE,
    );
  return {
    memory: estimate("memory"),
    cpu: estimate("cpu"),
    majorFaults: estimate("majorFaults"),
    periods: estimate("periods"),
    throttled: estimate("throttledPeriods"),
    throttledTime: estimate("throttled"),
    steal: estimate("steal"),
  };
}
