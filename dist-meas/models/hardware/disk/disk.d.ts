/** A disk as the operating system sees it: reads and writes of any length; rotating or flash, as its specification says. */
import type { HandlerId, Simulation } from "../../../engine/index.ts";
import type { DiskSpec } from "../spec.ts";
import { type AccessStream, type Device } from "./device.ts";
/** In which order it serves, in words. */
export declare const DISK_QUEUE = "requests, page faults, swap and image reads in one queue, first come, first served; inside a disk with moving parts the nearest first";
export declare class Disk {
    #private;
    readonly name: string;
    readonly spec: DiskSpec;
    /** Station of the commands. */
    readonly queue: Device;
    /** `prefix` begins the name of its station. */
    constructor(simulation: Simulation, name: string, spec: DiskSpec, prefix?: string);
    /** Reads `size` bytes at a random place, or where the stream has come to; `done(arg)` when the last byte is there. */
    read(size: number, done: HandlerId, arg: number, stream?: AccessStream): void;
    /** Writes `size` bytes at a random place, or where the stream has come to; `done(arg)` when the device has them. */
    write(size: number, done: HandlerId, arg: number, stream?: AccessStream): void;
    /** Its host leaves, with no command under way: the station is audited for the last time, and its name is free again. */
    close(): void;
    /** A sequence of adjoining places, for a file that is read or written from its beginning: a rotating disk goes on without a seek. */
    openStream(): AccessStream;
    /** The stream begins again at its first place. */
    rewind(stream: AccessStream): void;
}
