/** Groups of dirty frames that go to swap in one write. Numbers and arrays are used again. */

/** Pages that reclaim takes at a time, and a cluster holds at most. Source: Linux SWAP_CLUSTER_MAX. */
export const BATCH = 32;

export class WriteClusters {
  readonly #frames: Int32Array[] = [];
  readonly #length: number[] = [];
  readonly #free: number[] = [];

  /** Number of an empty cluster. */
  open(): number {
    const cluster = this.#free.pop() ?? this.#frames.push(new Int32Array(BATCH)) - 1;
    this.#length[cluster] = 0;
    return cluster;
  }

  add(cluster: number, frame: number): void {
    this.#frames[cluster][this.#length[cluster]++] = frame;
  }

  length(cluster: number): number {
    return this.#length[cluster];
  }

  frame(cluster: number, index: number): number {
    return this.#frames[cluster][index];
  }

  close(cluster: number): void {
    this.#free.push(cluster);
  }
}
