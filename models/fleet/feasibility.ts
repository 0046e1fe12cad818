/** Whether a deployment can run on its hosts at all. A refusal says what is missing. */
import type { HostSpec } from "../host/spec.ts";
import { memoryWithSwap } from "../os/spec.ts";
import { mebibytes } from "../vocabulary.ts";
import type { DeploymentSpec, PartSpec } from "./deployment.ts";
import { residentsOf } from "./residents.ts";
import { unitOf } from "./units.ts";

/** Why the deployment is refused, or undefined if it can run. */
export function whyRefused({ hosts, parts }: DeploymentSpec): string | undefined {
  for (const host of hosts) {
    const reason = whyRefusedOn(host, parts);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function whyRefusedOn(host: HostSpec, parts: readonly PartSpec[]): string | undefined {
  for (const { app, unit } of parts) {
    const reason = unitOf(unit).whyRefused(host, app, unit);
    if (reason !== undefined) return reason;
  }
  const residents = residentsOf(parts, host.os);
  const memory = residents.reduce((sum, each) => sum + each.memory, 0);
  const workingSet = residents.reduce((sum, each) => sum + each.workingSet, 0);
  if (memory > memoryWithSwap(host.memory.size, host.os) || workingSet > host.memory.size) {
    return `the host is too small for its own system and what runs the deployment: ${mebibytes(memory)} needed before the first tenant, it has ${mebibytes(host.memory.size)}`;
  }
  if (host.mmu.kind === "none" && (host.os.swap ?? host.os.zram) !== undefined) {
    return "the host has no MMU: swap needs paged memory";
  }
  return undefined;
}
