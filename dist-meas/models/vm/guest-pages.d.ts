/**
 * The virtual disk of a guest that pages by itself, as a device for its pages. Before the transfer the host has to have the guest's frames in memory:
 * one that the host has swapped out comes back first, even to be overwritten.
 * Leaves out: processor time of the traps for pages that the guest writes out.
 * Source: Amit, Tsafrir, Schuster, VSwapper, ASPLOS 2014 (uncooperative swapping).
 */
import type { HandlerId, Simulation } from "../../engine/index.ts";
import type { Memory, SegmentId } from "../os/memory/memory.ts";
import type { BlockDevice, PageDevice } from "../os/storage/page-device.ts";
export interface GuestPagesOptions {
    readonly host: Memory;
    /** The guest's memory in the host. */
    readonly ram: SegmentId;
    /** The guest's. */
    readonly disk: BlockDevice;
}
export declare class GuestPages implements PageDevice {
    #private;
    constructor(simulation: Simulation, options: GuestPagesOptions);
    /** The guest is gone: what it asks for is not done any more. */
    detach(): void;
    read(frames: Int32Array, count: number, done: HandlerId, arg: number): void;
    write(frames: Int32Array, count: number, done: HandlerId, arg: number): void;
}
