/** One run of a deployment without its beginning, in the numbers that cases compare. */
import { DISK, QUEUEING, REFUSED, RUNNING, WAITING } from "../../vocabulary.ts";
import type { DeploymentSpec } from "../../fleet/deployment.ts";
import { simulate } from "../../run/simulate.ts";
import { type RunWindow, windowFrom } from "../../run/window.ts";
import { run } from "../specs.ts";

/** Slices left out at the beginning, of 20. */
const WARM_UP = 3;

export function measuredWindow(deployment: DeploymentSpec, seed: string, duration: number, tenants: number): RunWindow {
  return windowFrom(simulate(run(deployment, { seed, duration, tenants, latencyLimit: 1000 })), WARM_UP);
}

/** Mean times [ms], in all and by what a request was doing, and the share refused. */
export function meanTimes(window: RunWindow): Readonly<Record<"response" | "queueing" | "cores" | "disk" | "refused", number>> {
  const parts = window.profile.meanOfSlowest(1);
  return {
    response: window.latencyMean * 1e3,
    queueing: parts[QUEUEING] / 1e6,
    cores: (parts[RUNNING] + parts[WAITING]) / 1e6,
    disk: parts[DISK] / 1e6,
    refused: window.failures[REFUSED] / window.arrivals,
  };
}
