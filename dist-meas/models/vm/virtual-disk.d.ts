/**
 * Disk of a guest: a request in the queue of the host's disk, and the hypervisor's delay behind it. Who has asked is told even if the guest is gone by
 * then, since what it asked for went on without it. Leaves out: the image file's layers, a device thread with a ceiling of its own.
 */
import type { HandlerId, Nanoseconds, Simulation } from "../../engine/index.ts";
import type { BlockDevice } from "../os/storage/page-device.ts";
export declare class VirtualDisk implements BlockDevice {
    #private;
    /** `readDelay`, `writeDelay`: added by the hypervisor [ns]. */
    constructor(simulation: Simulation, disk: BlockDevice, readDelay: Nanoseconds, writeDelay: Nanoseconds);
    read(size: number, done: HandlerId, arg: number): void;
    write(size: number, done: HandlerId, arg: number): void;
}
