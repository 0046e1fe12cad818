/**
 * What all disks have in common: requests are split into commands, commands wait in the operating system while the device is full, and the
 * books of both. A subclass decides when a command that the device has taken is served, and for how long.
 *
 * A customer of this station is a command, from its submission to its end; a server is a unit of the device, busy from the moment at which it
 * takes a command up until the last byte is transferred.
 */
import { type HandlerId, Occupancy, SavedFields, type Simulation, type Station, type StationCounters } from "../../../engine/index.ts";
import { type DiskSpec } from "../spec.ts";
/** A place in the table of commands; -1 is none. */
export type CommandId = number;
export declare const NO_COMMAND: CommandId;
/** A sequence of commands on adjoining places; RANDOM: each command is somewhere else. */
export type AccessStream = number;
export declare const RANDOM: AccessStream;
export declare abstract class Device extends SavedFields implements Station {
    readonly name: string;
    abstract readonly kind: string;
    readonly queueDepth: number;
    readonly maxTransfer: number;
    protected readonly simulation: Simulation;
    protected readonly units: Occupancy;
    /** [B] */
    protected size: Int32Array<ArrayBuffer>;
    protected write: Uint8Array<ArrayBuffer>;
    /** Next command of the list that a command waits in. */
    protected next: Int32Array<ArrayBuffer>;
    private readonly population;
    private inDevice;
    private head;
    private tail;
    private firstFree;
    private request;
    private commandsLeft;
    private done;
    private arg;
    constructor(simulation: Simulation, name: string, spec: DiskSpec, servers: number);
    /** A request of `size` [B]; `done(arg)` is called when its last byte has been transferred. */
    submit(size: number, write: boolean, stream: AccessStream, done: HandlerId, arg: number): void;
    /** A new sequence of adjoining places. */
    abstract openStream(): AccessStream;
    /** The sequence begins again at its first place. */
    abstract rewind(stream: AccessStream): void;
    /** Gives the command, the `index`th of its request, its place on the medium. */
    protected abstract locate(command: CommandId, stream: AccessStream, index: number): void;
    /** The device takes a command: `finish` follows. */
    protected abstract accept(command: CommandId): void;
    protected abstract reserve(commands: number): void;
    /** The last act of an event. */
    protected finish(command: CommandId): void;
    counters(): StationCounters;
    private hold;
    private allocate;
    private release;
    private grow;
}
