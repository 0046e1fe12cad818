/**
 * Flash: `parallel` units that work side by side, and one controller with one interface that serves all of them, a command at a time.
 *
 *     at the unit       = access + size / unitBandwidth - at the controller      then, first come first served among units,
 *     at the controller = commandTime + size / bandwidth
 *
 * so that a command alone takes access + size / unitBandwidth, and all together never transfer more than `bandwidth` nor more than one command
 * every `commandTime`. The unit is held until the end of the transfer: its register is full until then. With placement `any` the commands wait in one line for the next idle unit; with
 * `random` each waits for the unit that holds its data, while others may be idle. Source of the second: Chen, Lee and Zhang, "Essential roles
 * of exploiting internal parallelism of flash memory based solid state drives", HPCA 2011.
 *
 * Leaves out: garbage collection beyond the write cache's drain rate, reads that overtake, merging of adjoining commands.
 */
import { type Simulation } from "../../../engine/index.ts";
import type { DiskSpec } from "../spec.ts";
import { type AccessStream, type CommandId, Device } from "./device.ts";
export declare class FlashDevice extends Device {
    readonly kind = "flash disk";
    private readonly access;
    /** Of a command alone, and of all together [B/s]. */
    private readonly unitBandwidth;
    private readonly bandwidth;
    private readonly commandTime;
    /** One unit has the controller for itself: then both parts are one event. */
    private readonly isShared;
    private readonly writeCache;
    private readonly placement;
    private readonly accessed;
    private readonly served;
    /** By waiting line: one for all units, or one for each. */
    private readonly idle;
    private readonly first;
    private readonly last;
    private line;
    /** The controller is free from this instant on [ns]. */
    private controllerFree;
    constructor(simulation: Simulation, name: string, spec: DiskSpec);
    openStream(): AccessStream;
    rewind(): void;
    protected locate(): void;
    protected accept(command: CommandId): void;
    protected reserve(commands: number): void;
    private start;
    private transfer;
    private end;
}
