/** Groups of dirty frames that are written with one command. Numbers and arrays are used again. */
import type { MemoryGroup } from "./memory-group.ts";
import type { PageDevice } from "../storage/page-device.ts";
/** Pages that reclaim takes at a time, and a cluster holds at most. Source: Linux SWAP_CLUSTER_MAX. */
export declare const BATCH = 32;
export interface WriteCluster {
    readonly frames: Int32Array;
    length: number;
    device: PageDevice;
    /** The frames become free when the write ends; else the pages stay, clean. */
    leaves: boolean;
    group: MemoryGroup;
}
export declare class WriteClusters {
    #private;
    /** Number of an empty cluster of pages of `group` that go to `device`. */
    open(device: PageDevice, leaves: boolean, group: MemoryGroup): number;
    get(cluster: number): WriteCluster;
    add(cluster: number, frame: number): void;
    close(cluster: number): void;
}
