/** How far runs are beyond the objectives, as a number: which of several applications is worst off, and whether a change brings them nearer. */
import { type RunWindow, windowOfApp } from "../../models/run/window.ts";
import type { Objective } from "../objective.ts";
import { errorRateOf, latencyInterval } from "./judge.ts";

/**
 * By how many times an application, by its index, is beyond its objective [1]: no more than 1 is within; 0 without an objective; Infinity where the host
 * could not start its tenants, or every run was lost; NaN if there were too few requests.
 */
export function excessOfApp(windows: readonly RunWindow[], app: number, objective: Objective | undefined, confidence: number): number {
  if (objective === undefined) return 0;
  const own = windows.map((window) => windowOfApp(window, app));
  if (own.some(({ run }) => !run.ready) || own.every(({ lost }) => lost)) return Number.POSITIVE_INFINITY;
  const rates = own.map(errorRateOf).filter(Number.isFinite);
  const errors = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  const latency = latencyInterval(own, objective, confidence)?.mean ?? Number.NaN;
  return Math.max(latency / objective.latency, errors <= objective.errors ? 0 : errors / Math.max(objective.errors, Number.MIN_VALUE));
}

/** That of the application that is worst off. */
export const excessOf = (windows: readonly RunWindow[], objectives: readonly (Objective | undefined)[], confidence: number): number =>
  Math.max(0, ...objectives.map((objective, app) => excessOfApp(windows, app, objective, confidence)));
