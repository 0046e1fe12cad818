/**
 * A write cache as a token bucket: it takes `size` bytes at the rate of the interface and empties at `drain`, so that short bursts are fast and
 * a long one falls to the drain rate once the cache is full. Memory of the device, or cells used with one bit each (SLC cache).
 * Leaves out: that emptying keeps the units busy, and that an SLC cache empties faster while the device is idle.
 */
import { SavedFields, type Simulation } from "../../../engine/index.ts";
export declare class WriteCache extends SavedFields {
    private readonly simulation;
    private readonly size;
    private readonly drain;
    private fill;
    private clock;
    constructor(simulation: Simulation, { size, drain }: {
        readonly size: number;
        readonly drain: number;
    });
    /** A write of `bytes` begins; how long it is held up until there is room for it [s]. */
    take(bytes: number): number;
}
