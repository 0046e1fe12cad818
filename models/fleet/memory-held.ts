/**
 * Loads that the memory of a host cannot hold, by arithmetic: what runs all the time has memory of its own, and every page of it is in a frame or on
 * swap once all of it is ready. Pages of files do not count, they can be dropped; nor functions, whose instances come and go.
 */
import type { HostSpec } from "../host/spec.ts";
import type { SegmentPlan } from "../instance/template.ts";
import { memoryWithSwap, swapSize } from "../os/spec.ts";
import { gibibytes, mebibytes } from "../vocabulary.ts";
import type { DeploymentSpec, PartSpec } from "./deployment.ts";
import { PLACEMENT_POLICIES } from "./placement/placement.ts";
import { residentsOf } from "./residents.ts";
import { unitOf } from "./units.ts";

/** Why so many tenants cannot all be ready, with the numbers; undefined if memory and swap hold them, or might. */
export function whyExcluded({ hosts, parts, placement }: DeploymentSpec, tenants: number): string | undefined {
  const counts = hosts.map(() => 0);
  const { hostOf } = PLACEMENT_POLICIES[placement];
  for (let tenant = 0; tenant < tenants; tenant++) counts[hostOf(tenant, hosts.length)]++;
  const each = parts.reduce((sum, part) => sum + heldMemory(part), 0);
  for (const [index, host] of hosts.entries()) {
    const system = residentsOf(parts, host.os).reduce((sum, { memory }) => sum + memory, 0);
    const needed = system + counts[index] * each;
    if (counts[index] > 0 && needed > memoryWithSwap(host.memory.size, host.os)) {
      const where = hosts.length > 1 ? ` on ${host.name}` : "";
      return sentence(`${plural(counts[index])}${where}`, host, { needed, each, system });
    }
  }
  return undefined;
}

/** Memory that each of its instances holds all the time and that cannot be dropped [B]. */
export function heldMemory({ app, unit }: PartSpec): number {
  const own = ({ content, onDemand }: SegmentPlan): boolean => content === undefined && onDemand !== true;
  const segments = unitOf(unit).held(app, unit);
  return segments.filter(own).reduce((sum, { size }) => sum + size, 0);
}

const GIBIBYTE = 1024 * 1024 * 1024;

const plural = (tenants: number): string => `${tenants} tenant${tenants === 1 ? "" : "s"}`;

interface Need {
  readonly needed: number;
  readonly each: number;
  readonly system: number;
}

/** With as many decimals as tell what is needed from what there is. */
function sentence(who: string, host: HostSpec, { needed, each, system }: Need): string {
  const there = memoryWithSwap(host.memory.size, host.os);
  let decimals = 1;
  while (decimals < 6 && gibibytes(needed, decimals) === gibibytes(there, decimals)) decimals++;
  const say = (size: number): string => (size < GIBIBYTE ? mebibytes(size) : gibibytes(size, decimals));
  const verb = who.startsWith("1 ") ? "needs" : "need";
  return `${who} ${verb} ${say(needed)} (${say(each)} each, ${say(system)} for the system), the host has ${inWords(host, say)}`;
}

/** "32 GiB of memory and no swap" */
function inWords({ memory: { size }, os }: HostSpec, say: (size: number) => string): string {
  const compressed = memoryWithSwap(size, os) - size - swapSize(os);
  const swap = swapSize(os) > 0 ? [`${say(swapSize(os))} of swap`] : [];
  const zram = compressed > 0 ? [`${say(compressed)} more when compressed`] : [];
  const more = [...swap, ...zram];
  return `${say(size)} of memory and ${more.length === 0 ? "no swap" : more.join(" and ")}`;
}
