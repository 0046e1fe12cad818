/** Whether a deployment can run on its host at all. A refusal says what is missing. */
import { type DeploymentSpec, engineOf, type UnitSpec, unique } from "./deployment.ts";
import type { HostSpec } from "../host/spec.ts";
import { memoryWithSwap } from "../os/spec.ts";
import { instanceMemory } from "../serverless/template.ts";
import { guestMemoryToBoot } from "../vm/template.ts";
import type { AppSpec } from "../workload/spec.ts";

const mebibytes = (size: number): string => `${Math.ceil(size / (1024 * 1024))} MiB`;

/** Why the deployment is refused, or undefined if it can run. */
export function whyRefused(deployment: DeploymentSpec): string | undefined {
  const { host } = deployment;
  for (const { app, unit } of deployment.parts) {
    const reason = whyUnitRefused(deployment.host, app, unit);
    if (reason !== undefined) return reason;
  }
  const residents = hostResidents(deployment);
  if (residents.memory > memoryWithSwap(host.memory.size, host.os) || residents.workingSet > host.memory.size) {
    return `${host.preset} is too small for its own system and what runs the deployment: ${mebibytes(residents.memory)} needed before the first tenant, it has ${mebibytes(host.memory.size)}`;
  }
  if (host.mmu.kind === "none" && (host.os.swap ?? host.os.zram) !== undefined) return `${host.preset} has no MMU: swap needs paged memory`;
  return undefined;
}

/** What the host holds before the first tenant comes [B]. */
function hostResidents({ host, parts }: DeploymentSpec): { memory: number; workingSet: number } {
  const units = parts.map(({ unit }) => unit);
  const engines = unique(units.flatMap((unit) => engineOf(unit) ?? []));
  const platforms = unique(units.flatMap((unit) => (unit.kind === "function" ? [unit.platform] : [])));
  const sum = (sizes: readonly number[]): number => sizes.reduce((a, b) => a + b, 0);
  return {
    memory: host.os.system.memory + sum(engines.map(({ daemonMemory }) => daemonMemory)) + sum(platforms.map(({ memory }) => memory)),
    workingSet: host.os.system.workingSet + sum(platforms.map(({ workingSet }) => workingSet)),
  };
}

function whyUnitRefused(host: HostSpec, app: AppSpec, unit: UnitSpec): string | undefined {
  switch (unit.kind) {
    case "vm": {
      if (host.mmu.kind === "none") return `${host.preset} has no MMU: virtual machines need paged memory`;
      if (!host.virtualization) return `${host.preset} has no virtualization support: its processor can't run virtual machines`;
      if (unit.hypervisor.traps[host.cpu.isa] === undefined) return `${unit.hypervisor.name} does not run on ${host.cpu.isa} processors`;
      const most = memoryWithSwap(host.memory.size, host.os);
      if (unit.memory > most) {
        return `a guest of ${mebibytes(unit.memory)} is larger than ${host.preset} with its swap, ${mebibytes(most)}`;
      }
      const needed = guestMemoryToBoot(unit);
      if (needed > unit.memory) {
        return `a guest of ${mebibytes(unit.memory)} can't boot: kernel and ${unit.guest.name} need ${mebibytes(needed)}`;
      }
      return undefined;
    }
    case "container": {
      if (host.mmu.kind === "none") return `${host.preset} has no MMU: containers need separate address spaces`;
      return undefined;
    }
    case "function": {
      if (host.mmu.kind === "none" && unit.platform.sandbox === "container") {
        return `${host.preset} has no MMU: ${unit.platform.name} runs functions in containers, which need separate address spaces`;
      }
      if (unit.memory > unit.platform.poolMemory) {
        return `an instance of ${mebibytes(unit.memory)} does not fit the memory pool of ${unit.platform.name}, ${mebibytes(unit.platform.poolMemory)}`;
      }
      const sandbox = unit.platform.sandbox === "container" ? unit.engine.shimMemory : 0;
      const needed = instanceMemory(app, unit) - sandbox;
      if (needed > unit.memory) {
        return `an instance of ${mebibytes(unit.memory)} is too small: ${unit.runtime.name} and ${app.name} need ${mebibytes(needed)}`;
      }
      return undefined;
    }
  }
}
