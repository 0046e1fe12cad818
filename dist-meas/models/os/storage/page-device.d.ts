/** Where pages go to and come from: a disk, a guest's virtual disk, or compressed memory. */
import type { HandlerId } from "../../../engine/index.ts";
export interface PageDevice {
    /** Brings `count` pages into the `frames`; then `done(arg)`. */
    read(frames: Int32Array, count: number, done: HandlerId, arg: number): void;
    /** Takes `count` pages out of the `frames` in one command; then `done(arg)`. */
    write(frames: Int32Array, count: number, done: HandlerId, arg: number): void;
}
/** What a disk of the machine offers. */
export interface BlockDevice {
    read(size: number, done: HandlerId, arg: number): void;
    write(size: number, done: HandlerId, arg: number): void;
}
/** Pages on a disk of the machine: one command for neighbouring pages. */
export declare class DiskPages implements PageDevice {
    #private;
    /** `pageSize` [B]. */
    constructor(disk: BlockDevice, pageSize: number);
    read(_frames: Int32Array, count: number, done: HandlerId, arg: number): void;
    write(_frames: Int32Array, count: number, done: HandlerId, arg: number): void;
}
