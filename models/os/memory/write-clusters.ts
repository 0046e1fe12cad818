/** Groups of dirty frames that are written with one command. Numbers and arrays are used again. */
import type { MemoryGroup } from "./memory-group.ts";
import type { PageDevice } from "../storage/page-device.ts";

/** Pages that reclaim takes at a time, and a cluster holds at most. Source: Linux SWAP_CLUSTER_MAX. */
export const BATCH = 32;

export interface WriteCluster {
  readonly frames: Int32Array;
  length: number;
  device: PageDevice;
  /** The frames become free when the write ends; else the pages stay, clean. */
  leaves: boolean;
  group: MemoryGroup;
}

export class WriteClusters {
  readonly #clusters: WriteCluster[] = [];
  readonly #free: number[] = [];

  /** Number of an empty cluster of pages of `group` that go to `device`. */
  open(device: PageDevice, leaves: boolean, group: MemoryGroup): number {
    const free = this.#free.pop();
    if (free === undefined) return this.#clusters.push({ frames: new Int32Array(BATCH), length: 0, device, leaves, group }) - 1;
    const cluster = this.#clusters[free];
    cluster.length = 0;
    cluster.device = device;
    cluster.leaves = leaves;
    cluster.group = group;
    return free;
  }

  get(cluster: number): WriteCluster {
    return this.#clusters[cluster];
  }

  add(cluster: number, frame: number): void {
    const { frames } = this.#clusters[cluster];
    frames[this.#clusters[cluster].length++] = frame;
  }

  close(cluster: number): void {
    this.#free.push(cluster);
  }
}
