/** What instances have used, counted up: what a container's cpu.stat and `docker stats`, and top in a guest, show of one. */
import type { Nanoseconds } from "../../engine/index.ts";
import type { GroupUsage } from "../os/cpu/scheduler.ts";
import type { Instance } from "./instance.ts";

export interface InstanceUsage extends GroupUsage {
  /** Time that they have existed, their starts included, and that time by vCPUs, summed over them [ns]. */
  lifetime: Nanoseconds;
  vcpuTime: Nanoseconds;
  /** Page faults of theirs that needed a device, reads of data files excluded: `pgmajfault` [1]. */
  majorFaults: number;
}

export const noUsage = (): InstanceUsage => ({
  lifetime: 0,
  vcpuTime: 0,
  majorFaults: 0,
  cpu: 0,
  steal: 0,
  periods: 0,
  throttledPeriods: 0,
  throttled: 0,
});

/** Adds to `usage` what one instance, which exists, has used up to `now`. */
export function addUsage(usage: InstanceUsage, instance: Instance, now: Nanoseconds): void {
  const { host, group, startedAt, template, majorFaults, guest } = instance;
  const lifetime = now - startedAt;
  usage.lifetime += lifetime;
  usage.vcpuTime += (template.vcpus ?? 0) * lifetime;
  usage.majorFaults += majorFaults + (guest?.majorFaults ?? 0);
  host.cpu.addUsage(group, usage);
}
