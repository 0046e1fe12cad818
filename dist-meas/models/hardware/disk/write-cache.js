/**
 * A write cache as a token bucket: it takes `size` bytes at the rate of the interface and empties at `drain`, so that short bursts are fast and
 * a long one falls to the drain rate once the cache is full. Memory of the device, or cells used with one bit each (SLC cache).
 * Leaves out: that emptying keeps the units busy, and that an SLC cache empties faster while the device is idle.
 */
import { SavedFields } from "../../../engine/index.js";
export class WriteCache extends SavedFields {
    simulation;
    size;
    drain;
    fill = 0;
    clock = 0;
    constructor(simulation, { size, drain }) {
        super();
        this.simulation = simulation;
        this.size = size;
        this.drain = drain;
    }
    /** A write of `bytes` begins; how long it is held up until there is room for it [s]. */
    take(bytes) {
        const { now } = this.simulation;
        this.fill = Math.max(0, this.fill - ((now - this.clock) / 1e9) * this.drain) + bytes;
        this.clock = now;
        return this.fill > this.size ? (this.fill - this.size) / this.drain : 0;
    }
}
