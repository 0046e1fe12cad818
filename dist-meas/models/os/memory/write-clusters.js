/** Pages that reclaim takes at a time, and a cluster holds at most. Source: Linux SWAP_CLUSTER_MAX. */
export const BATCH = 32;
export class WriteClusters {
    #clusters = [];
    #free = [];
    /** Number of an empty cluster of pages of `group` that go to `device`. */
    open(device, leaves, group) {
        const free = this.#free.pop();
        if (free === undefined)
            return this.#clusters.push({ frames: new Int32Array(BATCH), length: 0, device, leaves, group }) - 1;
        const cluster = this.#clusters[free];
        cluster.length = 0;
        cluster.device = device;
        cluster.leaves = leaves;
        cluster.group = group;
        return free;
    }
    get(cluster) {
        return this.#clusters[cluster];
    }
    add(cluster, frame) {
        const { frames } = this.#clusters[cluster];
        frames[this.#clusters[cluster].length++] = frame;
    }
    close(cluster) {
        this.#free.push(cluster);
    }
}
