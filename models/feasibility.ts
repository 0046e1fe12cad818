/** Whether a deployment can run on its host at all. A refusal says what is missing. */
import { type DeploymentSpec, engineOf, type PlacementSpec, unique } from "./deployment.ts";
import type { HostSpec } from "./hardware/spec.ts";
import { instanceMemory } from "./serverless/blueprint.ts";
import { guestMemoryToBoot } from "./vm/blueprint.ts";
import type { AppSpec } from "./workload/spec.ts";

const mebibytes = (size: number): string => `${Math.ceil(size / (1024 * 1024))} MiB`;

/** Why the deployment is refused, or undefined if it can run. */
export function whyRefused(deployment: DeploymentSpec): string | undefined {
  const { host } = deployment;
  for (const { app, placement } of deployment.parts) {
    const reason = whyPlacementRefused(deployment.host, app, placement);
    if (reason !== undefined) return reason;
  }
  const residents = hostResidents(deployment);
  if (residents.memory > host.memory.size + (host.swap?.size ?? 0) + zramGain(host) || residents.workingSet > host.memory.size) {
    return `${host.preset} is too small for its own system and what runs the deployment: ${mebibytes(residents.memory)} needed before the first tenant, it has ${mebibytes(host.memory.size)}`;
  }
  if (host.mmu.kind === "none" && (host.swap ?? host.zram) !== undefined) return `${host.preset} has no MMU: swap needs paged memory`;
  return undefined;
}

/** What compressed memory adds at most [B]. */
const zramGain = ({ zram }: HostSpec): number => (zram === undefined ? 0 : zram.size * (1 - 1 / zram.ratio));

/** What the host holds before the first tenant comes [B]. */
function hostResidents({ host, parts }: DeploymentSpec): { memory: number; workingSet: number } {
  const placements = parts.map(({ placement }) => placement);
  const engines = unique(placements.flatMap((placement) => engineOf(placement) ?? []));
  const platforms = unique(placements.flatMap((placement) => (placement.kind === "function" ? [placement.platform] : [])));
  const sum = (sizes: readonly number[]): number => sizes.reduce((a, b) => a + b, 0);
  return {
    memory: host.system.memory + sum(engines.map(({ daemonMemory }) => daemonMemory)) + sum(platforms.map(({ memory }) => memory)),
    workingSet: host.system.workingSet + sum(platforms.map(({ workingSet }) => workingSet)),
  };
}

function whyPlacementRefused(host: HostSpec, app: AppSpec, placement: PlacementSpec): string | undefined {
  switch (placement.kind) {
    case "vm": {
      if (host.mmu.kind === "none") return `${host.preset} has no MMU: virtual machines need paged memory`;
      if (!host.virtualization) return `${host.preset} has no virtualization support: its processor can't run virtual machines`;
      if (placement.hypervisor.traps[host.cpu.isa] === undefined)
        return `${placement.hypervisor.name} does not run on ${host.cpu.isa} processors`;
      const most = host.memory.size + (host.swap?.size ?? 0) + zramGain(host);
      if (placement.memory > most) {
        return `a guest of ${mebibytes(placement.memory)} is larger than ${host.preset} with its swap, ${mebibytes(most)}`;
      }
      const needed = guestMemoryToBoot(placement);
      if (needed > placement.memory) {
        return `a guest of ${mebibytes(placement.memory)} can't boot: kernel and ${placement.guest.name} need ${mebibytes(needed)}`;
      }
      return undefined;
    }
    case "container": {
      if (host.mmu.kind === "none") return `${host.preset} has no MMU: containers need separate address spaces`;
      return undefined;
    }
    case "function": {
      if (host.mmu.kind === "none" && placement.platform.sandbox === "container") {
        return `${host.preset} has no MMU: ${placement.platform.name} runs functions in containers, which need separate address spaces`;
      }
      if (placement.memory > placement.platform.poolMemory) {
        return `an instance of ${mebibytes(placement.memory)} does not fit the memory pool of ${placement.platform.name}, ${mebibytes(placement.platform.poolMemory)}`;
      }
      const sandbox = placement.platform.sandbox === "container" ? placement.engine.shimMemory : 0;
      const needed = instanceMemory(app, placement) - sandbox;
      if (needed > placement.memory) {
        return `an instance of ${mebibytes(placement.memory)} is too small: ${placement.runtime.name} and ${app.name} need ${mebibytes(needed)}`;
      }
      return undefined;
    }
  }
}
