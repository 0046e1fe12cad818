/** When what runs all the time begins to start, and whether requests wait for it. */
import type { AppSpec } from "../workload/spec.ts";
import type { DeploymentSpec } from "./deployment.ts";

export interface StartSpec {
  /** Time from the begin of one tenant's start to that of the next [s]; 0: all at once, as after a power failure. */
  readonly every: number;
  /** "when ready": the doors open when everything that runs all the time is ready; "at once": with the first start. */
  readonly requests: "when ready" | "at once";
}

export const ALL_AT_ONCE: StartSpec = { every: 0, requests: "when ready" };

/** When the instance of `app` of a tenant begins to start, from the beginning of the run [s]. A restart does not wait. */
export const startDelay = ({ start = ALL_AT_ONCE }: DeploymentSpec, tenant: number, { startAfter = 0 }: AppSpec): number =>
  tenant * start.every + startAfter;

/** The order in words. */
export function startInWords({ start = ALL_AT_ONCE, parts }: Pick<DeploymentSpec, "start" | "parts">): string {
  const begin =
    start.every > 0
      ? `what runs all the time starts tenant by tenant, one every ${start.every} s`
      : "everything that runs all the time starts at once";
  const later = parts.flatMap(({ app: { name, startAfter = 0 } }) => (startAfter > 0 ? [`, that of ${name} ${startAfter} s later`] : []));
  const doors =
    start.requests === "at once"
      ? "requests come from the beginning on, and wait for what is not ready"
      : "requests come when all of it is ready and its memory is used as after a long time";
  return `${begin}${later.join("")}; ${doors}`;
}
