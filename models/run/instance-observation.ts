/**
 * What is measured of instances, by application and over all hosts: what they have used, read at the borders of the slices, and the memory that is
 * charged to them, read in the middle of each stretch.
 */
import { type InstanceUsage, noUsage } from "../instance/usage.ts";
import type { ChargedMemory, ObservedHost } from "./observed-host.ts";
import type { InstanceSlice } from "./run-record.ts";
import { STRETCHES_PER_SLICE } from "./time-slices.ts";

export class InstanceObservation {
  readonly #hosts: readonly ObservedHost[];
  /** By border or stretch, then application. */
  readonly #borders: InstanceUsage[][] = [];
  readonly #memory: ChargedMemory[][] = [];

  constructor(hosts: readonly ObservedHost[]) {
    this.#hosts = hosts;
  }

  /** The next slice begins, or the last one is over. */
  border(): void {
    this.#borders.push(sumOf(this.#hosts.map((host) => host.usage())));
  }

  /** The middle of the next stretch. */
  middle(): void {
    this.#memory.push(sumOf(this.#hosts.map((host) => host.chargedMemory())));
  }

  /** The first `slices` slices of an application. */
  toSlices(app: number, slices: number): InstanceSlice[] {
    return Array.from({ length: slices }, (_, slice) => {
      const samples = this.#memory.slice(slice * STRETCHES_PER_SLICE, (slice + 1) * STRETCHES_PER_SLICE).map((sample) => sample[app]);
      return {
        ...difference(this.#borders[slice + 1][app], this.#borders[slice][app]),
        count: samples.reduce((sum, { count }) => sum + count, 0) / samples.length,
        memory: samples.reduce((sum, { bytes }) => sum + bytes, 0) / samples.length,
      };
    });
  }
}

/** Host by host, then by application, summed over the hosts. */
function sumOf<Numbers extends { [Key in keyof Numbers]: number }>([first, ...others]: readonly (readonly Numbers[])[]): Numbers[] {
  return first.map((numbers, app) => {
    const sum = { ...numbers };
    for (const host of others) for (const key of Object.keys(sum) as (keyof Numbers)[]) (sum[key] as number) += host[app][key];
    return sum;
  });
}

/** What was used from one reading to the other. */
export function difference(last: InstanceUsage, first: InstanceUsage): InstanceUsage {
  const used = noUsage();
  for (const key of Object.keys(used) as (keyof InstanceUsage)[]) used[key] = last[key] - first[key];
  return used;
}
